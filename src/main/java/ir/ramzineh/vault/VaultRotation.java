package ir.ramzineh.vault;

import ir.ramzineh.kernel.StartupProblem;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Brings new keys into use without a pause: a new version is added, every sealed value is sealed again with it, and the
 * old version is removed when nothing uses it. See docs/operations/key-rotation.md.
 *
 * <p>Each row is changed by one conditional update that names the old value, so a row the portal changes meanwhile keeps
 * the portal's value. Rows still to do are recognised by the key id in front of the value; a rotation that was killed
 * goes on where it stopped when it is started again.
 */
public final class VaultRotation {
    /** A look-up key comes into use this long before its sealing key, so that a value sealed anew has its hash anew too. */
    private static final int LOOK_UP_LEAD_DIVISOR = 2;

    private final KeySource source;
    private final Vault vault;
    private final JdbcClient jdbc;
    private final List<SealedTable> tables;
    private final Clock clock;
    private final SecureRandom random;
    private final VaultSettings settings;

    VaultRotation(
            KeySource source,
            Vault vault,
            JdbcClient jdbc,
            List<SealedTable> tables,
            Clock clock,
            SecureRandom random,
            VaultSettings settings) {
        this.source = source;
        this.vault = vault;
        this.jdbc = jdbc;
        this.tables = List.copyOf(tables);
        this.clock = clock;
        this.random = random;
        this.settings = settings;
    }

    /**
     * How far a rotation has come in one column.
     *
     * @param resealed values sealed anew since the start of this run
     * @param skipped values that somebody else changed first, or that do not open under any key
     */
    public record Progress(String table, String column, long resealed, long skipped) {}

    /**
     * A key as it stands, without itself.
     *
     * @param purpose {@code SEAL}, {@code LOOK_UP}, {@code MAC} or {@code PEPPER}
     * @param activeFrom from when on new values are written with it
     * @param inUse new values are written with it now
     */
    public record Standing(String purpose, int id, Instant createdAt, Instant activeFrom, boolean inUse) {}

    /** Every key, by purpose and number. */
    public List<Standing> standing() {
        VaultKeys keys = source.keys();
        Instant now = clock.instant();
        return keys.versions().stream()
                .map(key -> new Standing(
                        key.purpose().name(),
                        key.id(),
                        key.createdAt(),
                        key.activeFrom(),
                        keys.current(key.purpose(), now).equals(key)))
                .toList();
    }

    /** Values that stand under another sealing key than the one in use. */
    public long remaining() {
        long all = 0;
        for (SealedTable table : tables) {
            for (SealedColumn column : table.columns()) {
                all += remaining(table, column);
            }
        }
        return all;
    }

    /**
     * Adds new sealing and look-up keys to the key file. They only read until their head start is over.
     *
     * @return from when on values are written with both
     * @throws StartupProblem if the keys do not come from a file, which alone can be written
     */
    public synchronized Instant addKeys() {
        Instant now = clock.instant();
        Instant sealFrom = now.plus(settings.rotationHeadStart());
        Instant lookUpFrom = now.plus(settings.rotationHeadStart().dividedBy(LOOK_UP_LEAD_DIVISOR));
        change(keys -> keys.withNew(KeyPurpose.LOOK_UP, random, now, lookUpFrom)
                .withNew(KeyPurpose.SEAL, random, now, sealFrom));
        return sealFrom;
    }

    /**
     * Adds a new pepper to the key file. Older ones stay for the hashes that name them.
     *
     * @return from when on password hashes are made with it
     */
    public synchronized Instant addPepper() {
        Instant now = clock.instant();
        Instant from = now.plus(settings.rotationHeadStart());
        change(keys -> keys.withNew(KeyPurpose.PEPPER, random, now, from));
        return from;
    }

    /**
     * Seals every value anew that was sealed with another key than the one in use, and writes its look-up hash anew.
     *
     * @param progress called after each batch
     * @return values that still stand under an old key: 0 means that the old keys can go
     */
    public long reseal(Consumer<Progress> progress) {
        return reseal(progress, () -> false);
    }

    /**
     * As {@link #reseal(Consumer)}, until it is to stop.
     *
     * @param stop asked before each batch
     */
    public long reseal(Consumer<Progress> progress, BooleanSupplier stop) {
        for (SealedTable table : tables) {
            for (SealedColumn column : table.columns()) {
                reseal(table, column, progress, stop);
            }
        }
        return remaining();
    }

