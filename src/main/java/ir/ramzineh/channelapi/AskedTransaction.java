package ir.ramzineh.channelapi;

import ir.ramzineh.kernel.InvalidValueException;
import ir.ramzineh.kernel.Rial;
import ir.ramzineh.kernel.Transaction;
import ir.ramzineh.kernel.TransactionType;

/** Reads what a code shall approve. */
final class AskedTransaction {
    private AskedTransaction() {}

    static Transaction read(StrictJson json) {
        StrictJson inner = json.object("transaction");
        TransactionType type = inner.oneOf("type", TransactionType.class);
        Rial amount = amount(inner);
        String merchant = inner.string("merchantId", Transaction.ID_LENGTH_MAX);
        String terminal = inner.string("terminalId", Transaction.ID_LENGTH_MAX);
        inner.end();
        try {
            return new Transaction(type, amount, merchant, terminal);
        } catch (InvalidValueException broken) {
            throw new MalformedInputException("transaction", "breaks the rule " + broken.key());
        }
    }

    private static Rial amount(StrictJson transaction) {
        long amount = transaction.number("amount");
        try {
            return new Rial(amount);
        } catch (InvalidValueException broken) {
            throw new MalformedInputException("transaction.amount", "breaks the rule " + broken.key());
        }
    }
}
