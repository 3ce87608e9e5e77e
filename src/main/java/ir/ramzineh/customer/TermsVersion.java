package ir.ramzineh.customer;

import java.util.List;
import java.util.Locale;

/**
 * One version of the terms in one language (S1.6).
 *
 * @param version such as {@code 1405-09}; grows in dictionary order
 * @param title the text's first heading
 * @param sections the passages in order
 * @param textHash SHA-256 of the whole file, lower-case hex; stored with the acceptance
 */
public record TermsVersion(String version, Locale locale, String title, List<TermsSection> sections, String textHash) {}
