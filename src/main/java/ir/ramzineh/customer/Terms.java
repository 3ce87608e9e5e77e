package ir.ramzineh.customer;

import ir.ramzineh.kernel.CustomerId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Service;

/**
 * The terms of use in their versions, and who agreed to which text (S1.6). The files are
 * {@code terms/<version>_fa.md} and {@code terms/<version>_en.md}; a version is never edited, a new one is added and
 * asked at the next sign-in.
 */
@Service
public class Terms {

    Terms() {}

    /** The newest version. */
    public TermsVersion current(Locale locale) {
        throw new UnsupportedOperationException(locale.toString());
    }

    /** An older or the newest version; empty when there never was one of that name. */
    public Optional<TermsVersion> version(String version, Locale locale) {
        throw new UnsupportedOperationException(version + locale);
    }

    /** Stores that the customer agreed to exactly this text; agreeing again to the same version changes nothing. */
    public void accept(CustomerId customer, TermsVersion version) {
        throw new UnsupportedOperationException(customer.toString() + version);
    }

    /** Whether the customer agreed to the newest version. */
    public boolean accepted(CustomerId customer) {
        throw new UnsupportedOperationException(customer.toString());
    }

    /** The passages of the newest version that are new or differ from what the customer last agreed to. */
    public List<TermsSection> changedFor(CustomerId customer, Locale locale) {
        throw new UnsupportedOperationException(customer.toString() + locale);
    }
}
