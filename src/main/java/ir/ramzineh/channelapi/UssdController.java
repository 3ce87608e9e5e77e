package ir.ramzineh.channelapi;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import ir.ramzineh.ussd.UssdAnswer;
import ir.ramzineh.ussd.UssdSessions;
import ir.ramzineh.ussd.UssdStep;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.security.Principal;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the USSD gateway of a mobile network asks (S0.7). */
@RestController
class UssdController {
    private static final Pattern SESSION = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final int STEP_MAX = 20;
    private static final int FROM_LENGTH_MAX = 20;
    private static final int CODE_LENGTH_MAX = 30;
    private static final int INPUT_LENGTH_MAX = 20;

    private final UssdSessions sessions;
    private final ChannelLimits limits;

    UssdController(UssdSessions sessions, ChannelLimits limits) {
        this.sessions = sessions;
        this.limits = limits;
    }

    @Operation(
            operationId = "ussdStep",
            summary = "One step of a dialogue on the screen of a telephone",
            description = "The same step of the same session again gets the same answer and makes nothing new.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content = @Content(schema = @Schema(implementation = UssdQuestion.class))))
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = UssdScreen.class)))
    @PostMapping(
            path = ChannelSecurity.USSD_SESSIONS + "/{session}",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<?> step(@PathVariable String session, HttpServletRequest request, Principal channel)
            throws IOException {
        limits.admit(channel);
        if (!SESSION.matcher(session).matches()) {
            throw new MalformedInputException("session", "has 1 to 64 letters, digits, dots, hyphens and underscores");
        }
        return switch (sessions.step(read(channel.getName(), session, Bodies.of(request)))) {
            case UssdAnswer.Screen(String text, boolean last) -> Bodies.uncached(new UssdScreen(text, last));
            case UssdAnswer.OutOfOrder() ->
                Problems.answer(HttpStatus.CONFLICT, "This is not the next step of a living session.");
        };
    }

    private static UssdStep read(String channel, String session, byte[] body) {
        StrictJson json = StrictJson.read(body);
        long step = json.number("step");
        String from = json.string("from", FROM_LENGTH_MAX);
        String serviceCode = json.string("serviceCode", CODE_LENGTH_MAX);
        String input = json.has("input") ? json.string("input", INPUT_LENGTH_MAX) : "";
        json.end();
        if (step < 1 || step > STEP_MAX) {
            throw new MalformedInputException("step", "must be 1 to " + STEP_MAX);
        }
        return new UssdStep(channel, session, (int) step, from, serviceCode, input);
    }
}
