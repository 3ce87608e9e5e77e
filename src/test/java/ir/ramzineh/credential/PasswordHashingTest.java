package ir.ramzineh.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;

import ir.ramzineh.vault.Vault;
import ir.ramzineh.vault.VaultKeys;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** A password outlives every change of keys but the loss of its own pepper. */
class PasswordHashingTest {
    private static final Instant NOW = Instant.parse("2026-11-22T00:00:00Z");
    private static final Password PASSWORD = new Password("Abri-Baran-51");
    private static final String SEAL = key("SEAL", 1, 1);
    private static final String LOOK_UP = key("LOOK_UP", 1, 2);
    private static final String OLD_MAC = key("MAC", 1, 3);
    private static final String NEW_MAC = key("MAC", 2, 4);
    private static final String OLD_PEPPER = key("PEPPER", 1, 5);
    private static final String NEW_PEPPER = key("PEPPER", 2, 6);

    private final String hash = with(SEAL, LOOK_UP, OLD_MAC, OLD_PEPPER).hash(PASSWORD);

    @Test
    void aNewMacKeyTouchesNoPassword() {
        assertThat(hash).startsWith("1$argon2id$");
        PasswordHashing rotated = with(SEAL, LOOK_UP, NEW_MAC, OLD_PEPPER);
        assertThat(rotated.matches(PASSWORD, hash)).isTrue();
        assertThat(rotated.isOutdated(hash)).isFalse();
        assertThat(rotated.matches(new Password("Abri-Baran-52"), hash)).isFalse();
    }

    @Test
    void aNewPepperRenewsAHashAtTheNextSignIn() {
        PasswordHashing rotated = with(SEAL, LOOK_UP, OLD_MAC, OLD_PEPPER, NEW_PEPPER);
        assertThat(rotated.matches(PASSWORD, hash)).isTrue();
        assertThat(rotated.isOutdated(hash)).isTrue();
        String renewed = rotated.hash(PASSWORD);
        assertThat(renewed).startsWith("2$argon2id$");
        assertThat(rotated.isOutdated(renewed)).isFalse();
        assertThat(with(SEAL, LOOK_UP, OLD_MAC, NEW_PEPPER).matches(PASSWORD, renewed))
                .isTrue();
    }

    @Test
    void aHashFromBeforeThereWerePeppersStaysGood() {
        PasswordHashing before = with(SEAL, LOOK_UP, OLD_MAC);
        String withoutNumber = before.hash(PASSWORD).substring(1);
        assertThat(before.matches(PASSWORD, withoutNumber)).isTrue();
        assertThat(before.isOutdated(withoutNumber)).isFalse();
        assertThat(with(SEAL, LOOK_UP, OLD_MAC, NEW_MAC).matches(PASSWORD, withoutNumber))
                .isTrue();
    }

    @Test
    void aCrowdIsToldThatThePortalIsBusyAndIsServedAfterwards() throws Exception {
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        SecureRandom salt = mock();
        PasswordHashing hashing = new PasswordHashing(
                Vault.over(vaultKeys(SEAL, LOOK_UP, OLD_MAC, OLD_PEPPER), Clock.fixed(NOW, ZoneOffset.UTC)),
                salt,
                settings(1));
        doAnswer(call -> {
                    // Asked for inside the only place there is.
                    inside.countDown();
                    goOn.await();
                    return null;
                })
                .doNothing()
                .when(salt)
                .nextBytes(any());
        Thread first = Thread.startVirtualThread(() -> hashing.hash(PASSWORD));
        inside.await();
        assertThatThrownBy(() -> hashing.hash(PASSWORD)).isInstanceOf(PasswordsBusyException.class);
        goOn.countDown();
        first.join();
        assertThat(hashing.hash(PASSWORD)).isNotEmpty();
    }

    @Test
    void whatIsDeliveredCostsAGuesserAtLeast19MebibytesTwiceOver() {
        var delivered =
                new Binder(new MapConfigurationPropertySource()).bindOrCreate("none", CredentialSettings.Hashing.class);
        assertThat(delivered.memoryKib()).isGreaterThanOrEqualTo(19_456);
        assertThat(delivered.iterations()).isGreaterThanOrEqualTo(2);
    }

    private static PasswordHashing with(String... keys) {
        return new PasswordHashing(
                Vault.over(vaultKeys(keys), Clock.fixed(NOW, ZoneOffset.UTC)), new SecureRandom(), settings(2));
    }

    private static VaultKeys vaultKeys(String... keys) {
        return VaultKeys.parse("{\"format\":1,\"keys\":[" + String.join(",", keys) + "]}");
    }

    private static CredentialSettings settings(int places) {
        return new CredentialSettings(
                new CredentialSettings.Hashing(64, 1, 1, places, Duration.ofMillis(20)),
                new CredentialSettings.Waits(
                        3, 30, List.of(Duration.ofSeconds(30)), Duration.ofDays(1), Duration.ofHours(1)),
                new CredentialSettings.Codes(
                        6,
                        Duration.ofSeconds(120),
                        Duration.ofMinutes(10),
                        Duration.ofSeconds(60),
                        5,
                        Duration.ofMinutes(10)),
                Duration.ofDays(180),
                Duration.ofMinutes(15),
                Duration.ofDays(1),
                Duration.ofMillis(400));
    }

    private static String key(String purpose, int id, int fill) {
        byte[] secret = new byte[32];
        java.util.Arrays.fill(secret, (byte) fill);
        return """
                {"purpose":"%s","id":%d,"createdAt":"2026-11-01T00:00:00Z","activeFrom":"2026-11-01T00:00:00Z","secret":"%s"}
                """.formatted(purpose, id, java.util.Base64.getEncoder().encodeToString(secret));
    }
}
