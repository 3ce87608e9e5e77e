package ir.ramzineh.customer;

import ir.ramzineh.audit.AuditEvent;
import ir.ramzineh.audit.AuditTrail;
import ir.ramzineh.kernel.CustomerId;
import ir.ramzineh.kernel.UtcTime;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The terms of use in their versions, and who agreed to which text (S1.6). The files are
 * {@code terms/<version>_fa.md} and {@code terms/<version>_en.md}; a version is never edited, a new one is added and
 * asked at the next sign-in.
 */
@Service
public class Terms {
    private final NavigableMap<String, Map<String, TermsVersion>> versions;
    private final JdbcClient jdbc;
    private final AuditTrail audit;
    private final Clock clock;

    Terms(JdbcClient jdbc, AuditTrail audit, Clock clock) throws IOException {
        this.versions = TermsFiles.read("classpath*:terms/*.md");
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    /** The newest version. */
    public TermsVersion current(Locale locale) {
        return in(versions.lastEntry().getValue(), locale);
    }

    /** An older or the newest version; empty when there never was one of that name. */
    public Optional<TermsVersion> version(String version, Locale locale) {
        return Optional.ofNullable(versions.get(version)).map(languages -> in(languages, locale));
    }

    /** Stores that the customer agreed to exactly this text; agreeing again to the same version changes nothing. */
    @Transactional
    public void accept(CustomerId customer, TermsVersion version) {
        if (isRecorded(customer, version)) {
            return;
        }
        try {
            jdbc.sql("""
                            insert into terms_acceptance (customer_id, version, locale, text_hash, accepted_at)
                            values (:customer, :version, :locale, :hash, :now)
                            """)
                    .param("customer", customer.value())
                    .param("version", version.version())
                    .param("locale", version.locale().toLanguageTag())
                    .param("hash", version.textHash())
                    .param("now", UtcTime.toColumn(clock.instant()))
                    .update();
        } catch (DuplicateKeyException e) {
            // Another tab was faster by a moment; what it stored holds.
            return;
        }
        audit.record(AuditEvent.by(customer, "terms.accepted", Map.of("version", version.version())));
    }

    private boolean isRecorded(CustomerId customer, TermsVersion version) {
        return jdbc.sql("select 1 from terms_acceptance where customer_id = :customer and version = :version")
                .param("customer", customer.value())
                .param("version", version.version())
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    /** Whether the customer agreed to the newest version. */
    public boolean accepted(CustomerId customer) {
        return lastAccepted(customer).filter(versions.lastKey()::equals).isPresent();
    }

    /** The passages of the newest version that are new or differ from what the customer last agreed to. */
    public List<TermsSection> changedFor(CustomerId customer, Locale locale) {
        List<TermsSection> known = lastAccepted(customer)
                .flatMap(version -> version(version, locale))
                .map(TermsVersion::sections)
                .orElse(List.of());
        return current(locale).sections().stream()
                .filter(section -> !known.contains(section))
                .toList();
    }

    private Optional<String> lastAccepted(CustomerId customer) {
        return jdbc.sql("""
                        select version from terms_acceptance
                        where customer_id = :customer order by version desc limit 1
                        """)
                .param("customer", customer.value())
                .query(String.class)
                .optional();
    }

    private static TermsVersion in(Map<String, TermsVersion> languages, Locale locale) {
        TermsVersion text = languages.get(Languages.supported(locale));
        if (text == null) {
            throw new IllegalStateException("both languages were checked at the start");
        }
        return text;
    }
}
