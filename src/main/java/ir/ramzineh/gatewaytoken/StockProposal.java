package ir.ramzineh.gatewaytoken;

import ir.ramzineh.approval.ApprovalId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of the wish to add serial numbers to a stock. Good rows are proposed although others are wrong.
 *
 * @param approval waits for a second member of staff; {@code null} where no row was good
 * @param good how many are proposed
 * @param errors one for each row that is not
 */
public record StockProposal(@Nullable ApprovalId approval, int good, List<RowError> errors) {
    public StockProposal {
        errors = List.copyOf(errors);
    }

    /**
     * One row that was not proposed.
     *
     * @param row counted from 1
     * @param key of the text that says what is wrong: {@code gateway.error.serial}, {@code .serial-twice}, {@code .serial-known}
     */
    public record RowError(int row, String key) {}
}
