package ir.ramzineh.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ir.ramzineh.PortalIT;
import ir.ramzineh.TestClock;
import ir.ramzineh.kernel.IdSource;
import ir.ramzineh.kernel.PasswordKind;
import ir.ramzineh.kernel.RequestIdReusedException;
import ir.ramzineh.kernel.TransactionType;
import ir.ramzineh.vault.Vault;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rules of the answer to the card switch, one by one (design section 5). */
@PortalIT
class VerificationsIT {
    @Autowired
    private Verifications verifications;

    @Autowired
    private PasswordPolicies policies;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Vault vault;

    @Autowired
    private IdSource ids;

    @Autowired
    private TestClock clock;

    private PlayedCard card;

    @BeforeEach
    void aCardWithAnAuthenticator() {
        card = PlayedCard.dynamic(jdbc, vault, ids);
        startOfStep();
    }

    @Test
    void theSameRequestAgainHasTheSameAnswerWhateverHappenedInBetween() {
        VerificationRequest good = card.ask("r-" + card.id.value(), card.code(clock.instant()));
        assertThat(verify(good)).isEqualTo(Verdict.ACCEPTED);
        card.set("state = 'LOCKED'");
        clock.advance(Duration.ofHours(1));
        for (int i = 0; i < 10; i++) {
            assertThat(verify(good)).isEqualTo(Verdict.ACCEPTED);
        }
        assertThat(card.count(Reason.ACCEPTED)).isEqualTo(1);
    }

    @Test
    void aRequestIdForAnotherQuestionIsAConflictAndEvaluatesNothing() {
        String request = "r-" + card.id.value();
        assertThat(verify(card.ask(request, card.wrongCode(clock.instant(), 1))))
                .isEqualTo(Verdict.REFUSED);
        assertThatThrownBy(() -> verify(card.ask(request, card.code(clock.instant()))))
                .isInstanceOf(RequestIdReusedException.class);
        assertThat(card.failedAttempts()).isEqualTo(1);
    }

    @Test
    void twoChannelsMayUseTheSameRequestIdYetNotTheSameCode() {
        VerificationRequest question = card.ask("same-" + card.id.value(), card.code(clock.instant()));
        assertThat(verifications.verify("one", question)).isEqualTo(Verdict.ACCEPTED);
        assertThat(verifications.verify("two", question)).isEqualTo(Verdict.REFUSED);
        assertThat(card.lastReason()).isEqualTo(Reason.ALREADY_USED);
    }

    @Test
    void aCodeInTwelveSpellingsIsAcceptedAtMostOnce() {
        String code = card.code(clock.instant());
        List<String> spellings = List.of(
                " " + code,
                code + "\n",
                code.substring(0, 3) + " " + code.substring(3),
                code.substring(0, 3) + "\u200c" + code.substring(3),
                "\u200f" + code,
                "\u202a" + code + "\u202c",
                shifted(code, '\uFF10'),
                "+" + code,
                shifted(code, '\u06F0'),
                shifted(code, '\u0660'),
                shifted(code.substring(0, 3), '\u06F0') + code.substring(3),
                code);
        int accepted = 0;
        for (int i = 0; i < spellings.size(); i++) {
            Verdict verdict = verify(card.ask("s-" + card.id.value() + "-" + i, spellings.get(i)));
            accepted += verdict == Verdict.ACCEPTED ? 1 : 0;
        }
        assertThat(accepted).isEqualTo(1);
        assertThat(card.count(Reason.MALFORMED)).isEqualTo(8);
        assertThat(card.count(Reason.ALREADY_USED)).isEqualTo(3);
        assertThat(card.failedAttempts()).isZero();
    }

