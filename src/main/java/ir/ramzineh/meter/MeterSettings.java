package ir.ramzineh.meter;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings {@code ramzineh.meter.*}.
 *
 * @param betweenWaves least time between two waves of one branch
 * @param batch messages a run of the background work sends, about every five seconds
 */
@ConfigurationProperties("ramzineh.meter")
record MeterSettings(
        @DefaultValue("7d") Duration betweenWaves,
        @DefaultValue("50") int batch) {}
