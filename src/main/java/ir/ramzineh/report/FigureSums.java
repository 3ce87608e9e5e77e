package ir.ramzineh.report;

import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** The arithmetic of the reports over counts of one group; docs/reports.md says it in words. */
final class FigureSums {
    private FigureSums() {}

    /** The figures of one group; parts of a whole that only {@link #withShare} knows are null. */
    static List<@Nullable Long> of(ReportKind kind, List<ReportRows.Figure> figures) {
        return switch (kind) {
            case DYNAMIC_SHARE -> {
                long dynamic =
                        sum(figures, figure -> isCode(figure) && figure.what().equals("ACCEPTED"));
                long exempt =
                        sum(figures, figure -> isSmall(figure) && figure.what().equals("ALLOWED"));
                yield Arrays.asList(dynamic, exempt, permille(dynamic, dynamic + exempt));
            }
            case DELIVERY -> {
                TreeMap<Integer, Long> times = new TreeMap<>();
                figures.stream()
                        .filter(figure -> figure.what().equals("DELIVERED"))
                        .forEach(figure -> times.merge(figure.bucket(), figure.n(), Long::sum));
                long failed = sum(
                        figures,
                        figure ->
                                figure.what().equals("FAILED") || figure.what().equals("EXPIRED"));
                long delivered = times.values().stream().mapToLong(n -> n).sum();
                yield Arrays.asList(delivered, quantile(times, 50), quantile(times, 95), failed);
            }
            case REFUSALS -> {
                long refused =
                        sum(figures, figure -> isCode(figure) && !figure.what().equals("ACCEPTED"));
                yield Arrays.asList(refused, null);
            }
            case LOCKED -> {
                long locked = sum(
                        figures,
                        figure -> isCode(figure) && ReportKind.locking().contains(figure.what()));
                long now = sum(
                        figures,
                        figure -> figure.measure() == Measure.CARD
                                && figure.what().equals("LOCKED"));
                boolean known = figures.stream().anyMatch(figure -> figure.measure() == Measure.CARD);
                yield Arrays.asList(locked, known ? (Long) now : null);
            }
            case EXEMPTIONS ->
                Arrays.asList(
                        sum(figures, figure -> figure.what().equals("ALLOWED")),
                        amount(figures),
                        sum(figures, figure -> figure.what().equals("REFUSED")));
        };
    }

    /**
     * The same, with the part of the whole where the report has one.
     *
     * @param total figures over all groups
     */
    static List<@Nullable Long> withShare(ReportKind kind, List<@Nullable Long> figures, List<@Nullable Long> total) {
        Long part = figures.getFirst();
        Long whole = total.getFirst();
        return kind == ReportKind.REFUSALS && part != null && whole != null
                ? Arrays.asList(part, permille(part, whole))
                : figures;
    }

    private static boolean isCode(ReportRows.Figure figure) {
        return figure.measure() == Measure.CODE;
    }

    private static boolean isSmall(ReportRows.Figure figure) {
        return figure.measure() == Measure.SMALL;
    }

    private static long amount(List<ReportRows.Figure> figures) {
        return sum(figures, figure -> figure.what().equals("ALLOWED"), ReportRows.Figure::amount);
    }

    private static long sum(List<ReportRows.Figure> figures, Predicate<ReportRows.Figure> which) {
        return sum(figures, which, ReportRows.Figure::n);
    }

    private static long sum(
            List<ReportRows.Figure> figures,
            Predicate<ReportRows.Figure> which,
            ToLongFunction<ReportRows.Figure> what) {
        return figures.stream().filter(which).mapToLong(what).sum();
    }

    /** Rounded to the nearest thousandth. */
    private static @Nullable Long permille(long part, long whole) {
        return whole == 0 ? null : (1000 * part + whole / 2) / whole;
    }

    /** The smallest time that so many per cent did not exceed. */
    static @Nullable Long quantile(SortedMap<Integer, Long> times, int percent) {
        long all = times.values().stream().mapToLong(n -> n).sum();
        long needed = (all * percent + 99) / 100;
        long seen = 0;
        for (var time : times.entrySet()) {
            seen += time.getValue();
            if (seen >= needed && seen > 0) {
                return time.getKey().longValue();
            }
        }
        return null;
    }
}
