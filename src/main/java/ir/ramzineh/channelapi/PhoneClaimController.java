package ir.ramzineh.channelapi;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import ir.ramzineh.kernel.CardNumber;
import ir.ramzineh.kernel.ClientAddress;
import ir.ramzineh.kernel.InvalidValueException;
import ir.ramzineh.kernel.PasswordKind;
import ir.ramzineh.token.ClaimOutcome;
import ir.ramzineh.token.PhoneActivations;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * How a phone without a QR code asks for its key: with a serial number or a card number, and the code of an SMS
 * (docs/protocol/claim.md). Everything but the key is one answer, unless the code was right.
 */
@RestController
class PhoneClaimController {
    private static final String BY_SERIAL = ChannelSecurity.ACTIVATIONS + "/by-serial";
    private static final String BY_CARD = ChannelSecurity.ACTIVATIONS + "/by-card";
    private static final int TYPED_LENGTH_MAX = 40;
    private static final int CODE_LENGTH_MAX = 32;
    private static final int PUBLIC_KEY_LENGTH_MAX = 128;
    private static final int DEVICE_NAME_LENGTH_MAX = 200;

    private final PhoneActivations activations;
    private final PhoneLimits limits;

    PhoneClaimController(PhoneActivations activations, PhoneLimits limits) {
        this.activations = activations;
        this.limits = limits;
    }

    @Operation(
            operationId = "phoneClaimBySerial",
            summary = "The phone asks for the key with the serial number of the receipt",
            requestBody =
                    @RequestBody(
                            required = true,
                            content = @Content(schema = @Schema(implementation = PhoneSerialClaim.class))))
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = PhoneKey.class)))
    @PostMapping(
            path = BY_SERIAL,
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<?> bySerial(HttpServletRequest request) throws IOException {
        limits.admit(request);
        StrictJson json = StrictJson.read(Bodies.of(request));
        String serial = json.string("serial", TYPED_LENGTH_MAX);
        String code = json.string("code", CODE_LENGTH_MAX);
        String publicKey = json.string("publicKey", PUBLIC_KEY_LENGTH_MAX);
        String deviceName = json.string("deviceName", DEVICE_NAME_LENGTH_MAX);
        json.end();
        return answer(() -> activations.claimBySerial(serial, code, publicKey, deviceName));
    }

    @Operation(
            operationId = "phoneClaimByCard",
            summary = "The phone asks for the key with a card number and the activation code",
            requestBody =
                    @RequestBody(
                            required = true,
                            content = @Content(schema = @Schema(implementation = PhoneCardClaim.class))))
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = PhoneKey.class)))
    @PostMapping(
            path = BY_CARD,
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<?> byCard(HttpServletRequest request) throws IOException {
        limits.admit(request);
        StrictJson json = StrictJson.read(Bodies.of(request));
        CardNumber card = json.value("card", TYPED_LENGTH_MAX, CardNumber::of);
        PasswordKind kind = json.oneOf("password", PasswordKind.class);
        String code = json.string("code", CODE_LENGTH_MAX);
        String publicKey = json.string("publicKey", PUBLIC_KEY_LENGTH_MAX);
        String deviceName = json.string("deviceName", DEVICE_NAME_LENGTH_MAX);
        json.end();
        return answer(() -> activations.claimByCard(
                card, kind, code, publicKey, deviceName, new ClientAddress(request.getRemoteAddr())));
    }

    private static ResponseEntity<?> answer(Supplier<ClaimOutcome> claim) {
        try {
            return switch (claim.get()) {
                case ClaimOutcome.Claimed claimed -> Bodies.uncached(PhoneKey.of(claimed));
                case ClaimOutcome.Held(var holder) -> Problems.heldBy(holder);
                case ClaimOutcome.Wrong wrong -> refused();
                case ClaimOutcome.Gone() -> refused();
            };
        } catch (InvalidValueException broken) {
            throw new MalformedInputException("publicKey", "is not a point of P-256");
        }
    }

    private static ResponseEntity<?> refused() {
        return Problems.answer(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "Nothing is waiting for this number with this code. Look at both again, or begin again at the ATM.");
    }
}
