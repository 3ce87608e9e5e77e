package ir.ramzineh.ramzna;

import java.net.URI;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * The app's files over HTTP. A browser asks each time whether its copy still holds (a weak tag, because a strong one would
 * keep the answers from being compressed); the service worker keeps them for the time without a network.
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
    ResponseEntity<byte[]> file(@PathVariable String path) {
        return files.file(path.substring(1))
                .map(file -> ResponseEntity.ok()
                        .contentType(file.type())
                        .cacheControl(CacheControl.noCache())
                        .eTag("W/\"" + file.integrity() + "\"")
                        .body(file.content()))
                .orElseGet(() -> ResponseEntity.notFound()
                        .cacheControl(CacheControl.noStore())
                        .build());
    }
}