    /**
     * Removes the sealing and look-up keys older than those in use, if no value needs them any more.
     *
     * @return whether they were removed
     */
    public synchronized boolean retireOldKeys() {
        if (remaining() > 0) {
            return false;
        }
        Instant now = clock.instant();
        change(keys -> keys.withoutOlder(
                        KeyPurpose.SEAL, keys.current(KeyPurpose.SEAL, now).id())
                .withoutOlder(
                        KeyPurpose.LOOK_UP,
                        keys.current(KeyPurpose.LOOK_UP, now).id()));
        return true;
    }

    /** Reads the key file, changes what it holds and puts it back in one step. */
    private void change(UnaryOperator<VaultKeys> how) {
        if (!(source instanceof KeyFile file)) {
            throw new StartupProblem(
                    "Keys from ramzineh.vault.keys cannot be changed by the portal: put them into a file"
                            + " named by ramzineh.vault.key-file for the rotation.");
        }
        try {
            file.reload();
            how.apply(file.keys()).replace(file.path());
            file.reload();
        } catch (IOException e) {
            throw new StartupProblem("The vault key file " + file.path() + " cannot be written.", e);
        }
    }

    private void reseal(SealedTable table, SealedColumn column, Consumer<Progress> progress, BooleanSupplier stop) {
        long resealed = 0;
        long skipped = 0;
        long after = Long.MIN_VALUE;
        while (!stop.getAsBoolean()) {
            List<StoredValue> batch = batch(table, column, after);
            if (batch.isEmpty()) {
                return;
            }
            for (StoredValue value : batch) {
                if (reseal(table, column, value)) {
                    resealed++;
                } else {
                    skipped++;
                }
            }
            after = batch.getLast().id();
            progress.accept(new Progress(table.table(), column.sealedColumn(), resealed, skipped));
        }
    }

    /** Names come from {@link SealedTable}, which lets nothing but plain names through. */
    private List<StoredValue> batch(SealedTable table, SealedColumn column, long after) {
        return jdbc.sql("""
                        select %1$s as id, %2$s as sealed from %3$s
                        where %1$s > :after and %2$s is not null and left(%2$s, 5) <> :prefix
                        order by %1$s limit :rows
                        """.formatted(table.idColumn(), column.sealedColumn(), table.table()))
                .param("after", after)
                .param("prefix", SealFormat.prefix(vault.sealingKey()))
                .param("rows", settings.rotationBatchRows())
                .query((row, index) -> new StoredValue(row.getLong("id"), row.getBytes("sealed")))
                .list();
    }

    private boolean reseal(SealedTable table, SealedColumn column, StoredValue value) {
        Field field = new Field(table.table(), column.sealedColumn());
        byte[] plain;
        try {
            plain = vault.openBytes(field, value.id(), value.sealed());
        } catch (VaultException altered) {
            // It cannot be saved by a new key; it stays as evidence, counts as remaining, and the old key stays too.
            return false;
        }
        @Nullable String hashColumn = column.hashColumn();
        String hash = hashColumn == null ? "" : ", " + hashColumn + " = :hash";
        int rows = jdbc.sql("update %s set %s = :anew%s where %s = :id and %s = :old"
                        .formatted(table.table(), column.sealedColumn(), hash, table.idColumn(), column.sealedColumn()))
                .param("anew", vault.sealBytes(field, value.id(), plain))
                .param("hash", vault.lookupHash(field, plain))
                .param("id", value.id())
                .param("old", value.sealed())
                .update();
        Arrays.fill(plain, (byte) 0);
        return rows == 1;
    }

    private long remaining(SealedTable table, SealedColumn column) {
        return jdbc.sql("select count(*) from %2$s where %1$s is not null and left(%1$s, 5) <> :prefix"
                        .formatted(column.sealedColumn(), table.table()))
                .param("prefix", SealFormat.prefix(vault.sealingKey()))
                .query(Long.class)
                .single();
    }

    private static final class StoredValue {
        private final long id;
        private final byte[] sealed;

        StoredValue(long id, byte[] sealed) {
            this.id = id;
            this.sealed = sealed;
        }

        long id() {
            return id;
        }

        byte[] sealed() {
            return sealed;
        }
    }
}
