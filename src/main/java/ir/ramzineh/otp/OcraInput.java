package ir.ramzineh.otp;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.jspecify.annotations.Nullable;

/** What a response is computed from; which of it must be there, the {@link OcraSuite} says. Prints nothing of it. */
public final class OcraInput {
    private final String question;
    private final @Nullable Long counter;
    private final byte @Nullable [] passwordHash;
    private final byte @Nullable [] session;
    private final @Nullable Long timeStep;

    private OcraInput(
            String question,
            @Nullable Long counter,
            byte @Nullable [] passwordHash,
            byte @Nullable [] session,
            @Nullable Long timeStep) {
        this.question = question;
        this.counter = counter;
        this.passwordHash = passwordHash;
        this.session = session;
        this.timeStep = timeStep;
    }

    /** The question alone; in a mutual exchange, both questions one after the other. */
    public static OcraInput question(String question) {
        return new OcraInput(question, null, null, null, null);
    }

    /** Adds the counter. */
    public OcraInput counter(long value) {
        return new OcraInput(question, value, passwordHash, session, timeStep);
    }

    /** Adds a PIN or password, hashed as the suite wants it. */
    public OcraInput password(String password, HashAlgorithm algorithm) {
        String name = switch (algorithm) {
            case SHA1 -> "SHA-1";
            case SHA256 -> "SHA-256";
            case SHA512 -> "SHA-512";
        };
        try {
            byte[] hash = MessageDigest.getInstance(name).digest(password.getBytes(StandardCharsets.UTF_8));
            return new OcraInput(question, counter, hash, session, timeStep);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no " + name, e);
        }
    }

    /** Adds session information; shorter than the suite says, it is filled with zeros in front. */
    public OcraInput session(byte[] information) {
        return new OcraInput(question, counter, passwordHash, information.clone(), timeStep);
    }

    /** Adds the time step, see {@link OcraSuite#step}. */
    public OcraInput timeStep(long step) {
        return new OcraInput(question, counter, passwordHash, session, step);
    }

    String question() {
        return question;
    }

    @Nullable
    Long counter() {
        return counter;
    }

    byte @Nullable [] passwordHash() {
        return passwordHash;
    }

    byte @Nullable [] session() {
        return session;
    }

    @Nullable
    Long timeStep() {
        return timeStep;
    }

    @Override
    public String toString() {
        return "OcraInput[]";
    }
}
