package ir.ramzineh.vault;

import com.google.crypto.tink.util.SecretBytes;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * Every key the portal holds, in versions. Immutable; a rotation makes a new one.
 *
 * <p>The text form is one JSON document, see docs/operations/key-rotation.md. It holds the keys in the clear: whoever
 * reads it can open the database, so it stands in a file only its owner reads or in a secret store.
 */
public final class VaultKeys {
    private static final Set<java.nio.file.attribute.PosixFilePermission> OWNER_ONLY =
            PosixFilePermissions.fromString("rw-------");

    private final List<KeyVersion> versions;

    VaultKeys(List<KeyVersion> versions) {
        this.versions = versions.stream()
                .sorted(Comparator.comparing(KeyVersion::purpose).thenComparingInt(KeyVersion::id))
                .toList();
        for (KeyPurpose purpose : KeyPurpose.values()) {
            List<KeyVersion> own = of(purpose);
            if (own.isEmpty()) {
                throw new IllegalArgumentException("there is no key for the purpose " + purpose);
            }
            if (own.stream().map(KeyVersion::id).distinct().count() != own.size()) {
                throw new IllegalArgumentException("two keys for the purpose " + purpose + " have the same id");
            }
        }
    }

    /** The set as it stands in a file. One that knows no pepper comes from before there was one: its first MAC key was it. */
    static VaultKeys ofFile(List<KeyVersion> versions) {
        if (versions.stream().anyMatch(version -> version.purpose() == KeyPurpose.PEPPER)) {
            return new VaultKeys(versions);
        }
        List<KeyVersion> completed = new ArrayList<>(versions);
        versions.stream()
                .filter(version -> version.purpose() == KeyPurpose.MAC)
                .min(Comparator.comparingInt(KeyVersion::id))
                .ifPresent(mac -> completed.add(
                        new KeyVersion(1, KeyPurpose.PEPPER, mac.createdAt(), mac.activeFrom(), mac.secret())));
        return new VaultKeys(completed);
    }

    /** Makes a first set of keys, one per purpose. */
    public static VaultKeys generate(SecureRandom random, Instant now) {
        List<KeyVersion> first = new ArrayList<>();
        for (KeyPurpose purpose : KeyPurpose.values()) {
            first.add(new KeyVersion(1, purpose, now, now, secret(random)));
        }
        return new VaultKeys(first);
    }

    /**
     * Reads the JSON text.
     *
     * @throws IllegalArgumentException saying what is wrong, never quoting the text
     */
    public static VaultKeys parse(String json) {
        return VaultKeysJson.read(json);
    }

    /** The JSON text, keys included. */
    public String toJson() {
        return VaultKeysJson.write(versions);
    }

    /**
     * Writes a fresh key file that only its owner can read (0600).
     *
     * @throws java.nio.file.FileAlreadyExistsException if there is one already: keys are never overwritten
     */
    public void writeTo(Path file) throws IOException {
        Path parent = file.toAbsolutePath().getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        Files.createFile(file, ownerOnly());
        Files.writeString(file, toJson(), StandardCharsets.UTF_8);
    }

    /** Puts this set in the place of the file in one step, so that a reader sees the old or the new one, never half. */
    void replace(Path file) throws IOException {
        Path beside = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(beside);
        Files.createFile(beside, ownerOnly());
        try (OutputStream out = Files.newOutputStream(beside, StandardOpenOption.WRITE, StandardOpenOption.DSYNC)) {
            out.write(toJson().getBytes(StandardCharsets.UTF_8));
        }
        Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static FileAttribute<?>[] ownerOnly() {
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER_ONLY)}
                : new FileAttribute<?>[0];
    }

    /** The key new values are written with: the newest one that is active. */
    KeyVersion current(KeyPurpose purpose, Instant now) {
        List<KeyVersion> newestFirst = newestFirst(purpose, now);
        return newestFirst.getFirst();
    }

    /** All keys of a purpose, the one in use first, then the others from new to old. */
    List<KeyVersion> newestFirst(KeyPurpose purpose, Instant now) {
        return of(purpose).stream()
                .sorted(Comparator.comparing((KeyVersion version) -> !version.activeAt(now))
                        .thenComparing(Comparator.comparingInt(KeyVersion::id).reversed()))
                .toList();
    }

    List<KeyVersion> versions() {
        return versions;
    }

    List<KeyVersion> of(KeyPurpose purpose) {
        return versions.stream().filter(version -> version.purpose() == purpose).toList();
    }

    /** This set and one more key, with the next free id. */
    VaultKeys withNew(KeyPurpose purpose, SecureRandom random, Instant now, Instant activeFrom) {
        int id = of(purpose).getLast().id() + 1;
        List<KeyVersion> more = new ArrayList<>(versions);
        more.add(new KeyVersion(id, purpose, now, activeFrom, secret(random)));
        return new VaultKeys(more);
    }

    /** This set without the versions of {@code purpose} older than {@code id}. */
    VaultKeys withoutOlder(KeyPurpose purpose, int id) {
        return new VaultKeys(versions.stream()
                .filter(version -> version.purpose() != purpose || version.id() >= id)
                .toList());
    }

    private static SecretBytes secret(SecureRandom random) {
        byte[] secret = new byte[KeyVersion.SECRET_BYTES];
        random.nextBytes(secret);
        return KeyVersion.secretOf(secret);
    }

    @Override
    public String toString() {
        return versions.toString();
    }
}
