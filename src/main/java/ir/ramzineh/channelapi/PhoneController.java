package ir.ramzineh.channelapi;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import ir.ramzineh.kernel.InvalidValueException;
import ir.ramzineh.token.ActivationRef;
import ir.ramzineh.token.ClaimOutcome;
import ir.ramzineh.token.DeviceId;
import ir.ramzineh.token.PhoneActivations;
import ir.ramzineh.token.ProofOutcome;
import ir.ramzineh.token.ScanOutcome;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a phone sends while it is being activated: docs/protocol/claim.md. */
@RestController
@RequestMapping(ChannelSecurity.ACTIVATIONS + "/{ref}")
class PhoneController {
    private static final int CODE_LENGTH_MAX = 32;
    private static final int PUBLIC_KEY_LENGTH_MAX = 128;
    private static final int DEVICE_LENGTH_MAX = 22;
    private static final int DEVICE_NAME_LENGTH_MAX = 200;

    private final PhoneActivations activations;
    private final PhoneLimits limits;

    PhoneController(PhoneActivations activations, PhoneLimits limits) {
        this.activations = activations;
        this.limits = limits;
    }

    @Operation(
            operationId = "phoneScanned",
            summary = "The phone has read the QR code",
            description =
                    "Where a code is needed, it leaves for the registered mobile number. Repeating sends nothing.")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = PhoneWelcome.class)))
    @PostMapping(path = "/scanned", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<?> scanned(@PathVariable String ref, HttpServletRequest request) {
        limits.admit(request);
        Optional<ActivationRef> known = ref(ref);
        if (known.isEmpty()) {
            return gone();
        }
        return switch (activations.scanned(known.get())) {
            case ScanOutcome.Welcome welcome ->
                Bodies.uncached(new PhoneWelcome(
                        welcome.codeNeeded(), welcome.expiresAt().toString()));
            case ScanOutcome.Wait(Duration time) ->
                Problems.later(HttpStatus.TOO_MANY_REQUESTS, "Too many messages lately; wait.", time);
            case ScanOutcome.Gone() -> gone();
        };
    }

    @Operation(
            operationId = "phoneClaim",
            summary = "The phone asks for the key, sealed to its public key",
            requestBody =
                    @RequestBody(
                            required = true,
                            content = @Content(schema = @Schema(implementation = PhoneClaim.class))))
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = PhoneKey.class)))
    @PostMapping(
            path = "/claim",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<?> claim(@PathVariable String ref, HttpServletRequest request) throws IOException {
        limits.admit(request);
        StrictJson json = StrictJson.read(Bodies.of(request));
        String code = json.string("code", CODE_LENGTH_MAX);
        String publicKey = json.string("publicKey", PUBLIC_KEY_LENGTH_MAX);
        String deviceName = json.string("deviceName", DEVICE_NAME_LENGTH_MAX);
        json.end();
        Optional<ActivationRef> known = ref(ref);
        if (known.isEmpty()) {
            return gone();
        }
        try {
            return switch (activations.claim(known.get(), code, publicKey, deviceName)) {
                case ClaimOutcome.Claimed claimed -> Bodies.uncached(PhoneKey.of(claimed));
                case ClaimOutcome.Held(var holder) -> Problems.heldBy(holder);
                case ClaimOutcome.Wrong(int triesLeft) -> wrong(triesLeft);
                case ClaimOutcome.Gone() -> gone();
            };
        } catch (InvalidValueException broken) {
            throw new MalformedInputException("publicKey", "is not a point of P-256");
        }
    }

    @Operation(
            operationId = "phoneProof",
            summary = "The phone proves its first code",
            description = "With this the token becomes active and the code is spent.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content = @Content(schema = @Schema(implementation = PhoneProof.class))))
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = PhoneProven.class)))
    @PostMapping(
            path = "/proof",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<?> proof(@PathVariable String ref, HttpServletRequest request) throws IOException {
        limits.admit(request);
        StrictJson json = StrictJson.read(Bodies.of(request));
        String code = json.string("code", CODE_LENGTH_MAX);
        DeviceId device = json.has("device") ? json.value("device", DEVICE_LENGTH_MAX, DeviceId::new) : null;
        String deviceName = json.has("deviceName") ? json.string("deviceName", DEVICE_NAME_LENGTH_MAX) : null;
        json.end();
        Optional<ActivationRef> known = ref(ref);
        if (known.isEmpty()) {
            return gone();
        }
        return switch (activations.prove(known.get(), code, device, deviceName)) {
            case ProofOutcome.Proven proven -> Bodies.uncached(new PhoneProven(proven.kind(), proven.staticDisabled()));
            case ProofOutcome.Wrong(int triesLeft) -> wrong(triesLeft);
            case ProofOutcome.Over over -> gone();
        };
    }

    private static Optional<ActivationRef> ref(String text) {
        try {
            return Optional.of(new ActivationRef(text));
        } catch (InvalidValueException malformed) {
            return Optional.empty();
        }
    }

    static ResponseEntity<ProblemDetail> wrong(int triesLeft) {
        ProblemDetail problem =
                ProblemDetail.forStatusAndDetail(HttpStatus.UNPROCESSABLE_CONTENT, "The code is wrong.");
        problem.setProperty("triesLeft", triesLeft);
        return ResponseEntity.unprocessableContent()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .cacheControl(CacheControl.noStore())
                .body(problem);
    }

    /** Unknown, over and taken by another phone look alike: a stranger learns nothing by trying references. */
    static ResponseEntity<ProblemDetail> gone() {
        return Problems.answer(
                HttpStatus.GONE, "There is nothing to activate here any more; begin again in the portal.");
    }
}
