package ir.ramzineh.channelapi;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import ir.ramzineh.kernel.CardNumber;
import ir.ramzineh.terminal.TerminalAnswer;
import ir.ramzineh.terminal.TerminalOffer;
import ir.ramzineh.terminal.TerminalRequest;
import ir.ramzineh.terminal.Terminals;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.security.Principal;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** What ATMs and kiosks ask: docs/protocol/terminal.md. */
@RestController
class TerminalController {
    private static final int CARD_LENGTH_MAX = 32;
    private static final int ENTRY_LENGTH_MAX = 20;
    private static final int TYPED_LENGTH_MAX = 32;
    private static final int PIN_LENGTH_MAX = 16;
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._:-]+");

    private final Terminals terminals;
    private final ChannelLimits limits;

    TerminalController(Terminals terminals, ChannelLimits limits) {
        this.terminals = terminals;
        this.limits = limits;
    }

    /** What every request begins with. */
    private record Customer(String terminalId, CardNumber card, Locale language) {}

    @Operation(
            operationId = "terminalOffer",
            summary = "What this machine may offer for this card",
            requestBody =
                    @RequestBody(
                            required = true,
                            content = @Content(schema = @Schema(implementation = TerminalQuestion.class))))
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = TerminalOffer.class)))
    @PostMapping(
            path = ChannelSecurity.TERMINALS + "/offers",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<TerminalOffer> offer(HttpServletRequest request, Principal channel) throws IOException {
        limits.admit(channel);
        StrictJson json = StrictJson.read(Bodies.of(request));
        Customer customer = customer(json);
        json.end();
        return Bodies.uncached(terminals.offer(customer.card(), customer.language()));
    }

    @Operation(
            operationId = "terminalRemains",
            summary = "What will be true after an entry that switches something off",
            requestBody =
                    @RequestBody(
                            required = true,
                            content = @Content(schema = @Schema(implementation = TerminalQuestion.class))))
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = TerminalRemains.class)))
    @PostMapping(
            path = ChannelSecurity.TERMINALS + "/remains",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<TerminalRemains> remains(HttpServletRequest request, Principal channel) throws IOException {
        limits.admit(channel);
        StrictJson json = StrictJson.read(Bodies.of(request));
        Customer customer = customer(json);
        String entry = json.string("entry", ENTRY_LENGTH_MAX);
        json.end();
        return Bodies.uncached(new TerminalRemains(terminals.remains(customer.card(), entry, customer.language())));
    }

    @Operation(
            operationId = "terminalAction",
            summary = "Carry out an entry of the menu",
            description = "The same requestId again gives the same answer and does nothing.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content = @Content(schema = @Schema(implementation = TerminalQuestion.class))))
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = TerminalAnswer.class)))
    @PostMapping(
            path = ChannelSecurity.TERMINALS + "/actions",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<TerminalAnswer> act(HttpServletRequest request, Principal channel) throws IOException {
        limits.admit(channel);
        StrictJson json = StrictJson.read(Bodies.of(request));
        String requestId = name(json, "requestId", TerminalRequest.REQUEST_ID_LENGTH_MAX);
        Customer customer = customer(json);
        String entry = json.string("entry", ENTRY_LENGTH_MAX);
        String mobile = optional(json, "mobile", TYPED_LENGTH_MAX);
        boolean confirmed = json.has("mobileConfirmed") && json.truth("mobileConfirmed");
        String pin = optional(json, "pin", PIN_LENGTH_MAX);
        String code = optional(json, "code", TYPED_LENGTH_MAX);
        json.end();
        return Bodies.uncached(terminals.act(new TerminalRequest(
                channel.getName(),
                requestId,
                customer.terminalId(),
                customer.card(),
                entry,
                customer.language(),
                mobile,
                confirmed,
                pin,
                code)));
    }

    private static Customer customer(StrictJson json) {
        String terminal = name(json, "terminalId", TerminalRequest.TERMINAL_ID_LENGTH_MAX);
        CardNumber card = json.value("card", CARD_LENGTH_MAX, CardNumber::new);
        String language = json.string("language", 2);
        if (!language.equals("fa") && !language.equals("en")) {
            throw new MalformedInputException("language", "must be fa or en");
        }
        return new Customer(terminal, card, Locale.of(language));
    }

    /** Names stand in tables and on receipts: nothing but plain signs. */
    private static String name(StrictJson json, String field, int lengthMax) {
        String name = json.string(field, lengthMax);
        if (!NAME.matcher(name).matches()) {
            throw new MalformedInputException(field, "must have letters, digits and . _ : - only");
        }
        return name;
    }

    private static @Nullable String optional(StrictJson json, String field, int lengthMax) {
        return json.has(field) ? json.string(field, lengthMax) : null;
    }
}
