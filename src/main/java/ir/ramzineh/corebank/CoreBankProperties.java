package ir.ramzineh.corebank;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the way to the bank's own system.
 *
 * @param adapter {@code tables} (filled by the CSV import) or {@code http} (the bank's own service)
 * @param correctionsKept how long a number that a branch has replaced gives way in files of the adapter {@code tables}, 1 to
 *     366 days
 * @param http settings of the adapter {@code http}
 */
@ConfigurationProperties("ramzineh.corebank")
record CoreBankProperties(
        @DefaultValue("tables") Adapter adapter,
        @DefaultValue("30d") Duration correctionsKept,
        @DefaultValue Http http) {
    CoreBankProperties {
        if (correctionsKept.compareTo(Duration.ofDays(1)) < 0 || correctionsKept.compareTo(Duration.ofDays(366)) > 0) {
            throw new IllegalArgumentException("ramzineh.corebank.corrections-kept must be between 1d and 366d");
        }
    }

    enum Adapter {
        TABLES,
        HTTP
    }

    /**
     * Where the bank's service is and how patient the portal is with it.
     *
     * @param url base address, such as {@code https://core.bank.example/ramzineh/v1}; required
     * @param key bearer key that the service knows the portal by; required
     * @param connectTimeout longest wait for a connection, 2 s
     * @param answerTimeout longest wait for a whole answer of one try, 4 s
     * @param tries how often a question is asked when the service is away, 1 to 5, normally 3
     * @param answerBytesMax largest answer that is read, 1 MB
     */
    record Http(
            @Nullable URI url,
            @Nullable String key,
            @DefaultValue("2s") Duration connectTimeout,
            @DefaultValue("4s") Duration answerTimeout,
            @DefaultValue("3") int tries,
            @DefaultValue("1000000") int answerBytesMax) {

        /** Without the key. */
        @Override
        public String toString() {
            return "Http[" + url + "]";
        }
    }
}
