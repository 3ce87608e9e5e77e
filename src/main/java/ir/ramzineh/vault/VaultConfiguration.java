package ir.ramzineh.vault;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class VaultConfiguration {
    @Bean
    KeySource keySource(VaultSettings settings) {
        Path file = settings.keyFile();
        return VaultKeySettings.source(file == null ? null : file.toString(), settings.keys());
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
    RotationCommand rotationCommand(VaultRotation rotation) {
        return new RotationCommand(rotation);
    }
}
