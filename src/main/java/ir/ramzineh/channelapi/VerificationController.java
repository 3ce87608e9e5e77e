package ir.ramzineh.channelapi;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import ir.ramzineh.gatewaytoken.GatewayQuestion;
import ir.ramzineh.gatewaytoken.GatewayVerifications;
import ir.ramzineh.kernel.CardNumber;
import ir.ramzineh.kernel.InvalidValueException;
import ir.ramzineh.kernel.PasswordKind;
import ir.ramzineh.kernel.Transaction;
import ir.ramzineh.verification.PasswordPolicies;
import ir.ramzineh.verification.PasswordPolicy;
import ir.ramzineh.verification.Verdict;
import ir.ramzineh.verification.VerificationRequest;
import ir.ramzineh.verification.Verifications;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.security.Principal;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the card switch asks: docs/protocol/card-switch.md. */
@RestController
class VerificationController {
    private static final int CARD_LENGTH_MAX = 32;

    private final Verifications verifications;
    private final GatewayVerifications gateways;
    private final PasswordPolicies policies;
    private final ChannelLimits limits;

    VerificationController(
            Verifications verifications,
            GatewayVerifications gateways,
            PasswordPolicies policies,
            ChannelLimits limits) {
        this.verifications = verifications;
        this.gateways = gateways;
        this.policies = policies;
        this.limits = limits;
    }

    @Operation(
            operationId = "verify",
            summary = "Is this code good for this card, account or sign-in, and this transaction?",
            description = "The answer is durable when it arrives. The same requestId again gives the same answer. "
                    + "With FIRST and SECOND the card is named by its number; with ACCOUNT and GATEWAY whose password it "
                    + "is by one of account, userName and nationalId.",
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
        StrictJson json = StrictJson.read(Bodies.of(request));
        String requestId = json.string("requestId", VerificationRequest.REQUEST_ID_LENGTH_MAX);
        AskedPassword password = json.oneOf("password", AskedPassword.class);
        Optional<PasswordKind> kind = password.ofCard();
        Verdict verdict = kind.isPresent()
                ? ofCard(channel, question(requestId, kind.get(), json))
                : ofAccount(channel, AccountQuestions.read(requestId, password, json));
        return Bodies.uncached(new VerificationAnswer(verdict));
    }

    private Verdict ofCard(Principal channel, VerificationRequest question) {
        return counted(channel, question.transaction(), () -> verifications.verify(channel.getName(), question));
    }

    private Verdict ofAccount(Principal channel, GatewayQuestion question) {
        return counted(channel, question.transaction(), () -> gateways.verify(channel.getName(), question));
    }

    private Verdict counted(Principal channel, Transaction transaction, Supplier<Verdict> verify) {
        limits.admit(channel, transaction);
        Verdict verdict = verify.get();
        if (verdict == Verdict.REFUSED) {
            limits.refused(channel, transaction);
        }
        return verdict;
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

    private static VerificationRequest question(String requestId, PasswordKind kind, StrictJson json) {
        CardNumber card = json.value("card", CARD_LENGTH_MAX, CardNumber::new);
        String code = json.string("code", VerificationRequest.CODE_LENGTH_MAX);
        Transaction transaction = AskedTransaction.read(json);
        json.end();
        try {
            return new VerificationRequest(requestId, card, kind, code, transaction);
        } catch (InvalidValueException broken) {
            throw new MalformedInputException("requestId", "breaks the rule " + broken.key());
        }
    }
}
