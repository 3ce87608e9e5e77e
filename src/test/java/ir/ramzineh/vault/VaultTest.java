package ir.ramzineh.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VaultTest {
    private static final Instant NOW = Instant.parse("2026-11-22T00:00:00Z");
    private static final Field MOBILE = new Field("customer", "mobile");
    private static final String PLAIN = "+989120000001";

    private final SecureRandom random = new SecureRandom();
    private final VaultKeys keys = VaultKeys.generate(random, NOW);
    private final Vault vault = at(keys, NOW);

    @Test
    void whatWasSealedOpensInItsOwnPlaceAndLooksDifferentEachTime() {
        byte[] once = vault.seal(MOBILE, 7, PLAIN);
        byte[] twice = vault.seal(MOBILE, 7, PLAIN);
        assertThat(vault.open(MOBILE, 7, once)).isEqualTo(PLAIN);
        assertThat(once).isNotEqualTo(twice).hasSize(PLAIN.length() + SealFormat.OVERHEAD_BYTES);
        assertThat(new String(once, StandardCharsets.ISO_8859_1)).doesNotContain("0000001");
    }

    @Test
    void anyFlippedBitIsRefused() {
        byte[] sealed = vault.seal(MOBILE, 7, PLAIN);
        for (int bit = 0; bit < sealed.length * 8; bit++) {
            byte[] altered = sealed.clone();
            altered[bit / 8] ^= (byte) (1 << bit % 8);
            assertThatThrownBy(() -> vault.open(MOBILE, 7, altered)).isInstanceOf(VaultException.class);
        }
    }

    @Test
    void everyRefusalLooksTheSame() {
        byte[] sealed = vault.seal(MOBILE, 7, PLAIN);
        Vault other = at(VaultKeys.generate(random, NOW), NOW);
        Vault missing = at(keys.withNew(KeyPurpose.SEAL, random, NOW, NOW).withoutOlder(KeyPurpose.SEAL, 2), NOW);
        String expected = "The stored value does not open";
        assertThatThrownBy(() -> vault.open(MOBILE, 8, sealed))
                .hasMessage(expected)
                .hasNoCause();
        assertThatThrownBy(() -> vault.open(new Field("customer", "national_id"), 7, sealed))
                .hasMessage(expected)
                .hasNoCause();
        assertThatThrownBy(() -> vault.open(new Field("sms_message", "mobile"), 7, sealed))
                .hasMessage(expected);
        assertThatThrownBy(() -> vault.open(MOBILE, 7, new byte[] {1, 0, 0}))
                .hasMessage(expected)
                .hasNoCause();
        assertThatThrownBy(() -> other.open(MOBILE, 7, sealed))
                .hasMessage(expected)
                .hasNoCause();
        assertThatThrownBy(() -> missing.open(MOBILE, 7, sealed))
                .hasMessage(expected)
                .hasNoCause();
    }

    @Test
    void hashesAreApartByFieldByPurposeAndByKey() {
        byte[] hash = vault.lookupHash(MOBILE, PLAIN);
        assertThat(hash).hasSize(32).isEqualTo(vault.lookupHash(MOBILE, PLAIN));
        assertThat(hash).isNotEqualTo(vault.lookupHash(new Field("customer", "national_id"), PLAIN));
        byte[] data = PLAIN.getBytes(StandardCharsets.UTF_8);
        byte[] cookie = vault.mac(new Purpose("session.cookie"), data);
        assertThat(cookie)
                .isNotEqualTo(vault.mac(new Purpose("channel.key"), data))
                .isNotEqualTo(hash);
        assertThat(vault.macMatches(new Purpose("session.cookie"), data, cookie))
                .isTrue();
        assertThat(vault.macMatches(new Purpose("channel.key"), data, cookie)).isFalse();
        // "a" + "bc" and "ab" + "c" must not meet: the length of the domain stands in front.
        assertThat(vault.mac(new Purpose("a"), new byte[] {'b', 'c'}))
                .isNotEqualTo(vault.mac(new Purpose("ab"), new byte[] {'c'}));
    }

    @Test
    void aNewKeyReadsAtOnceAndWritesOnlyFromItsTimeOn() {
        byte[] before = vault.seal(MOBILE, 7, PLAIN);
        Instant from = NOW.plusSeconds(60);
        VaultKeys both =
                keys.withNew(KeyPurpose.SEAL, random, NOW, from).withNew(KeyPurpose.LOOK_UP, random, NOW, from);
        Vault early = at(both, NOW.plusSeconds(59));
        Vault late = at(both, from);
        assertThat(SealFormat.keyId(early.seal(MOBILE, 7, PLAIN))).isEqualTo(1);
        byte[] after = late.seal(MOBILE, 7, PLAIN);
        assertThat(SealFormat.keyId(after)).isEqualTo(2);
        assertThat(early.open(MOBILE, 7, after)).isEqualTo(PLAIN);
        assertThat(late.open(MOBILE, 7, before)).isEqualTo(PLAIN);
        assertThat(early.lookupHash(MOBILE, PLAIN)).isEqualTo(vault.lookupHash(MOBILE, PLAIN));
        assertThat(late.lookupHashes(MOBILE, PLAIN))
                .hasSize(2)
                .anyMatch(hash -> java.util.Arrays.equals(hash, vault.lookupHash(MOBILE, PLAIN)));
        assertThat(early.lookupHashes(MOBILE, PLAIN))
                .anyMatch(hash -> java.util.Arrays.equals(hash, late.lookupHash(MOBILE, PLAIN)));
    }

    @Test
    void theKeyFileIsForItsOwnerAloneAndNeverOverwritten(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("var/keys.json");
        keys.writeTo(file);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThatThrownBy(() -> VaultKeys.generate(random, NOW).writeTo(file))
                .isInstanceOf(FileAlreadyExistsException.class);
        Vault again = at(VaultKeys.parse(Files.readString(file)), NOW);
        assertThat(again.open(MOBILE, 7, vault.seal(MOBILE, 7, PLAIN))).isEqualTo(PLAIN);
        keys.replace(file);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void unusableKeysAreNamedAndNeverQuoted() {
        String json = keys.toJson();
        assertThatThrownBy(() -> VaultKeys.parse("{ secret-text"))
                .hasMessageNotContaining("secret-text")
                .hasNoCause();
        assertThatThrownBy(() -> VaultKeys.parse(json.replace("\"SEAL\"", "\"TOP-SECRET\"")))
                .hasMessageContaining("\"purpose\"")
                .hasMessageNotContaining("TOP-SECRET");
        assertThatThrownBy(() -> VaultKeys.parse(json.replace("\"SEAL\"", "\"MAC\"")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(keys.toString()).doesNotContain("secret");
    }

    private static Vault at(VaultKeys keys, Instant now) {
        return Vault.over(keys, Clock.fixed(now, ZoneOffset.UTC));
    }
}
