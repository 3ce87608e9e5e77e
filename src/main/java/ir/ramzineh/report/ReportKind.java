package ir.ramzineh.report;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The reports there are. Each column is defined in a text of its own, which stands beside the figures. */
public enum ReportKind {
    /** How much of what was paid was paid with one-time codes, and how many passwords are dynamic. */
    DYNAMIC_SHARE(
            List.of(
                    new Column("dynamic", Unit.COUNT),
                    new Column("exempt", Unit.COUNT),
                    new Column("share", Unit.PERMILLE)),
            Grouping.CHANNEL,
            Grouping.BANK,
            Grouping.BIN,
            Grouping.BRANCH,
            Grouping.HOUR,
            Grouping.DAY),
    /** How long text messages take. */
    DELIVERY(
            List.of(
                    new Column("delivered", Unit.COUNT),
                    new Column("median", Unit.SECONDS),
                    new Column("p95", Unit.SECONDS),
                    new Column("failed", Unit.COUNT)),
            Grouping.CHANNEL,
            Grouping.BANK,
            Grouping.BIN,
            Grouping.BRANCH,
            Grouping.HOUR,
            Grouping.DAY),
    /** Why codes were refused. */
    REFUSALS(
            List.of(new Column("refused", Unit.COUNT), new Column("of-refused", Unit.PERMILLE)),
            Grouping.REASON,
            Grouping.CHANNEL,
            Grouping.BANK,
            Grouping.BIN,
            Grouping.BRANCH,
            Grouping.HOUR,
            Grouping.DAY),
    /** Passwords that wrong codes locked. */
    LOCKED(
            List.of(new Column("locked", Unit.COUNT), new Column("locked-now", Unit.COUNT)),
            Grouping.CHANNEL,
            Grouping.BANK,
            Grouping.BIN,
            Grouping.BRANCH,
            Grouping.HOUR,
            Grouping.DAY),
    /** Small payments with the static password. */
    EXEMPTIONS(
            List.of(
                    new Column("allowed", Unit.COUNT),
                    new Column("amount", Unit.RIAL),
                    new Column("not-allowed", Unit.COUNT)),
            Grouping.CHANNEL,
            Grouping.BANK,
            Grouping.BIN,
            Grouping.BRANCH,
            Grouping.HOUR,
            Grouping.DAY);

    @SuppressWarnings("ImmutableEnumChecker") // List.of
    private final List<Column> columns;

    @SuppressWarnings("ImmutableEnumChecker") // List.of
    private final List<Grouping> groupings;

    ReportKind(List<Column> columns, Grouping... groupings) {
        this.columns = columns;
        this.groupings = List.of(groupings);
    }

    /** What a figure counts. */
    public enum Unit {
        COUNT,
        /** Whole seconds. */
        SECONDS,
        /** Thousandths of the whole. */
        PERMILLE,
        RIAL
    }

    /**
     * A column of figures.
     *
     * @param name the heading is {@code report.column.<name>}, the definition {@code report.definition.<name>}
     */
    public record Column(String name, Unit unit) {}

    /** The columns, the first of them the one a chart shows. */
    public List<Column> columns() {
        return columns;
    }

    /** By what it can be told apart, the first being the usual. */
    public List<Grouping> groupings() {
        return groupings;
    }

    /** Reasons of the ledger that lock a password. */
    static Set<String> locking() {
        return Set.of("WRONG_CODE_LOCKED");
    }

    /** Lower case with dashes, as it stands in keys, addresses and file names. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
