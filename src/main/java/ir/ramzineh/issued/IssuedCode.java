package ir.ramzineh.issued;

import java.time.Instant;

/**
 * A code that is alive.
 *
 * @param code Latin digits
 * @param expiresAt the end of its life; asking again does not move it
 * @param repeated it was asked for before and is the same one
 */
public record IssuedCode(String code, Instant expiresAt, boolean repeated) {
    /** Without the code. */
    @Override
    public String toString() {
        return "IssuedCode[until " + expiresAt + "]";
    }
}
