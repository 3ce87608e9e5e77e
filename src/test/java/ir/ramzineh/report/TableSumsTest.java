package ir.ramzineh.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class TableSumsTest {
    @Test
    void partsOfRefusalsAreThoseOfTheRefusalsOfAllGroups() {
        TableSums sums = new TableSums(ReportKind.REFUSALS);
        sums.add(code("b", "WRONG_CODE", 3));
        sums.add(code("b", "ACCEPTED", 7));
        sums.add(code("a", "EXPIRED", 1));
        sums.add(code("c", "ACCEPTED", 5));

        assertThat(sums.rows())
                .containsExactly(
                        new ReportTable.Row("a", Arrays.asList(1L, 250L)),
                        new ReportTable.Row("b", Arrays.asList(3L, 750L)));
        assertThat(sums.total().figures()).containsExactly(4L, 1000L);
    }

    @Test
    void aReportWithoutFiguresHasNoGroups() {
        TableSums sums = new TableSums(ReportKind.REFUSALS);

        assertThat(sums.rows()).isEmpty();
        assertThat(sums.total().figures()).containsExactly(0L, null);
    }

    private static ReportRows.Figure code(String group, String what, long n) {
        return new ReportRows.Figure(group, Measure.CODE, what, 0, n, 0);
    }
}
