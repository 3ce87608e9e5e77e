package ir.ramzineh.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import ir.ramzineh.PortalIT;
import ir.ramzineh.channelapi.ChannelScope;
import ir.ramzineh.kernel.CardNumber;
import ir.ramzineh.trial.DemonstrationPeople;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/** The terminal API from outside: keys, names, repeated ids and the limit of a card. */
@PortalIT
class TerminalApiIT extends TerminalScene {
    @Test
    void aCardOfAnotherBankAndOneThatNobodyHasGetNothing() throws Exception {
        assertThat(offer(CardNumber.of("4111111111111111")).get("menu")).isEmpty();
        assertThat(offer(CardNumber.of("6104330000009004")).get("menu")).isEmpty();
        assertThat(result(act(action(CardNumber.of("6104330000009004"), "1-1-1", Map.of("mobileConfirmed", true)))))
                .isEqualTo("REFUSED");
    }

    @Test
    void case20_withoutTheRightKeyOrScopeThereIsNoAnswer() throws Exception {
        String other = clients.register("t-" + UUID.randomUUID(), "a switch", EnumSet.of(ChannelScope.VERIFICATION))
                .bearer();
        String body = request(PERSON.card(), Map.of());
        assertThat(post("offers", "", body).statusCode()).isEqualTo(401);
        assertThat(post("offers", "rz.terminal.nonsense", body).statusCode()).isEqualTo(401);
        assertThat(post("offers", other, body).statusCode()).isEqualTo(403);
        assertThat(post("actions", other, action(PERSON.card(), MELLI_SECOND, Map.of()))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void aRequestIdUsedForAnotherWishIsAConflict() throws Exception {
        String body = action(PERSON.cardOf("603799"), MELLI_SECOND, Map.of("mobile", "09120001002"));
        assertThat(act(body).statusCode()).isEqualTo(200);
        assertThat(act(body.replace("09120001002", "09120001003")).statusCode()).isEqualTo(409);
        assertThat(act(body.replace(MELLI_SECOND, "1-1-1")).statusCode()).isEqualTo(409);
    }

    @Test
    void oneCardMayAskSoOftenADayEvenAllAtOnce() throws Exception {
        List<Callable<HttpResponse<String>>> calls = new ArrayList<>();
        for (int i = 0; i < 28; i++) {
            String body = action(DemonstrationPeople.SIAVASH.card(), "1-1", Map.of());
            calls.add(() -> act(body));
        }
        List<String> results = new ArrayList<>();
        for (HttpResponse<String> each : together(calls)) {
            results.add(result(each));
        }
        assertThat(results).filteredOn("DONE"::equals).hasSize(20);
        assertThat(results).filteredOn("WAIT"::equals).hasSize(8);
    }

    @Test
    void case23_oddSignsInNamesAreRefusedAndWhatIsUnknownToo() throws Exception {
        String body = action(PERSON.card(), MELLI_SECOND, Map.of());
        assertThat(act(body.replace("ATM-1", "ATM\\n<b>")).statusCode()).isEqualTo(400);
        assertThat(act(body.replace("\"entry\"", "\"extra\":1,\"entry\"")).statusCode())
                .isEqualTo(400);
        assertThat(result(act(action(PERSON.cardOf("603799"), "9-9", Map.of()))))
                .isEqualTo("REFUSED");
    }

    @Test
    void I5_neitherReceiptNorPinStandsPlainInATable() throws Exception {
        CardNumber card = DemonstrationPeople.LALEH.card();
        act(action(card, "1-2", Map.of("pin", "71520864")));
        assertThat(jdbc.sql("select count(*) from terminal_request where answer_sealed like '%receipt%'")
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(jdbc.sql("select count(*) from token_pin where pin_sealed like '%71520864%'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }
}
