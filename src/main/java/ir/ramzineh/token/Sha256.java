package ir.ramzineh.token;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** For names of 128 random bits, which need neither salt nor key: nobody can go through them. */
final class Sha256 {
    private Sha256() {}

    static byte[] of(byte[] random) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(random);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every JDK", e);
        }
    }
}
