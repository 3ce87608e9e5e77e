package ir.ramzineh.channelapi;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import ir.ramzineh.gatewaytoken.GatewayClaimOutcome;
import ir.ramzineh.gatewaytoken.GatewayPhones;
import ir.ramzineh.gatewaytoken.GatewayProofOutcome;
import ir.ramzineh.kernel.InvalidValueException;
import ir.ramzineh.token.DeviceId;
import ir.ramzineh.token.PhoneRequest;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Optional;
import java.util.function.BiFunction;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Account tokens and their phones (S10.18, S10.19): docs/protocol/claim.md and phone.md, section 9. */
@RestController
@RequestMapping(
        path = ChannelSecurity.GATEWAY_TOKENS,
        consumes = MediaType.APPLICATION_JSON_VALUE,
        produces = MediaType.APPLICATION_JSON_VALUE)
class PhoneGatewayController {
    private static final int TYPED_LENGTH_MAX = 40;
    private static final int CODE_LENGTH_MAX = 32;
    private static final int PUBLIC_KEY_LENGTH_MAX = 128;
    private static final int DEVICE_LENGTH_MAX = 22;
    private static final int DEVICE_NAME_LENGTH_MAX = 200;

    private final GatewayPhones phones;
    private final PhoneLimits limits;

    PhoneGatewayController(GatewayPhones phones, PhoneLimits limits) {
        this.phones = phones;
        this.limits = limits;
    }

    @Operation(
            operationId = "gatewayClaim",
            summary = "The phone asks for the key of an account token with the serial number of the branch",
            requestBody =
                    @RequestBody(
                            required = true,
                            content = @Content(schema = @Schema(implementation = PhoneSerialClaim.class))))
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = GatewayKey.class)))
    @PostMapping("/claim")
    ResponseEntity<?> claim(HttpServletRequest request) throws IOException {
        limits.admit(request);
        StrictJson json = StrictJson.read(Bodies.of(request));
        String serial = json.string("serial", TYPED_LENGTH_MAX);
        String code = json.string("code", CODE_LENGTH_MAX);
        String publicKey = json.string("publicKey", PUBLIC_KEY_LENGTH_MAX);
        String deviceName = json.string("deviceName", DEVICE_NAME_LENGTH_MAX);
        json.end();
        try {
            return switch (phones.claim(serial, code, publicKey, deviceName)) {
                case GatewayClaimOutcome.Claimed(var key) -> Bodies.uncached(GatewayKey.of(key));
                case GatewayClaimOutcome.Held(var holder) -> Problems.heldBy(holder);
                case GatewayClaimOutcome.Refused() ->
                    Problems.answer(
                            HttpStatus.UNPROCESSABLE_CONTENT,
                            "Nothing is waiting for this number with this code. Look at both again, or ask the branch.");
            };
        } catch (InvalidValueException broken) {
            throw new MalformedInputException("publicKey", "is not a point of P-256");
        }
    }

    @Operation(
            operationId = "gatewayProof",
            summary = "The phone proves the first code of an account token",
            description = "With this the token is active; what it counts for is decided at the branch.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content = @Content(schema = @Schema(implementation = PhoneProof.class))))
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = GatewayProven.class)))
    @PostMapping("/{name}/proof")
    ResponseEntity<?> proof(@PathVariable String name, HttpServletRequest request) throws IOException {
        limits.admit(request);
        StrictJson json = StrictJson.read(Bodies.of(request));
        String code = json.string("code", CODE_LENGTH_MAX);
        DeviceId device = json.has("device") ? device(json) : null;
        String deviceName = json.has("deviceName") ? json.string("deviceName", DEVICE_NAME_LENGTH_MAX) : null;
        json.end();
        return switch (phones.prove(name, code, device, deviceName)) {
            case GatewayProofOutcome.Proven() -> Bodies.uncached(new GatewayProven(true));
            case GatewayProofOutcome.Wrong(int triesLeft) -> PhoneController.wrong(triesLeft);
            case GatewayProofOutcome.Gone() -> PhoneController.gone();
        };
    }

    @Operation(
            operationId = "gatewayState",
            summary = "What an account token is linked to now",
            requestBody =
                    @RequestBody(
                            required = true,
                            content = @Content(schema = @Schema(implementation = PhoneStateQuestion.class))))
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = GatewayStateAnswer.class)))
    @SignedByThePhone
    @PostMapping("/{name}/state")
    ResponseEntity<?> state(@PathVariable String name, HttpServletRequest request) throws IOException {
        return answer(name, "state", request, (caller, json) -> {
            DeviceId device = device(json);
            String deviceName = json.string("deviceName", DEVICE_NAME_LENGTH_MAX);
            json.end();
            return PhoneTokenController.told(phones.state(caller, device, deviceName), GatewayStateAnswer::of);
        });
    }

    @Operation(
            operationId = "gatewayDelete",
            summary = "The phone gives its account token back",
            description = "The token is dead at once, and so are its links; the customer is told.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content = @Content(schema = @Schema(implementation = PhoneDeviceOnly.class))))
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = GatewayGivenBack.class)))
    @SignedByThePhone
    @PostMapping("/{name}/delete")
    ResponseEntity<?> delete(@PathVariable String name, HttpServletRequest request) throws IOException {
        return answer(name, "delete", request, (caller, json) -> {
            DeviceId device = device(json);
            json.end();
            return PhoneTokenController.told(phones.delete(caller, device), GatewayGivenBack::of);
        });
    }

    /** Nothing in a body is read before it is known who sent it. */
    private ResponseEntity<?> answer(
            String name,
            String what,
            HttpServletRequest request,
            BiFunction<GatewayPhones.Caller, StrictJson, ResponseEntity<?>> work)
            throws IOException {
        limits.admitCall(request);
        byte[] body = Bodies.of(request);
        Optional<GatewayPhones.Caller> caller = phones.caller(new PhoneRequest(
                name,
                request.getMethod(),
                ChannelSecurity.GATEWAY_TOKENS + "/" + name + "/" + what,
                PhoneTokenController.header(request, PhoneTokenController.TIME),
                PhoneTokenController.header(request, PhoneTokenController.MAC),
                body));
        if (caller.isEmpty()) {
            return PhoneTokenController.refused();
        }
        limits.admitToken(name);
        return work.apply(caller.get(), StrictJson.read(body));
    }

    private static DeviceId device(StrictJson json) {
        return json.value("device", DEVICE_LENGTH_MAX, DeviceId::new);
    }
}
