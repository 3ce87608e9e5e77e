package ir.ramzineh.credential;

import java.time.Instant;

/**
 * An SMS code is on its way, or, where nothing matches, would be; the reader cannot tell which.
 *
 * @param maskedNumber the number it goes to, masked
 * @param codeExpiresAt when the code dies, by the server's clock
 * @param resendAt when it may be asked for again
 * @param triesLeft how many wrong codes are still borne
 */
public record CodeSent(String maskedNumber, Instant codeExpiresAt, Instant resendAt, int triesLeft) {}
