package ir.ramzineh.customer;

/** One headed passage of the terms, in Markdown. */
public record TermsSection(String heading, String text) {}