    @Test
    void S7_13_threeWrongCodesInARowSwitchOffThatPasswordOfThatCardOnly() {
        PlayedCard other = PlayedCard.dynamic(jdbc, vault, ids);
        for (int i = 1; i <= 3; i++) {
            verify(card.ask("w-" + card.id.value() + i, card.wrongCode(clock.instant(), i)));
        }
        assertThat(card.state()).isEqualTo("LOCKED");
        assertThat(card.lastReason()).isEqualTo(Reason.WRONG_CODE_LOCKED);
        assertThat(verify(card.ask("w-" + card.id.value() + 4, card.code(clock.instant()))))
                .isEqualTo(Verdict.REFUSED);
        assertThat(verify(other.ask("o-" + other.id.value(), other.code(clock.instant()))))
                .isEqualTo(Verdict.ACCEPTED);
    }

    @Test
    void aRightCodeForgivesTheWrongOnesBeforeIt() {
        for (int round = 0; round < 3; round++) {
            verify(card.ask("f-" + card.id.value() + round + "a", card.wrongCode(clock.instant(), round)));
            verify(card.ask("f-" + card.id.value() + round + "b", card.wrongCode(clock.instant(), round + 50)));
            assertThat(verify(card.ask("f-" + card.id.value() + round, card.code(clock.instant()))))
                    .isEqualTo(Verdict.ACCEPTED);
            clock.advance(Duration.ofSeconds(60));
        }
        assertThat(card.failedAttempts()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "0, ACCEPTED",
        "59, ACCEPTED",
        "74, ACCEPTED",
        "76, EXPIRED",
        "200, EXPIRED",
        "-14, ACCEPTED",
        "-16, TOO_EARLY"
    })
    void S5_8_aCodeCountsFromFifteenSecondsBeforeItAppearsToFifteenAfterItsLife(int age, Reason reason) {
        clock.hold();
        startOfStep();
        Instant appears = clock.instant();
        String code = card.code(appears);
        clock.advance(Duration.ofSeconds(age));
        verify(card.ask("a-" + card.id.value(), code));
        assertThat(card.lastReason()).isEqualTo(reason);
        assertThat(card.failedAttempts()).isZero();
    }

    @Test
    void D4_noCodeCountsLongerThan120SecondsHoweverTheLifeIsSet() {
        clock.hold();
        startOfStep();
        card.set("life_seconds = 120");
        String early = card.code(clock.instant());
        clock.advance(Duration.ofSeconds(118));
        assertThat(verify(card.ask("l-" + card.id.value(), early))).isEqualTo(Verdict.ACCEPTED);
        startOfStep();
        String late = card.code(clock.instant());
        clock.advance(Duration.ofSeconds(121));
        assertThat(verify(card.ask("m-" + card.id.value(), late))).isEqualTo(Verdict.REFUSED);
        assertThat(card.lastReason()).isEqualTo(Reason.EXPIRED);
    }

    @Test
    void anOlderCodeIsNotGoodAfterANewerOne() {
        card.set("life_seconds = 120");
        String older = card.code(clock.instant());
        clock.advance(Duration.ofSeconds(61));
        assertThat(verify(card.ask("n-" + card.id.value(), card.code(clock.instant()))))
                .isEqualTo(Verdict.ACCEPTED);
        assertThat(verify(card.ask("o-" + card.id.value(), older))).isEqualTo(Verdict.REFUSED);
        assertThat(card.lastReason()).isEqualTo(Reason.ALREADY_USED);
    }

    @Test
    void S5_7_anAmountAboveTheCapIsRefusedAndTheCodeIsSpent() {
        card.set("amount_cap = 1000000");
        String code = card.code(clock.instant());
        assertThat(verify(card.ask("c-" + card.id.value(), code, TransactionType.PURCHASE, 1_000_001)))
                .isEqualTo(Verdict.REFUSED);
        assertThat(card.lastReason()).isEqualTo(Reason.ABOVE_CAP);
        assertThat(verify(card.ask("d-" + card.id.value(), code, TransactionType.PURCHASE, 1_000_000)))
                .isEqualTo(Verdict.REFUSED);
        assertThat(card.lastReason()).isEqualTo(Reason.ALREADY_USED);
        clock.advance(Duration.ofSeconds(60));
        assertThat(verify(card.ask(
                        "e-" + card.id.value(), card.code(clock.instant()), TransactionType.PURCHASE, 1_000_000)))
                .isEqualTo(Verdict.ACCEPTED);
    }

