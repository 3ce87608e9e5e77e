package ir.ramzineh.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import ir.ramzineh.PortalIT;
import ir.ramzineh.kernel.CardNumber;
import ir.ramzineh.trial.DemonstrationPeople;
import ir.ramzineh.trial.DemonstrationPerson;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Noor's codes by text message: switched on at the ATM, asked for where the payment is made (S13). */
@PortalIT
class S13NoorJourney extends PortalJourney {
    private static final DemonstrationPerson BUYER = DemonstrationPeople.PARSA;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void nobodyWaits() {
        people().forgetWaits();
        jdbc.sql("delete from terminal_request").update();
    }

    @Test
    void S13_1_to_S13_3_theTextsBeginAtTheAtmAndTheCodeOfThePaymentPaysItOnTheSameLine() {
        CardNumber card = BUYER.cardOf("507677");
        SimulatedPhone phone = new SimulatedPhone(inbox, BUYER.mobile());
        AtmPage atm = new AtmPage(Browser.fresh(Screen.DESKTOP), portal()).insert(card);
        assertThat(atm.offered()).contains("رمز پویا");
        atm.choose("2", "2-1").keys(BUYER.mobile().national()).yes();
        assertThat(atm.result()).isNotBlank();

        PaymentPages page = new PaymentPages(Browser.fresh(Screen.PHONE), portal()).buy("2150000");
        page.giveCard(card, "12", "07");
        clock.hold();
        page.ask();
        assertThat(page.message()).contains("درخواست شما به بانک صادرکننده ارسال شد");
        String code = phone.lineOf("2,150,000", "رمز: ");
        assertThat(inbox.of(BUYER.mobile(), 5))
                .filteredOn(message -> message.text().contains(code))
                .extracting(message -> message.sender())
                .as("the line that carries the other texts of the institution, too")
                .containsExactly("Noor");
        page.pay(code).awaitPaid();
    }
}
