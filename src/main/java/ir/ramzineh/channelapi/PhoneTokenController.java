package ir.ramzineh.channelapi;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import ir.ramzineh.kernel.InvalidValueException;
import ir.ramzineh.token.DeviceId;
import ir.ramzineh.token.MoveOutcome;
import ir.ramzineh.token.PhoneCaller;
import ir.ramzineh.token.PhoneOutcome;
import ir.ramzineh.token.PhoneRequest;
import ir.ramzineh.token.PhoneTokens;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a phone asks once its token is active: docs/protocol/phone.md. */
@RestController
@RequestMapping(
        path = ChannelSecurity.TOKENS + "/{name}",
        consumes = MediaType.APPLICATION_JSON_VALUE,
        produces = MediaType.APPLICATION_JSON_VALUE)
class PhoneTokenController {
    static final String TIME = "Phone-Time";
    static final String MAC = "Phone-Mac";
    private static final String SCHEME = "Ramzineh-Phone";
    private static final int PUBLIC_KEY_LENGTH_MAX = 128;
    private static final int DEVICE_LENGTH_MAX = 22;
    private static final int DEVICE_NAME_LENGTH_MAX = 200;
    private static final String REFUSAL_WORDS = "error.activation.";

    private final PhoneTokens tokens;
    private final PhoneLimits limits;

    PhoneTokenController(PhoneTokens tokens, PhoneLimits limits) {
        this.tokens = tokens;
        this.limits = limits;
    }

    @Operation(
            operationId = "phoneState",
            summary = "What holds for the token and its card now",
            requestBody =
                    @RequestBody(
                            required = true,
                            content = @Content(schema = @Schema(implementation = PhoneStateQuestion.class))))
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = PhoneStateAnswer.class)))
    @SignedByThePhone
    @PostMapping("/state")
    ResponseEntity<?> state(@PathVariable String name, HttpServletRequest request) throws IOException {
        return answer(name, "state", request, (caller, json) -> {
            DeviceId device = device(json);
            String deviceName = json.string("deviceName", DEVICE_NAME_LENGTH_MAX);
            json.end();
            return told(tokens.state(caller, device, deviceName), PhoneStateAnswer::of);
        });
    }

    @Operation(
            operationId = "phoneDelete",
            summary = "The phone gives its token back",
            description = "The token is dead at once; the customer is told.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content = @Content(schema = @Schema(implementation = PhoneDeviceOnly.class))))
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = PhoneGivenBack.class)))
    @SignedByThePhone
    @PostMapping("/delete")
    ResponseEntity<?> delete(@PathVariable String name, HttpServletRequest request) throws IOException {
        return answer(name, "delete", request, (caller, json) -> {
            DeviceId device = device(json);
            json.end();
            return told(tokens.delete(caller, device), PhoneGivenBack::of);
        });
    }

    @Operation(
            operationId = "phoneMove",
            summary = "The old phone asks for a key for the new one",
            description = "The old token lives until the new phone has proven its first code, and dies then.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content = @Content(schema = @Schema(implementation = PhoneMoveWish.class))))
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = PhoneMoveKey.class)))
    @SignedByThePhone
    @PostMapping("/moves")
    ResponseEntity<?> move(@PathVariable String name, HttpServletRequest request) throws IOException {
        return answer(name, "moves", request, (caller, json) -> {
            DeviceId device = device(json);
            String publicKey = json.string("publicKey", PUBLIC_KEY_LENGTH_MAX);
            String deviceName = json.string("deviceName", DEVICE_NAME_LENGTH_MAX);
            json.end();
            try {
                return moved(tokens.move(caller, device, publicKey, deviceName));
            } catch (InvalidValueException broken) {
                throw new MalformedInputException("publicKey", "is not a point of P-256");
            }
        });
    }

    @Operation(
            operationId = "phoneKeep",
            summary = "The phone is there after all: no new one may take its place without it",
            requestBody =
                    @RequestBody(
                            required = true,
                            content = @Content(schema = @Schema(implementation = PhoneDeviceOnly.class))))
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = PhoneKept.class)))
    @SignedByThePhone
    @PostMapping("/keep")
    ResponseEntity<?> keep(@PathVariable String name, HttpServletRequest request) throws IOException {
        return answer(name, "keep", request, (caller, json) -> {
            DeviceId device = device(json);
            json.end();
            return told(tokens.keep(caller, device), PhoneKept::new);
        });
    }

    /** Nothing in a body is read before it is known who sent it. */
    private ResponseEntity<?> answer(
            String name,
            String what,
            HttpServletRequest request,
            BiFunction<PhoneCaller, StrictJson, ResponseEntity<?>> work)
            throws IOException {
        limits.admitCall(request);
        byte[] body = Bodies.of(request);
        Optional<PhoneCaller> caller = tokens.caller(new PhoneRequest(
                name,
                request.getMethod(),
                ChannelSecurity.TOKENS + "/" + name + "/" + what,
                header(request, TIME),
                header(request, MAC),
                body));
        if (caller.isEmpty()) {
            return refused();
        }
        limits.admitToken(name);
        return work.apply(caller.get(), StrictJson.read(body));
    }

    static String header(HttpServletRequest request, String name) {
        return Objects.requireNonNullElse(request.getHeader(name), "");
    }

    private static DeviceId device(StrictJson json) {
        return json.value("device", DEVICE_LENGTH_MAX, DeviceId::new);
    }

    private static ResponseEntity<?> moved(PhoneOutcome<MoveOutcome> outcome) {
        if (!(outcome instanceof PhoneOutcome.Done<MoveOutcome>(MoveOutcome move))) {
            return told(outcome, Function.identity());
        }
        return switch (move) {
            case MoveOutcome.Ready ready -> Bodies.uncached(PhoneMoveKey.of(ready));
            case MoveOutcome.Refused(String key) ->
                Problems.conflict(
                        "This card gets no new token now.",
                        "reason",
                        key.startsWith(REFUSAL_WORDS) ? key.substring(REFUSAL_WORDS.length()) : key);
            case MoveOutcome.Wait(Duration time) ->
                Problems.later(HttpStatus.TOO_MANY_REQUESTS, "Too many new keys lately; wait.", time);
        };
    }

    static <T> ResponseEntity<?> told(PhoneOutcome<T> outcome, Function<T, ?> words) {
        return switch (outcome) {
            case PhoneOutcome.Done<T>(T answer) -> Bodies.uncached(words.apply(answer));
            case PhoneOutcome.Held<T>(var holder) -> Problems.heldBy(holder);
            case PhoneOutcome.Gone<T>() -> refused();
        };
    }

    /** Unknown, dead, altered, late and repeated look alike. */
    static ResponseEntity<?> refused() {
        ResponseEntity<ProblemDetail> problem = Problems.answer(
                HttpStatus.UNAUTHORIZED, "There is no such token here, or this request does not count for it.");
        return ResponseEntity.status(problem.getStatusCode())
                .headers(problem.getHeaders())
                .header(HttpHeaders.WWW_AUTHENTICATE, SCHEME)
                .body(problem.getBody());
    }
}
