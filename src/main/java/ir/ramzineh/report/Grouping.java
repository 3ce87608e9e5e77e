package ir.ramzineh.report;

import java.util.Locale;

/** By what a report tells figures apart. */
public enum Grouping {
    /** The client of the bank's channels; for messages, the provider. */
    CHANNEL("channel"),
    BANK("issuer"),
    BIN("bin"),
    BRANCH("branch"),
    /** Of the day in Tehran. */
    HOUR("hour"),
    DAY("day"),
    REASON("what");

    private final String column;

    Grouping(String column) {
        this.column = column;
    }

    /** Column of {@code report_count}. */
    String column() {
        return column;
    }

    /** Lower case, as it stands in keys, addresses and file names. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }
}
