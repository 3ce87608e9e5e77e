package ir.ramzineh.ramzna;

import java.net.URI;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;

/**
 * The app's files over HTTP. A browser asks each time whether its copy still holds (a weak tag, because it is one for all
 * encodings); the service worker keeps them for the time without a network.
 */
@Controller
class RamznaController {
    private static final URI PAGE = URI.create("/ramzna/");

    private final RamznaFiles files;

    RamznaController(RamznaFiles files) {
        this.files = files;
    }

    /** The links in QR codes end in a slash; people who type the address may leave it out. */
    @GetMapping("/ramzna")
    ResponseEntity<Void> page() {
        return ResponseEntity.status(HttpStatus.PERMANENT_REDIRECT)
                .location(PAGE)
                .cacheControl(CacheControl.noCache())
                .build();
    }

    @GetMapping("/ramzna/{*path}")
    ResponseEntity<byte[]> file(
            @PathVariable String path,
            @RequestHeader(name = HttpHeaders.ACCEPT_ENCODING, defaultValue = "") String accepted) {
        return files.file(path.substring(1))
                .map(file -> answer(file, files.encodings().best(file, accepted)))
                .orElseGet(() -> ResponseEntity.notFound()
                        .cacheControl(CacheControl.noStore())
                        .build());
    }

    private ResponseEntity<byte[]> answer(RamznaFile file, RamznaEncodings.Encoded form) {
        ResponseEntity.BodyBuilder answer = ResponseEntity.ok()
                .contentType(file.type())
                .cacheControl(CacheControl.noCache())
                .eTag(file.tag());
        if (files.encodings().differs(file)) {
            answer.varyBy(HttpHeaders.ACCEPT_ENCODING);
        }
        if (!form.asItIs()) {
            answer.header(HttpHeaders.CONTENT_ENCODING, form.name());
        }
        return answer.body(form.content());
    }
}
