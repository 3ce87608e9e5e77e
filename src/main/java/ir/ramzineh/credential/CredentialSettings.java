package ir.ramzineh.credential;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the operator may set under {@code ramzineh.credential}.
 *
 * @param hashing cost of a password hash
 * @param waits how waits grow after wrong passwords
 * @param codes texted codes
 * @param deviceLife how long a browser stays known
 * @param recoveryLife how long a recovery may take from beginning to end
 * @param keepEnded how long ended challenges and recoveries stay in their tables
 * @param answerStep recoveries answer only after full steps of this length, so that time tells nothing
 */
@ConfigurationProperties("ramzineh.credential")
record CredentialSettings(
        @DefaultValue Hashing hashing,
        @DefaultValue Waits waits,
        @DefaultValue Codes codes,
        @DefaultValue("180d") Duration deviceLife,
        @DefaultValue("15m") Duration recoveryLife,
        @DefaultValue("1d") Duration keepEnded,
        @DefaultValue("400ms") Duration answerStep) {

    /**
     * Argon2id. The defaults are the least OWASP's password storage cheat sheet allows; stored hashes are renewed at the
     * next sign-in after a change.
     *
     * @param memoryKib memory of one hash in KiB
     * @param iterations passes over it
     * @param parallelism lanes
     * @param concurrentMax hashes computed at once on this node; the others queue
     * @param queueMax how long one waits for its turn before it is told that the portal is busy
     */
    record Hashing(
            @DefaultValue("19456") int memoryKib,
            @DefaultValue("2") int iterations,
            @DefaultValue("1") int parallelism,
            @DefaultValue("8") int concurrentMax,
            @DefaultValue("5s") Duration queueMax) {}

    /**
     * @param accountFree wrong passwords for one name before the first wait
     * @param addressFree wrong passwords from one address within {@code addressWindow}, known devices not counted
     * @param growing the waits in order; the last one is the longest there is, nobody is locked out for good
     * @param forgetAccountAfter quiet time after which a name counts from nothing again
     * @param addressWindow begins with the first wrong password from an address; the longest wait of an address
     */
    record Waits(
            @DefaultValue("3") int accountFree,
            @DefaultValue("30") int addressFree,

            @DefaultValue({"30s", "1m", "2m", "5m", "10m", "15m"})
            List<Duration> growing,

            @DefaultValue("24h") Duration forgetAccountAfter,
            @DefaultValue("5m") Duration addressWindow) {
        Duration longest() {
            return growing.getLast();
        }
    }

    /**
     * @param digits length of a texted code, 6 to 9
     * @param life life of a code at sign-in and recovery
     * @param activationLife life of the activation ID of a sign-up
     * @param resendAfter how soon it may be asked for again; the SMS limits may say later
     * @param triesMax wrong codes that one challenge bears
     * @param challengeLife how long a sign-in waits for its code, resends included
     */
    record Codes(
            @DefaultValue("6") int digits,
            @DefaultValue("120s") Duration life,
            @DefaultValue("10m") Duration activationLife,
            @DefaultValue("60s") Duration resendAfter,
            @DefaultValue("5") int triesMax,
            @DefaultValue("10m") Duration challengeLife) {}
}
