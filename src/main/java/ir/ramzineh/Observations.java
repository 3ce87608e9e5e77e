package ir.ramzineh;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.observation.SecurityObservationSettings;

/** What is counted. Requests, pools and the JVM are; every single filter of the security chains, on every request, is not. */
@Configuration(proxyBeanMethods = false)
class Observations {
    @Bean
    SecurityObservationSettings noObservationOfSecurityFilters() {
        return SecurityObservationSettings.noObservations();
    }
}
