package ir.ramzineh.counter;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings {@code ramzineh.emergency.*}.
 *
 * @param daysMax longest time in which other ways stand in the place of the app
 */
@ConfigurationProperties("ramzineh.emergency")
record EmergencySettings(@DefaultValue("14") int daysMax) {
    /** @throws IllegalArgumentException outside 1 to 90 */
    EmergencySettings {
        if (daysMax < 1 || daysMax > 90) {
            throw new IllegalArgumentException("ramzineh.emergency.days-max is a number from 1 to 90");
        }
    }
}
