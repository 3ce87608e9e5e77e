package ir.ramzineh.channelapi;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import ir.ramzineh.kernel.CardNumber;
import ir.ramzineh.kernel.InvalidValueException;
import ir.ramzineh.kernel.PasswordKind;
import ir.ramzineh.kernel.Rial;
import ir.ramzineh.kernel.Transaction;
import ir.ramzineh.kernel.TransactionType;
import ir.ramzineh.verification.PasswordPolicies;
import ir.ramzineh.verification.PasswordPolicy;
import ir.ramzineh.verification.Verdict;
import ir.ramzineh.verification.VerificationRequest;
import ir.ramzineh.verification.Verifications;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.security.Principal;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the card switch asks: docs/protocol/card-switch.md. */
@RestController
class VerificationController {
    private static final int CARD_LENGTH_MAX = 32;

    private final Verifications verifications;
    private final PasswordPolicies policies;
    private final ChannelLimits limits;

    VerificationController(Verifications verifications, PasswordPolicies policies, ChannelLimits limits) {
        this.verifications = verifications;
        this.policies = policies;
        this.limits = limits;
    }

    @Operation(
            operationId = "verify",
            summary = "Is this code good for this card and this transaction?",
            description = "The answer is durable when it arrives. The same requestId again gives the same answer.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content = @Content(schema = @Schema(implementation = VerificationQuestion.class))))
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = VerificationAnswer.class)))
    @PostMapping(
            path = ChannelSecurity.VERIFICATIONS,
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<VerificationAnswer> verify(HttpServletRequest request, Principal channel) throws IOException {
        limits.admit(channel);
        VerificationRequest question = question(Bodies.of(request));
        limits.admit(channel, question.transaction());
        Verdict verdict = verifications.verify(channel.getName(), question);
        if (verdict == Verdict.REFUSED) {
            limits.refused(channel, question.transaction());
        }
        return Bodies.uncached(new VerificationAnswer(verdict));
    }

    @Operation(
            operationId = "passwordPolicy",
            summary = "Does the static password of this card still count?",
            requestBody =
                    @RequestBody(
                            required = true,
                            content = @Content(schema = @Schema(implementation = PolicyQuestion.class))))
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = PolicyAnswer.class)))
    @PostMapping(
            path = ChannelSecurity.PASSWORD_POLICIES,
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<PolicyAnswer> policy(HttpServletRequest request, Principal channel) throws IOException {
        limits.admit(channel);
        StrictJson json = StrictJson.read(Bodies.of(request));
        CardNumber card = json.value("card", CARD_LENGTH_MAX, CardNumber::new);
        PasswordKind kind = json.oneOf("password", PasswordKind.class);
        json.end();
        PasswordPolicy policy = policies.of(card, kind);
        return Bodies.uncached(new PolicyAnswer(policy.staticAllowed(), policy.dynamicAllowed()));
    }

    private static VerificationRequest question(byte[] body) {
        StrictJson json = StrictJson.read(body);
        String requestId = json.string("requestId", VerificationRequest.REQUEST_ID_LENGTH_MAX);
        CardNumber card = json.value("card", CARD_LENGTH_MAX, CardNumber::new);
        PasswordKind kind = json.oneOf("password", PasswordKind.class);
        String code = json.string("code", VerificationRequest.CODE_LENGTH_MAX);
        StrictJson inner = json.object("transaction");
        TransactionType type = inner.oneOf("type", TransactionType.class);
        Rial amount = amount(inner);
        String merchant = inner.string("merchantId", Transaction.ID_LENGTH_MAX);
        String terminal = inner.string("terminalId", Transaction.ID_LENGTH_MAX);
        inner.end();
        json.end();
        try {
            return new VerificationRequest(
                    requestId, card, kind, code, new Transaction(type, amount, merchant, terminal));
        } catch (InvalidValueException broken) {
            String field = broken.key().startsWith("error.transaction") ? "transaction" : "requestId";
            throw new MalformedInputException(field, "breaks the rule " + broken.key());
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
