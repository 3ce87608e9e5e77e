package ir.ramzineh.channelapi;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import ir.ramzineh.corebank.CardExpiry;
import ir.ramzineh.harim.PaymentCodeOutcome;
import ir.ramzineh.harim.PaymentCodeRequest;
import ir.ramzineh.harim.PaymentRequests;
import ir.ramzineh.kernel.CardNumber;
import ir.ramzineh.kernel.InvalidValueException;
import ir.ramzineh.kernel.Rial;
import ir.ramzineh.kernel.Transaction;
import ir.ramzineh.kernel.TransactionType;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.security.Principal;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a payment page asks: docs/protocol/harim.md. */
@RestController
class PaymentCodeController {
    private static final int CARD_LENGTH_MAX = 32;
    private static final int EXPIRY_LENGTH_MAX = 7;

    private final PaymentRequests requests;
    private final ChannelLimits limits;

    PaymentCodeController(PaymentRequests requests, ChannelLimits limits) {
        this.requests = requests;
        this.limits = limits;
    }

    @Operation(
            operationId = "requestPaymentCode",
            summary = "Send the customer a code for this payment",
            description = "The answer never tells whether the card, its number or the data exist. While a code lives,"
                    + " asking again sends the same one.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content = @Content(schema = @Schema(implementation = PaymentCodeQuestion.class))))
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = PaymentCodeAnswer.class)))
    @PostMapping(
            path = ChannelSecurity.PAYMENT_CODES,
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<?> ask(HttpServletRequest request, Principal channel) throws IOException {
        limits.admit(channel);
        return switch (requests.ask(channel.getName(), read(Bodies.of(request)))) {
            case PaymentCodeOutcome.Received(int seconds, int left, int next) ->
                Bodies.uncached(new PaymentCodeAnswer(PaymentCodeAnswer.SENT, seconds, left, next));
            case PaymentCodeOutcome.Wait(Duration time) ->
                Problems.later(HttpStatus.TOO_MANY_REQUESTS, "Too soon for this payment; wait.", time);
        };
    }

    private static PaymentCodeRequest read(byte[] body) {
        StrictJson json = StrictJson.read(body);
        String requestId = json.string("requestId", PaymentCodeRequest.REQUEST_ID_LENGTH_MAX);
        CardNumber card = json.value("card", CARD_LENGTH_MAX, CardNumber::new);
        Optional<CardExpiry> expiry = json.has("expiry")
                ? Optional.of(json.value("expiry", EXPIRY_LENGTH_MAX, CardExpiry::parse))
                : Optional.empty();
        TransactionType type = json.oneOf("processType", TransactionType.class);
        long amount = json.number("amount");
        String merchant = json.string("merchantId", Transaction.ID_LENGTH_MAX);
        String name = json.has("merchantName")
                ? json.string("merchantName", PaymentCodeRequest.MERCHANT_NAME_LENGTH_MAX)
                : "";
        String terminal = json.string("terminalId", Transaction.ID_LENGTH_MAX);
        String requester = json.string("requesterId", PaymentCodeRequest.REQUESTER_ID_LENGTH_MAX);
        json.end();
        try {
            Transaction payment = new Transaction(type, new Rial(amount), merchant, terminal);
            return new PaymentCodeRequest(requestId, card, expiry, payment, name, requester);
        } catch (InvalidValueException broken) {
            throw new MalformedInputException(field(broken.key()), "breaks the rule " + broken.key());
        }
    }

    private static String field(String rule) {
        return switch (rule) {
            case "error.payment-code.request-id" -> "requestId";
            case "error.payment-code.requester-id" -> "requesterId";
            case "error.payment-code.merchant-name" -> "merchantName";
            case "error.payment-code.type" -> "processType";
            case "error.transaction.id" -> "merchantId or terminalId";
            default -> "amount";
        };
    }
}
