package ir.ramzineh.cases;

import static org.assertj.core.api.Assertions.assertThat;

import ir.ramzineh.PortalIT;
import ir.ramzineh.channelapi.ChannelScope;
import ir.ramzineh.kernel.Transaction;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@PortalIT
@DisplayName("Security case 20: wrong, expired, foreign, altered and rotated keys at every door")
class ChannelKeysIT extends CaseScene {
    /** Where a key is asked for. */
    enum Door {
        VERIFICATION(ChannelScope.VERIFICATION, "verifications"),
        PASSWORD_POLICY(ChannelScope.PASSWORD_POLICY, "password-policies"),
        SMALL_PAYMENT(ChannelScope.SMALL_AMOUNT, "static-allowances"),
        PAYMENT_CODE(ChannelScope.PAYMENT_CODE, "payment-codes"),
        ATM_OFFER(ChannelScope.TERMINAL, "terminals/offers"),
        ATM_REMAINS(ChannelScope.TERMINAL, "terminals/remains"),
        ATM_ACTION(ChannelScope.TERMINAL, "terminals/actions"),
        USSD(ChannelScope.USSD, "ussd/sessions/");

        private final ChannelScope scope;
        private final String path;

        Door(ChannelScope scope, String path) {
            this.scope = scope;
            this.path = path;
        }
    }

    @ParameterizedTest
    @EnumSource
    void withoutTheKeyOfTheDoorNothingIsAnsweredOrDone(Door door) throws Exception {
        Owner owner = owner(door == Door.USSD ? "603799" : "610433", "APP,HARIM", true);
        String good = key(door.scope);
        int middle = good.length() - 10;
        char other = good.charAt(middle) == 'x' ? 'y' : 'x';
        Map<String, Integer> refusals = Map.of(
                "",
                401,
                "rz.nobody.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                401,
                good.substring(0, middle) + other + good.substring(middle + 1),
                401,
                good.substring(0, good.length() - 1),
                401,
                good + "A",
                401,
                good.toUpperCase(Locale.ROOT),
                401,
                foreign(door),
                403);

        for (Map.Entry<String, Integer> refusal : refusals.entrySet()) {
            HttpResponse<String> answer = knock(door, refusal.getKey(), owner);
            assertThat(answer.statusCode()).isEqualTo(refusal.getValue());
            assertThat(answer.body()).doesNotContain(owner.number().digits()).doesNotContain("verdict");
        }
        assertThat(reasons(owner)).isEmpty();
        assertThat(rows(owner)).isZero();
        assertThat(knock(door, good, owner).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @EnumSource
    void aKeyThatEndedOrWhoseClientIsRevokedIsRefused(Door door) throws Exception {
        Owner owner = owner(door == Door.USSD ? "603799" : "610433", "APP,HARIM", true);
        String id = "case-" + ids.next();
        String key = clients.register(id, "A case", EnumSet.of(door.scope)).bearer();
        assertThat(knock(door, key, owner).statusCode()).isEqualTo(200);
        clients.revoke(id);
        clock.advance(Duration.ofSeconds(2));
        assertThat(knock(door, key, owner).statusCode()).isEqualTo(401);

        String ending = key(door.scope);
        clock.advance(Duration.ofDays(366));
        assertThat(knock(door, ending, owner).statusCode()).isEqualTo(401);
    }

    /** While a key is changed, questions with the old one and with the new one are answered, and one before both is not. */
    @ParameterizedTest
    @EnumSource
    void aKeyThatIsRotatedInFlightLosesNoQuestion(Door door) throws Exception {
        Owner owner = owner(door == Door.USSD ? "603799" : "610433", "APP,HARIM", true);
        String id = "case-" + ids.next();
        String first = clients.register(id, "A case", EnumSet.of(door.scope)).bearer();
        String second = clients.rotate(id).bearer();
        String[] third = new String[1];

        List<Integer> answers = Together.all(16, n -> (Callable<Integer>) () -> {
            if (n == 8) {
                third[0] = clients.rotate(id).bearer();
            }
            return knock(door, second, owner).statusCode();
        });

        assertThat(answers).containsOnly(200);
        assertThat(knock(door, third[0], owner).statusCode()).isEqualTo(200);
        clock.advance(Duration.ofSeconds(2));
        assertThat(knock(door, first, owner).statusCode()).as("two before").isEqualTo(401);
        clock.advance(Duration.ofHours(25));
        assertThat(knock(door, second, owner).statusCode())
                .as("after the overlap")
                .isEqualTo(401);
        assertThat(knock(door, third[0], owner).statusCode()).isEqualTo(200);
    }

    /** The key of a client that may ask everything else. */
    private String foreign(Door door) {
        return clients.register("case-" + ids.next(), "A case", EnumSet.complementOf(EnumSet.of(door.scope)))
                .bearer();
    }

    private HttpResponse<String> knock(Door door, String key, Owner owner) throws Exception {
        jdbc.sql("delete from sms_limit").update();
        String id = "k-" + ids.next();
        Transaction payment = payment();
        return calls.patiently(
                door == Door.USSD ? door.path + id : door.path,
                key,
                switch (door) {
                    case VERIFICATION -> calls.question(id, owner, "%06d".formatted(0) + "12", payment);
                    case PASSWORD_POLICY -> "{\"card\":\"" + owner.number().digits() + "\",\"password\":\"SECOND\"}";
                    case SMALL_PAYMENT -> calls.allowance(id, owner, 1_000);
                    case PAYMENT_CODE -> calls.press(id, owner, payment);
                    case ATM_OFFER ->
                        atm(id, owner)
                                .replaceFirst("\"requestId\":\"[^\"]*\",", "")
                                .replaceFirst(",\"entry\":\"[^\"]*\"", "");
                    case ATM_REMAINS -> atm(id, owner).replaceFirst("\"requestId\":\"[^\"]*\",", "");
                    case ATM_ACTION -> atm(id, owner);
                    case USSD -> calls.step(1, owner, "");
                });
    }

    /** An entry that does nothing before the number is confirmed. */
    private String atm(String id, Owner owner) {
        return calls.wish(id, owner, "2-2", Map.of());
    }

    private int rows(Owner owner) {
        return jdbc.sql("""
                        select (select count(*) from harim_request where card_id = :card)
                             + (select count(*) from small_amount_use where card_id = :card)
                             + (select count(*) from terminal_request where card_id = :card)
                        """)
                .param("card", owner.card().value())
                .query(Integer.class)
                .single();
    }
}
