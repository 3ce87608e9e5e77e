package ir.ramzineh.token;

import java.util.Optional;

/**
 * What one screen may show, once. Belongs into the page by push and nowhere else: no URL, no cache, no log.
 *
 * @param link what the QR says; on a phone's own browser a link to press in place of scanning
 * @param typed what to type where no camera helps: the screen part of a two-part key, or the Base32 key of a standard
 *     authenticator, grouped for reading
 */
public record QrHandover(QrImage image, String link, Optional<String> typed) {
    @Override
    public String toString() {
        return "QrHandover[" + image + "]";
    }
}
