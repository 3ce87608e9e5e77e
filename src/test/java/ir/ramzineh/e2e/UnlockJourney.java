package ir.ramzineh.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import ir.ramzineh.PeopleFixtures;
import ir.ramzineh.PlayedBank;
import ir.ramzineh.PortalIT;
import ir.ramzineh.counter.Unlocks;
import ir.ramzineh.customer.Customer;
import ir.ramzineh.issued.CodeOrder;
import ir.ramzineh.issued.IssuedCodes;
import ir.ramzineh.issuer.CodeChannel;
import ir.ramzineh.kernel.BranchCode;
import ir.ramzineh.kernel.IdSource;
import ir.ramzineh.kernel.PasswordKind;
import ir.ramzineh.kernel.UtcTime;
import ir.ramzineh.staff.Role;
import ir.ramzineh.staff.StaffFixtures;
import ir.ramzineh.ui.Formats;
import ir.ramzineh.vault.Vault;
import ir.ramzineh.verification.PlayedCard;
import java.time.LocalDateTime;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A lock after wrong codes (S7.13, cases 6, 7 and 22) and a lost phone (3.2, row 35) in the browser: the maker does not
 * decide, a refusal changes nothing, and only what a second person approves opens the card at the switch.
 */
@PortalIT
class UnlockJourney extends PortalJourney {
    private static final BranchCode HERE = new BranchCode("1203");

    @Autowired
    private AutowireCapableBeanFactory beans;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Vault vault;

    @Autowired
    private IdSource ids;

    @Autowired
    private IssuedCodes issued;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private Unlocks unlocks;

    @Test
    void aLockEndsWhenASecondPersonSaysSoAndNotBefore() {
        people().forgetWaits();
        Customer customer = people().customer(PeopleFixtures.randomUserName());
        PlayedCard card = cardOf(customer);
        CardSwitch bank = cardSwitch();
        StaffFixtures staff = StaffFixtures.of(beans);
        staff.home(customer.id(), HERE);
        StaffFixtures.Known maker = staff.member(Role.TELLER, HERE);
        texted(card);
        for (int i = 0; i < 3; i++) {
            assertThat(bank.ask(card.number(), "999999" + i)).isEqualTo("REFUSED");
        }

        Browser tellers = Browser.fresh(Screen.DESKTOP);
        new BranchSignIn(tellers, portal(), clock)
                .as(maker, FA)
                .go("branch/customers/" + customer.id().value());
        CounterPages counter = new CounterPages(tellers);
        counter.openCustomer();
        counter.proposeUnlock("second-" + card.id().value());
        assertThat(counter.decidable()).as("the own work").isFalse();
        counter.withdraw();
        assertThat(counter.message()).contains("پس گرفته شد");

        Browser managers = Browser.fresh(Screen.DESKTOP);
        BranchSignIn manager =
                new BranchSignIn(managers, portal(), clock).as(staff.member(Role.BRANCH_MANAGER, HERE), FA);
        CounterPages desk = new CounterPages(managers);
        desk.openProposal(manager, propose(maker, customer, card));
        assertThat(desk.page()).contains("رمزساز خاموش می‌ماند");
        desk.refuse("مشتری در شعبه نیست");
        assertThat(desk.message()).contains("چیزی عوض نشد");
        assertThat(bank.ask(card.number(), texted(card))).as("still locked").isEqualTo("REFUSED");

        desk.openProposal(manager, propose(maker, customer, card));
        desk.approve();
        assertThat(desk.message()).contains("تأیید و انجام شد");
        String code = texted(card);
        assertThat(bank.ask(card.number(), code)).isEqualTo("ACCEPTED");
        assertThat(bank.ask(card.number(), code)).as("a code counts once").isEqualTo("REFUSED");
        assertThat(Axe.findings(managers.driver())).isEmpty();
    }

