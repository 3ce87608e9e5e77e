package ir.ramzineh.channelapi;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import ir.ramzineh.sms.SmsCallbacks;
import ir.ramzineh.sms.SmsCallbacks.Answer;
import ir.ramzineh.sms.SmsCallbacks.Signed;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where SMS providers with an HTTP interface knock: docs/operations/sms.md. The signature stands for a bearer key. */
@RestController
@RequestMapping(ChannelSecurity.SMS_PROVIDERS + "/{provider}")
class SmsCallbackController {
    private final SmsCallbacks callbacks;

    SmsCallbackController(SmsCallbacks callbacks) {
        this.callbacks = callbacks;
    }

    @Operation(
            operationId = "smsReport",
            summary = "What became of a message",
            description = "The fields are those agreed with the provider. Repeating changes nothing.")
    @ApiResponse(responseCode = "204", description = "Noted, now or before")
    @PostMapping(path = "/reports", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<?> report(
            @PathVariable String provider,
            @RequestHeader(name = "Ramzineh-Timestamp", defaultValue = "") String timestamp,
            @RequestHeader(name = "Ramzineh-Signature", defaultValue = "") String signature,
            HttpServletRequest request)
            throws IOException {
        return answer(callbacks.report(provider, new Signed(timestamp, signature, body(request))));
    }

    @Operation(
            operationId = "smsIncoming",
            summary = "A message from a phone",
            description = "Dealt with once for each id of the provider, however often it is sent.")
    @ApiResponse(responseCode = "204", description = "Dealt with, now or before")
    @PostMapping(path = "/messages", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<?> incoming(
            @PathVariable String provider,
            @RequestHeader(name = "Ramzineh-Timestamp", defaultValue = "") String timestamp,
            @RequestHeader(name = "Ramzineh-Signature", defaultValue = "") String signature,
            HttpServletRequest request)
            throws IOException {
        return answer(callbacks.incoming(provider, new Signed(timestamp, signature, body(request))));
    }

    /** One byte more than allowed is enough to see that a body is too long. */
    private static String body(HttpServletRequest request) throws IOException {
        byte[] bytes = request.getInputStream().readNBytes(SmsCallbacks.BODY_BYTES_MAX + 1);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static ResponseEntity<?> answer(Answer answer) {
        return switch (answer) {
            case DONE ->
                ResponseEntity.noContent().cacheControl(CacheControl.noStore()).build();
            case LATER ->
                Problems.later(
                        HttpStatus.SERVICE_UNAVAILABLE, "Not known yet; send it again.", ChannelKeyFilter.RETRY_AFTER);
            case REFUSED ->
                Problems.answer(HttpStatus.UNAUTHORIZED, "A fresh signature of a known provider is needed.");
            case MALFORMED -> Problems.answer(HttpStatus.BAD_REQUEST, "The body is not what was agreed.");
        };
    }
}
