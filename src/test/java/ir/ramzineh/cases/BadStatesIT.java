package ir.ramzineh.cases;

import static org.assertj.core.api.Assertions.assertThat;

import ir.ramzineh.PortalIT;
import ir.ramzineh.TestPhone;
import ir.ramzineh.channelapi.ChannelScope;
import ir.ramzineh.issuer.ActivationWay;
import ir.ramzineh.kernel.PasswordKind;
import ir.ramzineh.kernel.Transaction;
import ir.ramzineh.smallamount.SmallAmounts;
import ir.ramzineh.token.Activations;
import ir.ramzineh.token.StartOutcome;
import ir.ramzineh.verification.Verdict;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

@PortalIT
@DisplayName("Security case 6: every endpoint and every bad state: no ACCEPT, no code, no QR")
class BadStatesIT extends CaseScene {
    /** What is wrong with a card. */
    enum BadState {
        LOCKED("state = 'LOCKED', failed_attempts = 3"),
        FROZEN("frozen_at = utc_timestamp(3)"),
        STATIC("state = 'STATIC', channels = null"),
        EVERY_WAY_OFF("channels = ''"),
        GIFT(""),
        EXPIRED(""),
        BLOCKED("");

        private final String password;

        BadState(String password) {
            this.password = password;
        }
    }

    /** Where something might be had for it. */
    enum Endpoint {
        VERIFICATION,
        SMALL_PAYMENT,
        PAYMENT_CODE,
        TEXT_IN,
        USSD,
        ATM_ACTIVATION,
        ATM_SMS_EDITION,
        PORTAL_QR,
        PHONE_CLAIM;

        boolean begins() {
            return this == ATM_ACTIVATION || this == ATM_SMS_EDITION || this == PORTAL_QR || this == PHONE_CLAIM;
        }
    }

    /** A new activation is the way out of these, and the small payments belong to a card that is dynamic all the same. */
    private static final Set<BadState> OPEN_TO_ACTIVATION =
            EnumSet.of(BadState.LOCKED, BadState.STATIC, BadState.EVERY_WAY_OFF);

    @Autowired
    private SmallAmounts smallAmounts;

    @Autowired
    private Activations activations;

    static Stream<Arguments> everyPair() {
        return Stream.of(BadState.values())
                .flatMap(state -> Stream.of(Endpoint.values())
                        .filter(endpoint -> !(endpoint.begins() && OPEN_TO_ACTIVATION.contains(state)))
                        .filter(endpoint -> !(endpoint == Endpoint.SMALL_PAYMENT && state == BadState.EVERY_WAY_OFF))
                        .map(endpoint -> Arguments.of(endpoint, state)));
    }

    @ParameterizedTest
    @MethodSource("everyPair")
    void nothingIsHad(Endpoint endpoint, BadState state) throws Exception {
        Owner owner = owner(endpoint == Endpoint.USSD ? "603799" : "610433", channels(endpoint), true);
        if (endpoint == Endpoint.SMALL_PAYMENT) {
            smallAmounts.accept(owner.customer(), owner.card(), true);
        }
        String activationCode = endpoint == Endpoint.PHONE_CLAIM ? codeOfAnActivation(owner) : "";
        spoil(owner, state);
        int had = had(owner);

        assertThat(ask(endpoint, owner, activationCode))
                .as("what the caller is told")
                .isFalse();
        Thread.sleep(Duration.ofMillis(250));
        assertThat(had(owner)).as("codes, keys and messages with them").isLessThanOrEqualTo(had);
    }

    @Test
    void aLockSurvivesARestart() throws Exception {
        Owner owner = Source.APP.owner(this);
        Transaction payment = payment();
        for (int i = 0; i < 3; i++) {
            verdict(key(ChannelScope.VERIFICATION), "r-" + ids.next(), owner, "%06d".formatted(i), payment);
        }
        onTwoNodes(fresh -> assertThat(verdict(
                        fresh,
                        "restarted",
                        question("r-" + ids.next(), owner, owner.appCode(clock.instant()), payment)))
                .isEqualTo(Verdict.REFUSED));
        assertThat(reasons(owner).getLast()).isEqualTo("LOCKED");
    }

