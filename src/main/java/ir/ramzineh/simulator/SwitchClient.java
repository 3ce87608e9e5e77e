package ir.ramzineh.simulator;

import ir.ramzineh.kernel.CardNumber;
import ir.ramzineh.kernel.IdSource;
import ir.ramzineh.kernel.PasswordKind;
import ir.ramzineh.kernel.Rial;
import ir.ramzineh.kernel.Transaction;
import ir.ramzineh.kernel.TransactionType;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The card switch. */
@Component
class SwitchClient {
    /** What came back. */
    record Answer(int status, String body) {
        boolean accepted() {
            return status == 200 && body.contains("\"ACCEPTED\"");
        }
    }

    private final ChannelHttp http;
    private final IdSource ids;

    SwitchClient(ChannelHttp http, IdSource ids) {
        this.http = http;
        this.ids = ids;
    }

    String newRequestId() {
        return "simulator-" + ids.next();
    }

    /** Asks about a purchase at the simulator's own shop. */
    Answer ask(String requestId, CardNumber card, PasswordKind password, String code, Rial amount) {
        return ask(
                requestId,
                card,
                password,
                code,
                new Transaction(TransactionType.PURCHASE, amount, "SIMULATOR-SHOP", "SIM-0001"));
    }

    /**
     * Asks.
     *
     * @throws ir.ramzineh.kernel.InvalidValueException {@code simulator.failed}: the portal did not answer
     */
    Answer ask(String requestId, CardNumber card, PasswordKind password, String code, Transaction transaction) {
        ChannelHttp.Answer answer = http.post(
                "card-switch",
                "verifications",
                Map.of(
                        "requestId", requestId,
                        "card", card.digits(),
                        "password", password.name(),
                        "code", code,
                        "transaction",
                                Map.of(
                                        "type", transaction.type().name(),
                                        "amount", transaction.amount().amount(),
                                        "merchantId", transaction.merchantId(),
                                        "terminalId", transaction.terminalId())));
        return new Answer(answer.status(), answer.body());
    }
}
