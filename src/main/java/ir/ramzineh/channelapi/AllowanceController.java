package ir.ramzineh.channelapi;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import ir.ramzineh.kernel.CardNumber;
import ir.ramzineh.kernel.InvalidValueException;
import ir.ramzineh.kernel.Rial;
import ir.ramzineh.smallamount.AllowanceRequest;
import ir.ramzineh.smallamount.SmallAmounts;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.security.Principal;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Small payments with the static second password (I8): docs/protocol/card-switch.md. */
@RestController
class AllowanceController {
    private static final int CARD_LENGTH_MAX = 32;

    private final SmallAmounts smallAmounts;
    private final ChannelLimits limits;

    AllowanceController(SmallAmounts smallAmounts, ChannelLimits limits) {
        this.smallAmounts = smallAmounts;
        this.limits = limits;
    }

    @Operation(
            operationId = "staticAllowance",
            summary = "May the static second password, which was right, still pay this?",
            description = "A yes uses the amount up. The same requestId again gives the same answer.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content = @Content(schema = @Schema(implementation = AllowanceQuestion.class))))
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = AllowanceAnswer.class)))
    @PostMapping(
            path = ChannelSecurity.STATIC_ALLOWANCES,
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<AllowanceAnswer> ask(HttpServletRequest request, Principal channel) throws IOException {
        limits.admit(channel);
        AllowanceRequest question = read(Bodies.of(request));
        return Bodies.uncached(new AllowanceAnswer(smallAmounts.allow(channel.getName(), question)));
    }

    private static AllowanceRequest read(byte[] body) {
        StrictJson json = StrictJson.read(body);
        String requestId = json.string("requestId", AllowanceRequest.REQUEST_ID_LENGTH_MAX);
        CardNumber card = json.value("card", CARD_LENGTH_MAX, CardNumber::new);
        long amount = json.number("amount");
        json.end();
        try {
            return new AllowanceRequest(requestId, card, new Rial(amount));
        } catch (InvalidValueException broken) {
            String field = broken.key().startsWith("error.verification") ? "requestId" : "amount";
            throw new MalformedInputException(field, "breaks the rule " + broken.key());
        }
    }
}