    private static String channels(Endpoint endpoint) {
        return endpoint == Endpoint.USSD ? "APP,HARIM,USSD" : "APP,HARIM,SMS_TEXT_IN";
    }

    private void spoil(Owner owner, BadState state) {
        if (!state.password.isEmpty()) {
            set(owner.card(), state.password);
        }
        String column = switch (state) {
            case GIFT -> "product = 'GIFT'";
            case EXPIRED -> "expiry_year = 1400";
            case BLOCKED -> "active = false";
            case LOCKED, FROZEN, STATIC, EVERY_WAY_OFF -> "";
        };
        if (!column.isEmpty()) {
            jdbc.sql("update corebank_card set " + column + " where id = " + owner.bankCard())
                    .update();
            jdbc.sql("update card set " + column + " where id = " + owner.card().value())
                    .update();
        }
    }

    /** Whether the caller got what it came for. */
    private boolean ask(Endpoint endpoint, Owner owner, String activationCode) throws Exception {
        Transaction payment = payment();
        return switch (endpoint) {
            case VERIFICATION ->
                verdict(key(ChannelScope.VERIFICATION), "v-" + ids.next(), owner, codeOf(owner), payment)
                        == Verdict.ACCEPTED;
            case SMALL_PAYMENT ->
                calls.post(
                                "static-allowances",
                                key(ChannelScope.SMALL_AMOUNT),
                                calls.allowance("s-" + ids.next(), owner, 1_000))
                        .body()
                        .contains("true");
            case PAYMENT_CODE -> {
                calls.post(
                        "payment-codes",
                        key(ChannelScope.PAYMENT_CODE),
                        calls.press("p-" + ids.next(), owner, payment));
                yield false;
            }
            case TEXT_IN -> {
                text(owner.mobile(), owner.number().lastFour());
                yield false;
            }
            case USSD -> dials(owner);
            case ATM_ACTIVATION -> wishes(owner, "1-1-1");
            case ATM_SMS_EDITION -> wishes(owner, "3-1-1");
            case PORTAL_QR ->
                activations.start(owner.customer(), owner.card(), PasswordKind.SECOND, ActivationWay.QR_AND_SMS)
                        instanceof StartOutcome.Started;
            case PHONE_CLAIM ->
                new TestPhone(URI.create("http://localhost:" + port))
                                .claimByCard(owner.number().digits(), "SECOND", activationCode, "Phone")
                                .status()
                        == 200;
        };
    }

    private String codeOf(Owner owner) {
        return owner.appCode(clock.instant());
    }

    private boolean dials(Owner owner) throws Exception {
        String key = key(ChannelScope.USSD);
        String path = "ussd/sessions/s-" + ids.next();
        calls.post(path, key, calls.step(1, owner, ""));
        HttpResponse<String> answer = calls.post(path, key, calls.step(2, owner, "1"));
        return answer.statusCode() == 200 && answer.body().matches("(?s).*[0-9]{7}.*");
    }

    private boolean wishes(Owner owner, String entry) throws Exception {
        return calls.post(
                        "terminals/actions",
                        key(ChannelScope.TERMINAL),
                        calls.wish("w-" + ids.next(), owner, entry, Map.of("mobileConfirmed", true)))
                .body()
                .contains("\"DONE\"");
    }

    private String codeOfAnActivation(Owner owner) throws Exception {
        long seen = newest(owner);
        assertThat(wishes(owner, "1-1-1")).isTrue();
        return lineOfTheCode(owner, seen);
    }

    /** Codes made, keys on their way, and messages that carry one or the other. */
    private int had(Owner owner) {
        return jdbc.sql("""
                        select (select count(*) from issued_code where card_id = :card)
                             + (select count(*) from token where card_id = :card and state = 'PENDING')
                             + (select count(*) from sms_message
                                where card_id = :card and (purpose in ('text-in', 'harim') or template like 'activation.%'))
                        """)
                .param("card", owner.card().value())
                .query(Integer.class)
                .single();
    }
}