    /** Codes without the phone: what is lost is asked, a second person reads which number gets them, and it can end early. */
    @Test
    void aLostPhoneIsReplacedByMessagesUntilItIsFound() {
        people().forgetWaits();
        Customer customer = people().customer(PeopleFixtures.randomUserName());
        PlayedCard card = cardOf(customer);
        card.set("channels = 'APP'");
        String password = "second-" + card.id().value();
        String masked = Formats.of(FA).digits(customer.mobile().masked());
        CardSwitch bank = cardSwitch();
        StaffFixtures staff = StaffFixtures.of(beans);
        staff.home(customer.id(), HERE);
        Browser tellers = Browser.fresh(Screen.DESKTOP);
        BranchSignIn teller = new BranchSignIn(tellers, portal(), clock).as(staff.member(Role.TELLER, HERE), FA);
        CounterPages counter = new CounterPages(tellers);

        teller.go("branch/customers/" + customer.id().value());
        counter.openCustomer();
        counter.lost(password, "PHONE_AND_SIM");
        assertThat(counter.simGone(password)).contains("سیم‌کارت");
        assertThat(counter.offersWays(password))
                .as("every way goes to the number")
                .isFalse();
        counter.lostRather(password, "PHONE");
        assertThat(counter.whatIsLost(password)).contains(masked);
        long proposed = counter.proposeEmergency(password);
        assertThat(counter.decidable()).as("the own work").isFalse();
        assertThat(bank.ask(card.number(), texted(card))).isEqualTo("REFUSED");

        Browser managers = Browser.fresh(Screen.DESKTOP);
        BranchSignIn manager =
                new BranchSignIn(managers, portal(), clock).as(staff.member(Role.BRANCH_MANAGER, HERE), FA);
        CounterPages desk = new CounterPages(managers);
        desk.openProposal(manager, proposed);
        assertThat(desk.page()).contains(masked, "گوشی؛ سیم‌کارت نزد مشتری است");
        desk.approve();
        assertThat(desk.message()).contains("تأیید و انجام شد");
        assertThat(bank.ask(card.number(), texted(card))).isEqualTo("ACCEPTED");

        Browser colleagues = Browser.fresh(Screen.DESKTOP);
        new BranchSignIn(colleagues, portal(), clock)
                .as(staff.member(Role.TELLER, HERE), FA)
                .go("branch/customers/" + customer.id().value());
        CounterPages colleague = new CounterPages(colleagues);
        colleague.openCustomer();
        assertThat(colleague.emergencyUntil(password)).contains(until(card));
        assertThat(Axe.findings(colleagues.driver())).isEmpty();
        assertThat(colleague.endEmergency(password)).contains("پایان یافت");
        assertThat(bank.ask(card.number(), texted(card))).isEqualTo("REFUSED");
    }

    private String until(PlayedCard card) {
        LocalDateTime until = jdbc.sql(
                        "select emergency_until from card_password where card_id = :card and kind = 'SECOND'")
                .param("card", card.id().value())
                .query(LocalDateTime.class)
                .single();
        return Formats.of(FA).dateTime(UtcTime.fromColumn(until));
    }

    private long propose(StaffFixtures.Known maker, Customer customer, PlayedCard card) {
        return unlocks.propose(maker.id(), customer.id(), card.id(), PasswordKind.SECOND)
                .value();
    }

    private PlayedCard cardOf(Customer customer) {
        PlayedCard card = PlayedCard.dynamic(jdbc, vault, ids);
        jdbc.sql("update card set customer_id = :customer where id = :card")
                .param("customer", customer.id().value())
                .param("card", card.id().value())
                .update();
        card.set("channels = 'APP,SMS_TEXT_IN'");
        PlayedBank bank = beans.createBean(PlayedBank.class);
        bank.person(customer.nationalId(), customer.mobile());
        bank.card(customer.nationalId(), card.number(), "NORMAL", 1420, true);
        return card;
    }

    /** As if the customer had texted the last four digits. */
    private String texted(PlayedCard card) {
        CodeOrder order =
                new CodeOrder(card.id(), PasswordKind.SECOND, CodeChannel.SMS_TEXT_IN, 7, 60, Optional.empty());
        return Objects.requireNonNull(transaction.execute(status -> issued.issue(order)))
                .code();
    }
}
