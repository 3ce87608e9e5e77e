package ir.ramzineh.simulator;

import ir.ramzineh.kernel.CardNumber;
import ir.ramzineh.kernel.IdSource;
import ir.ramzineh.kernel.InvalidValueException;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The payment company behind the page: asks for codes with its own key (Harim). */
@Component
class PaymentClient {
    /** What the page is told. */
    record Requested(String messageFa, String messageEn, int secondsLeft, int requestsLeft, int nextInSeconds) {
        static Requested of(JsonNode answer) {
            return new Requested(
                    answer.at("/message/fa").asString(),
                    answer.at("/message/en").asString(),
                    answer.get("secondsLeft").intValue(),
                    answer.get("requestsLeft").intValue(),
                    answer.get("nextInSeconds").intValue());
        }
    }

    private static final int TOO_MANY = 429;

    private final ChannelHttp http;
    private final JsonMapper json;
    private final IdSource ids;

    PaymentClient(ChannelHttp http, JsonMapper json, IdSource ids) {
        this.http = http;
        this.json = json;
        this.ids = ids;
    }

    /** A new press of the button. */
    Requested ask(Checkout checkout, CardNumber card, String expiry, String merchantName) {
        Checkout.Asked press = new Checkout.Asked("page-" + ids.next(), card, expiry, merchantName);
        Requested requested = post(checkout, press);
        checkout.ask(press);
        return requested;
    }

    /** The same press again: where its countdown stands now. */
    Requested again(Checkout checkout, Checkout.Asked press) {
        return post(checkout, press);
    }

    private Requested post(Checkout checkout, Checkout.Asked press) {
        ChannelHttp.Answer answer = http.post(
                "payment-page",
                "payment-codes",
                Map.of(
                        "requestId", press.requestId(),
                        "card", press.card().digits(),
                        "expiry", press.expiry(),
                        "processType", "PURCHASE",
                        "amount", checkout.amount().amount(),
                        "merchantId", checkout.shop().merchantId(),
                        "merchantName", press.merchantName(),
                        "terminalId", checkout.shop().terminalId(),
                        "requesterId", "SIM-PSP"));
        if (answer.status() == TOO_MANY) {
            throw new InvalidValueException("simulator.payment.too-soon", Math.max(1, answer.retryAfterSeconds()));
        }
        if (answer.status() != 200) {
            throw new InvalidValueException("simulator.failed");
        }
        return Requested.of(json.readTree(answer.body()));
    }
}
