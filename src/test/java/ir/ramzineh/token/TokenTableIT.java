package ir.ramzineh.token;

import static org.assertj.core.api.Assertions.assertThat;

import ir.ramzineh.PortalIT;
import ir.ramzineh.issuer.ActivationWay;
import ir.ramzineh.kernel.CardId;
import ir.ramzineh.kernel.CustomerId;
import ir.ramzineh.kernel.IdSource;
import ir.ramzineh.kernel.PasswordKind;
import ir.ramzineh.otp.HashAlgorithm;
import ir.ramzineh.otp.OtpKey;
import ir.ramzineh.otp.TotpSpec;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of tokens under attack: what one conditional statement decides. */
@PortalIT
class TokenTableIT {
    private static final TotpSpec SPEC = new TotpSpec(HashAlgorithm.SHA256, 7, 60);

    @Autowired
    private TokenTable table;

    @Autowired
    private Tokens tokens;

    @Autowired
    private SealedKeys keys;

    @Autowired
    private IdSource ids;

    @Autowired
    private Clock clock;

    @Autowired
    private JdbcClient jdbc;

    private CustomerId customer;
    private CardId card;
    private Instant now;

    @BeforeEach
    void aCardOfItsOwn() {
        customer = new CustomerId(ids.next());
        card = new CardId(ids.next());
        now = clock.instant();
    }

    @Test
    void of64CallersOneClaimsAStep() throws Exception {
        TokenId token = active(PasswordKind.SECOND);
        long first = SPEC.step(now) + 1;
        for (long step = first; step < first + 10; step++) {
            long claimed = step;
            assertThat(winners(64, () -> table.claimStep(token, claimed, 0, now)))
                    .isEqualTo(1);
        }
    }

    @Test
    void theProvingStepAndOlderOnesAreSpent() {
        TokenId token = active(PasswordKind.SECOND);
        assertThat(table.claimStep(token, SPEC.step(now), 0, now)).isFalse();
        assertThat(table.claimStep(token, SPEC.step(now) - 1, 0, now)).isFalse();
        assertThat(table.claimStep(token, SPEC.step(now) + 1, 0, now)).isTrue();
    }

    @Test
    void aServerClockAnHourAheadAndBackLocksNobodyOutAndRepeatsNoStep() {
        TokenId token = active(PasswordKind.SECOND);
        Instant ahead = now.plus(Duration.ofHours(1));
        long future = SPEC.step(ahead);
        assertThat(table.claimStep(token, future, 0, ahead)).isTrue();

        long present = SPEC.step(now) + 1;
        assertThat(table.claimStep(token, present, 0, now)).isTrue();
        assertThat(table.claimStep(token, present, 0, now)).isFalse();
        assertThat(table.claimStep(token, future, 0, ahead)).isFalse();
        assertThat(table.claimStep(token, future + 1, 0, ahead)).isTrue();
    }

    @Test
    void driftIsLearnedWithTheClaimAndBounded() {
        TokenId token = active(PasswordKind.SECOND);
        assertThat(table.claimStep(token, SPEC.step(now) + 2, 2, now)).isTrue();
        assertThat(tokens.live(card, PasswordKind.SECOND))
                .singleElement()
                .satisfies(live -> assertThat(live.driftSteps()).isEqualTo(2));
        assertThat(table.claimStep(token, SPEC.step(now) + 50, 50, now)).isTrue();
        assertThat(tokens.live(card, PasswordKind.SECOND).getFirst().driftSteps())
                .isEqualTo(TokenKey.DRIFT_STEPS_MAX);
    }

    @Test
    void aDeadTokenHasNoKeyAndClaimsNothing() {
        TokenId token = active(PasswordKind.SECOND);
        assertThat(table.killActive(card, PasswordKind.SECOND, now)).isEqualTo(1);
        assertThat(tokens.live(card, PasswordKind.SECOND)).isEmpty();
        assertThat(table.claimStep(token, SPEC.step(now) + 1, 0, now)).isFalse();
        assertThat(jdbc.sql("select count(*) from token where id = :id and key_sealed is null")
                        .param("id", token.value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void firstAndSecondPasswordHaveTheirOwnTokens() {
        active(PasswordKind.FIRST);
        TokenId second = active(PasswordKind.SECOND);
        table.killActive(card, PasswordKind.FIRST, now);
        assertThat(tokens.live(card, PasswordKind.FIRST)).isEmpty();
        assertThat(tokens.live(card, PasswordKind.SECOND))
                .extracting(TokenKey::id)
                .containsExactly(second);
    }

    @Test
    void aKeyWithAFlippedBitOrSwappedBetweenTokensOpensNowhere() {
        TokenId first = active(PasswordKind.FIRST);
        TokenId second = active(PasswordKind.SECOND);
        jdbc.sql("update token a join token b on b.id = :second set a.key_sealed = b.key_sealed where a.id = :first")
                .param("first", first.value())
                .param("second", second.value())
                .update();
        jdbc.sql("""
                update token
                set key_sealed = concat(left(key_sealed, length(key_sealed) - 1),
                                        char(ascii(right(key_sealed, 1)) ^ 1))
                where id = :second
                """).param("second", second.value()).update();
        assertThat(tokens.live(card, PasswordKind.FIRST)).isEmpty();
        assertThat(tokens.live(card, PasswordKind.SECOND)).isEmpty();
    }

    @Test
    void theRowHoldsNeitherTheKeyNorAnyTextOfIt() {
        OtpKey key = OtpKey.random(new SecureRandom(), 32);
        TokenId token = active(PasswordKind.SECOND, key);
        byte[] sealed = jdbc.sql("select key_sealed from token where id = :id")
                .param("id", token.value())
                .query(byte[].class)
                .single();
        assertThat(new String(sealed, java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain(new String(key.bytes(), java.nio.charset.StandardCharsets.ISO_8859_1));
        assertThat(tokens.live(card, PasswordKind.SECOND).getFirst().key()).isEqualTo(key);
    }

    @Test
    void somebodyElseSeesRenamesAndDeletesNothing() {
        TokenId token = active(PasswordKind.SECOND);
        CustomerId stranger = new CustomerId(ids.next());
        assertThat(tokens.of(stranger, card)).isEmpty();
        assertThat(tokens.rename(stranger, token, "mine")).isFalse();
        assertThat(tokens.delete(stranger, token)).isInstanceOf(DeleteOutcome.Unknown.class);
        assertThat(tokens.of(customer, card)).singleElement().satisfies(view -> {
            assertThat(view.id()).isEqualTo(token);
            assertThat(view.label()).isEqualTo("phone");
        });
    }

    private TokenId active(PasswordKind kind) {
        return active(kind, OtpKey.random(new SecureRandom(), 32));
    }

    private TokenId active(PasswordKind kind, OtpKey key) {
        TokenId token = new TokenId(ids.next());
        table.insertPending(token, customer, card, kind, ActivationWay.QR, SPEC, keys.seal(token, key), false, now);
        assertThat(table.activate(token, SPEC.step(now), 0, "phone", now)).isTrue();
        return token;
    }

    private static long winners(int callers, Callable<Boolean> call) throws Exception {
        try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Boolean>> all = pool.invokeAll(java.util.Collections.nCopies(callers, call));
            long won = 0;
            for (Future<Boolean> each : all) {
                won += each.get() ? 1 : 0;
            }
            return won;
        }
    }
}
