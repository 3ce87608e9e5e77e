package ir.ramzineh.bulkimport;

import ir.ramzineh.corebank.FileEffect;
import ir.ramzineh.corebank.ImportReport.RowProblem;
import java.util.List;

/**
 * What a file would do.
 *
 * @param rows good rows
 * @param effect what they would change of what stands; of serial numbers all count as new
 * @param numbersKept rows whose number gives way to one that a branch corrected since
 * @param numbersDated rows that replace a known number and say since when the bank has it: it may get codes at once
 * @param heads columns of {@code first}
 * @param first the first few good rows, personal values masked
 * @param problems what is wrong, the first thousand
 * @param problemCount what is wrong in all; a file with any problem is not taken
 */
public record ImportPreview(
        long rows,
        FileEffect effect,
        long numbersKept,
        long numbersDated,
        List<String> heads,
        List<List<String>> first,
        List<RowProblem> problems,
        long problemCount) {
    public ImportPreview {
        heads = List.copyOf(heads);
        first = List.copyOf(first);
        problems = List.copyOf(problems);
    }

    /** Whether it may be proposed. */
    public boolean isGood() {
        return problemCount == 0 && rows > 0;
    }
}
