package ir.ramzineh.channelapi;

import ir.ramzineh.token.Holder;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.json.JsonMapper;

/**
 * The problems the channel API answers with (RFC 9457). Their texts are fixed here; nothing of a request or of an inner
 * failure finds its way into one (security invariant I7).
 */
final class Problems {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private Problems() {}

    static ResponseEntity<ProblemDetail> answer(HttpStatus status, String detail) {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .cacheControl(CacheControl.noStore())
                .body(ProblemDetail.forStatusAndDetail(status, detail));
    }

    /** With one member of our own. */
    static ResponseEntity<ProblemDetail> conflict(String detail, String name, Object value) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, detail);
        problem.setProperty(name, value);
        return ResponseEntity.status(HttpStatus.CONFLICT)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .cacheControl(CacheControl.noStore())
                .body(problem);
    }

    /** For nobody but the owner of the token (S10.23). */
    static ResponseEntity<ProblemDetail> heldBy(Holder holder) {
        return conflict("Another device holds this token.", "heldBy", PhoneHolder.of(holder));
    }

    static ResponseEntity<ProblemDetail> malformed(MalformedInputException malformed) {
        ProblemDetail problem =
                ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, String.valueOf(malformed.getMessage()));
        problem.setProperty("field", malformed.field());
        return ResponseEntity.badRequest()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .cacheControl(CacheControl.noStore())
                .body(problem);
    }

    static ResponseEntity<ProblemDetail> later(HttpStatus status, String detail, Duration after) {
        return ResponseEntity.status(status)
                .header(HttpHeaders.RETRY_AFTER, seconds(after))
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .cacheControl(CacheControl.noStore())
                .body(ProblemDetail.forStatusAndDetail(status, detail));
    }

    /** For filters, which stand outside the controllers. */
    static void write(HttpServletResponse response, HttpStatus status, String detail) throws IOException {
        Map<String, Object> problem = new LinkedHashMap<>();
        problem.put("title", status.getReasonPhrase());
        problem.put("status", status.value());
        problem.put("detail", detail);
        byte[] body = MAPPER.writeValueAsString(problem).getBytes(StandardCharsets.UTF_8);
        response.setStatus(status.value());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    /** Whole seconds, at least one. */
    static String seconds(Duration wait) {
        return Long.toString(Math.max(1, wait.plusMillis(999).toSeconds()));
    }
}
