package ir.ramzineh.channelapi;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;

/** Bodies of requests and answers, alike for all controllers of the API. */
final class Bodies {
    private Bodies() {}

    /** One byte more than allowed is enough to see that a body is too long. */
    static byte[] of(HttpServletRequest request) throws IOException {
        return request.getInputStream().readNBytes(StrictJson.BODY_BYTES_MAX + 1);
    }

    static <T> ResponseEntity<T> uncached(T answer) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(answer);
    }
}
