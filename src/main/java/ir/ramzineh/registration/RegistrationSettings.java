package ir.ramzineh.registration;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the operator may set under {@code ramzineh.registration}.
 *
 * @param life how long a sign-up may take from beginning to end
 * @param cardTriesPerDay cards that one person may try in a day (S1.5)
 * @param nameTries how often one sign-up may ask for a user name; it keeps names from being listed
 * @param keepEnded how long ended sign-ups stay in their table
 * @param answerStep the first two steps answer only after full steps of this length, so that time tells nothing
 */
@ConfigurationProperties("ramzineh.registration")
record RegistrationSettings(
        @DefaultValue("30m") Duration life,
        @DefaultValue("3") int cardTriesPerDay,
        @DefaultValue("20") int nameTries,
        @DefaultValue("1d") Duration keepEnded,
        @DefaultValue("400ms") Duration answerStep) {}