    @Test
    void S5_3_aCodeIsNeverGoodForChangingAPasswordAndIsNotSpentThere() {
        String code = card.code(clock.instant());
        assertThat(verify(card.ask("p-" + card.id.value(), code, TransactionType.PASSWORD_CHANGE, 0)))
                .isEqualTo(Verdict.REFUSED);
        assertThat(card.lastReason()).isEqualTo(Reason.STATIC_PASSWORD_NEEDED);
        assertThat(verify(card.ask("q-" + card.id.value(), code))).isEqualTo(Verdict.ACCEPTED);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void aPhoneThatRunsAheadIsFollowedStepByStep(int minutes) {
        jdbc.sql("update token set drift_steps = :drift where card_id = :id")
                .param("drift", minutes)
                .param("id", card.id.value())
                .update();
        Instant onThePhone = clock.instant().plus(Duration.ofMinutes(minutes));
        assertThat(verify(card.ask("z-" + card.id.value(), card.code(onThePhone))))
                .isEqualTo(Verdict.ACCEPTED);
    }

    @Test
    void aPhoneWhoseClockWasSetRightIsUnderstoodAtOnceAndStaysSo() {
        jdbc.sql("update token set drift_steps = -3 where card_id = :id")
                .param("id", card.id.value())
                .update();
        assertThat(verify(card.ask("v-" + card.id.value(), card.code(clock.instant()))))
                .isEqualTo(Verdict.ACCEPTED);
        assertThat(jdbc.sql("select drift_steps from token where card_id = :id")
                        .param("id", card.id.value())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void S0_5_theStaticSecondPasswordCountsOnlyUntilCodesAreOnAndALockDoesNotBringItBack() {
        assertThat(policies.of(card.number, PasswordKind.SECOND)).isEqualTo(new PasswordPolicy(false, true));
        assertThat(policies.of(card.number, PasswordKind.FIRST)).isEqualTo(new PasswordPolicy(true, false));
        card.set("state = 'LOCKED'");
        assertThat(policies.of(card.number, PasswordKind.SECOND)).isEqualTo(new PasswordPolicy(false, false));
        card.set("state = 'STATIC'");
        assertThat(policies.of(card.number, PasswordKind.SECOND)).isEqualTo(new PasswordPolicy(true, false));
    }

    @Test
    void everyAttemptHasItsRowInTheTrailAndNoRowHoldsTheCodeOrTheCardNumber() {
        String code = card.code(clock.instant());
        verify(card.ask("t1-" + card.id.value(), card.wrongCode(clock.instant(), 3)));
        verify(card.ask("t2-" + card.id.value(), code));
        List<String> rows = jdbc.sql(
                        "select concat(kind, ' ', details) from audit_event where card_id = :id and kind like 'code.%' order by id")
                .param("id", card.id.value())
                .query(String.class)
                .list();
        assertThat(rows).hasSize(2);
        assertThat(rows.toString()).doesNotContain(code).doesNotContain(card.number.digits());
        assertThat(card.ask("t3", code).toString()).doesNotContain(code).doesNotContain(card.number.digits());
    }

    private Verdict verify(VerificationRequest request) {
        return verifications.verify("test", request);
    }

    /** Moves the clock to the first moment of the next time step, so that ages are exact. */
    private void startOfStep() {
        long period = card.spec.periodSeconds() * 1000L;
        clock.advance(Duration.ofMillis(period - clock.instant().toEpochMilli() % period));
    }

    private static String shifted(String digits, char zero) {
        StringBuilder shifted = new StringBuilder();
        digits.chars().forEach(c -> shifted.append((char) (zero + (c - '0'))));
        return shifted.toString();
    }
}
