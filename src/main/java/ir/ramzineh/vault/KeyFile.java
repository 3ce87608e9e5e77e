package ir.ramzineh.vault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keys in a file, read again when the file changed. Each node notices a new key within {@link #LOOK_EVERY}, long before
 * a rotation writes with it.
 */
final class KeyFile implements KeySource {
    static final Duration LOOK_EVERY = Duration.ofSeconds(2);
    private static final Logger log = LoggerFactory.getLogger(KeyFile.class);

    private final Path file;
    private volatile Seen seen;

    private record Seen(VaultKeys keys, FileTime modified, long lookAgainAtNanos) {}

    KeyFile(Path file) throws IOException {
        this.file = file;
        this.seen = read(Files.getLastModifiedTime(file));
    }

    Path path() {
        return file;
    }

    @Override
    public VaultKeys keys() {
        Seen last = seen;
        return System.nanoTime() - last.lookAgainAtNanos() < 0 ? last.keys() : lookAgain();
    }

    /** Reads the file now, whatever its age. */
    synchronized void reload() throws IOException {
        seen = read(Files.getLastModifiedTime(file));
    }

    private synchronized VaultKeys lookAgain() {
        Seen last = seen;
        try {
            FileTime modified = Files.getLastModifiedTime(file);
            seen = modified.equals(last.modified()) ? new Seen(last.keys(), modified, nextLook()) : read(modified);
        } catch (IOException | IllegalArgumentException e) {
            // The keys in memory still serve; a file that went missing must not stop a running portal.
            log.error("The vault key file cannot be read again ({}); the keys in memory stay in use", e.getMessage());
            seen = new Seen(last.keys(), last.modified(), nextLook());
        }
        return seen.keys();
    }

    private Seen read(FileTime modified) throws IOException {
        return new Seen(VaultKeys.parse(Files.readString(file)), modified, nextLook());
    }

    private static long nextLook() {
        return System.nanoTime() + LOOK_EVERY.toNanos();
    }
}
