package ir.ramzineh.corebank;

import java.util.List;
import java.util.Map;

/**
 * What came of an import.
 *
 * @param outcome whether anything was written
 * @param rows good rows by file name, in the order of the files
 * @param problems bad rows, the first 1000
 * @param problemCount bad rows in all
 * @param numbersKept rows whose number gives way to one that a branch corrected since
 * @param numbersDated rows that replace a known number and say since when the bank has it
 */
public record ImportReport(
        Outcome outcome,
        Map<String, Long> rows,
        List<RowProblem> problems,
        long problemCount,
        long numbersKept,
        long numbersDated) {
    static ImportReport refused(Map<String, Long> rows, Problems problems) {
        return new ImportReport(Outcome.REFUSED, rows, problems.kept(), problems.count(), 0, 0);
    }

    static ImportReport good(Outcome outcome, Map<String, Long> rows, CorrectedNumbers.Effect numbers) {
        return new ImportReport(outcome, rows, List.of(), 0, numbers.kept(), numbers.dated());
    }

    /** All or nothing. */
    public enum Outcome {
        /** Every row is in the tables. */
        IMPORTED,
        /** A dry run found nothing wrong; nothing was written. */
        CHECKED,
        /** Something was wrong; nothing was written. */
        REFUSED
    }

    /**
     * A row, or a whole file, that cannot be taken.
     *
     * @param fileName the file
     * @param line line of the file on which the row begins, from 1; 0 where the whole file is meant
     * @param column name of the column; empty where the whole row is meant
     * @param reason one sentence in English; never the value, which may be a secret
     */
    public record RowProblem(String fileName, long line, String column, String reason) {
        /** For example {@code cards.csv, line 7, column card_number: the check digit does not match}. */
        @Override
        public String toString() {
            String at = fileName + (line > 0 ? ", line " + line : "") + (column.isEmpty() ? "" : ", column " + column);
            return at + ": " + reason;
        }
    }
}
