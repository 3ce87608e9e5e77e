package ir.ramzineh.staff;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings {@code ramzineh.staff.*}.
 *
 * @param guests whether a branch serves customers whose home is another branch
 * @param invitationLife how long an approved invitation waits to be drawn, and how long a new member may then take to set
 *     up the own sign-in
 * @param answerStep the door answers only after full steps of this length, so that time tells nothing
 */
@ConfigurationProperties("ramzineh.staff")
record StaffSettings(
        @DefaultValue("false") boolean guests,
        @DefaultValue("24h") Duration invitationLife,
        @DefaultValue("400ms") Duration answerStep) {}
