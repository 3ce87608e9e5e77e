package ir.ramzineh.simulator;

import ir.ramzineh.vault.SealedTable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class SimulatorConfiguration {
    @Bean
    SealedTable sealedSimulatorInbox() {
        return SimulatorInbox.SEALED;
    }
}
