package ir.ramzineh.corebank;

import ir.ramzineh.corebank.ImportReport.RowProblem;
import java.util.ArrayList;
import java.util.List;

/** Gathers what is wrong: all of it counted, the first thousand kept. */
final class Problems {
    private static final int KEPT_MAX = 1000;

    private final List<RowProblem> kept = new ArrayList<>();
    private long count;

    void add(String fileName, long line, String column, String reason) {
        count++;
        if (kept.size() < KEPT_MAX) {
            kept.add(new RowProblem(fileName, line, column, reason));
        }
    }

    boolean none() {
        return count == 0;
    }

    long count() {
        return count;
    }

    List<RowProblem> kept() {
        return List.copyOf(kept);
    }
}
