package ir.ramzineh.vault;

import ir.ramzineh.kernel.StartupProblem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class VaultConfiguration {
    @Bean
    KeySource keySource(VaultSettings settings) {
        Path file = settings.keyFile();
        String keys = settings.keys();
        if (file != null && !file.toString().isBlank()) {
            return fromFile(file);
        }
        if (isGiven(keys)) {
            return fixed(parseBase64(keys));
        }
        throw new StartupProblem("Set ramzineh.vault.key-file to the JSON file of the vault keys, or"
                + " ramzineh.vault.keys to the same JSON in base64: without keys nothing can be stored or read.");
    }

    @Bean
    Vault vault(KeySource source, Clock clock) {
        return new Vault(source, clock);
    }

    @Bean
    VaultRotation vaultRotation(
            KeySource source,
            Vault vault,
            JdbcClient jdbc,
            List<SealedTable> tables,
            Clock clock,
            SecureRandom random,
            VaultSettings settings) {
        return new VaultRotation(source, vault, jdbc, tables, clock, random, settings);
    }

    @Bean
    @ConditionalOnProperty("ramzineh.vault.rotate")
    RotationRunner rotationRunner(
            VaultRotation rotation,
            @Value("${ramzineh.vault.rotate}") String step,
            ConfigurableApplicationContext portal) {
        return new RotationRunner(rotation, step, portal);
    }

    private static boolean isGiven(@Nullable String keys) {
        return keys != null && !keys.isBlank();
    }

    private static KeySource fixed(VaultKeys keys) {
        return () -> keys;
    }

    private static KeyFile fromFile(Path file) {
        try {
            return new KeyFile(file);
        } catch (IOException e) {
            throw new StartupProblem(
                    "The vault key file " + file + " named by ramzineh.vault.key-file cannot be read.", e);
        } catch (IllegalArgumentException e) {
            throw new StartupProblem(
                    "The vault key file " + file + " named by ramzineh.vault.key-file is not usable: " + e.getMessage()
                            + ".",
                    e);
        }
    }

    private static VaultKeys parseBase64(@Nullable String keys) {
        try {
            byte[] json = Base64.getMimeDecoder().decode(keys == null ? "" : keys.strip());
            return VaultKeys.parse(new String(json, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            throw new StartupProblem("The setting ramzineh.vault.keys is not usable: " + e.getMessage() + ".");
        }
    }
}
