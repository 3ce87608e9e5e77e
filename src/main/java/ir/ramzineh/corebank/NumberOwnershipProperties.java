package ir.ramzineh.corebank;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings {@code ramzineh.number-ownership.*}: the way to the register of numbers.
 *
 * @param adapter {@code none}: nothing is known about any number; {@code http}: the register's service; in the trial
 *     {@code trial}, which reads the demonstration bank
 * @param url base address of {@code http}
 * @param key bearer key that the register knows the portal by
 * @param connectTimeout longest wait for a connection, 2 s
 * @param answerTimeout longest wait for a whole answer of one try, 4 s
 * @param tries how often it is asked when it is away, 1 to 5, normally 2: somebody stands at the counter
 */
@ConfigurationProperties("ramzineh.number-ownership")
record NumberOwnershipProperties(
        @DefaultValue("none") String adapter,
        @Nullable URI url,
        @Nullable String key,
        @DefaultValue("2s") Duration connectTimeout,
        @DefaultValue("4s") Duration answerTimeout,
        @DefaultValue("2") int tries) {
    private static final int ANSWER_BYTES_MAX = 10_000;

    CoreBankProperties.Http http() {
        return new CoreBankProperties.Http(url, key, connectTimeout, answerTimeout, tries, ANSWER_BYTES_MAX);
    }

    /** Without the key. */
    @Override
    public String toString() {
        return "NumberOwnership[" + url + "]";
    }
}
