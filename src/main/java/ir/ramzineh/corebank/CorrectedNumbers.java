package ir.ramzineh.corebank;

import ir.ramzineh.kernel.IdSource;
import ir.ramzineh.kernel.MobileNumber;
import ir.ramzineh.kernel.UtcTime;
import ir.ramzineh.vault.Vault;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Numbers that a branch has replaced (S3.4, decision 014). Files come late: one from before the correction must not bring
 * the old number back. It may once a file has shown another number, for then the bank's system has caught up, and after some
 * days in any case: then the bank's word is its own again.
 */
@Repository
class CorrectedNumbers {
    private final JdbcClient jdbc;
    private final Vault vault;
    private final IdSource ids;
    private final CoreBankProperties settings;
    private final Clock clock;

    CorrectedNumbers(JdbcClient jdbc, Vault vault, IdSource ids, CoreBankProperties settings, Clock clock) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.ids = ids;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * What a file would do to numbers.
     *
     * @param kept rows whose number gives way to that of a branch
     * @param dated rows of known customers that name another moment, from which the waiting time of a number is counted, than
     *     the tables have
     */
    record Effect(long kept, long dated) {
        static final Effect NONE = new Effect(0, 0);

        Effect plus(Effect more) {
            return new Effect(kept + more.kept, dated + more.dated);
        }
    }

    /** The customer as the tables have it. */
    private record Held(
            long id, ByteBuffer mobileSealed, @Nullable Instant mobileSince) {}

    /** A branch has replaced a number, in the transaction that wrote the new one. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void replaced(long customer, MobileNumber from, MobileNumber to) {
        long id = ids.next();
        jdbc.sql("""
                insert into corebank_corrected_number (id, customer_id, number_sealed, number_hash, corrected_at)
                values (:id, :customer, :number, :hash, :now)
                """)
                .param("id", id)
                .param("customer", customer)
                .param("number", vault.seal(SealedTables.CORRECTED_NUMBER, id, from.e164()))
                .param("hash", vault.lookupHash(SealedTables.CORRECTED_NUMBER, from.e164()))
                .param("now", UtcTime.toColumn(clock.instant()))
                .update();
        jdbc.sql("delete from corebank_corrected_number where customer_id = :customer and number_hash in (:hashes)")
                .param("customer", customer)
                .param("hashes", vault.lookupHashes(SealedTables.CORRECTED_NUMBER, to.e164()))
                .update();
    }

    /**
     * The rows of a file as they may be written: a number that a branch has replaced gives way to the one that stands. The
     * customers stay locked until the end of the caller's transaction, so that no branch changes a number in between.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<BankCustomer> withoutReplaced(List<BankCustomer> rows) {
        Map<ByteBuffer, Held> present = held(rows, "for update");
        Map<Long, Set<ByteBuffer>> replaced = replacedOf(present);
        if (replaced.isEmpty()) {
            return rows;
        }
        List<BankCustomer> written = new ArrayList<>(rows.size());
        for (BankCustomer row : rows) {
            Held held = heldOf(present, row);
            Set<ByteBuffer> old = held == null ? null : replaced.get(held.id());
            written.add(held == null || old == null ? row : settled(row, held, old));
        }
        return written;
    }

    /** The rows as {@link #withoutReplaced} would give them to be written; locks and writes nothing. */
    List<BankCustomer> foreseen(List<BankCustomer> rows) {
        Map<ByteBuffer, Held> present = held(rows, "");
        Map<Long, Set<ByteBuffer>> replaced = replacedOf(present);
        List<BankCustomer> written = new ArrayList<>(rows.size());
        for (BankCustomer row : rows) {
            Held held = heldOf(present, row);
            boolean givesWay = held != null && isReplaced(row, replaced.getOrDefault(held.id(), Set.of()));
            written.add(held != null && givesWay ? withStanding(row, held) : row);
        }
        return written;
    }

    /** As {@link #withoutReplaced}, and writes nothing. */
    Effect effect(List<BankCustomer> rows) {
        Map<ByteBuffer, Held> present = held(rows, "");
        Map<Long, Set<ByteBuffer>> replaced = replacedOf(present);
        long kept = 0;
        long dated = 0;
        for (BankCustomer row : rows) {
            Held held = heldOf(present, row);
            if (held == null) {
                continue;
            }
            if (isReplaced(row, replaced.getOrDefault(held.id(), Set.of()))) {
                kept++;
            } else if (row.mobileSince() != null && !row.mobileSince().equals(held.mobileSince())) {
                dated++;
            }
        }
        return new Effect(kept, dated);
    }

    /** Removes what has ended, some of it; in the transaction of an import. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void forgetEnded() {
        jdbc.sql("delete from corebank_corrected_number where corrected_at <= :since limit 1000")
                .param("since", UtcTime.toColumn(since()))
                .update();
    }

    private Instant since() {
        return clock.instant().minus(settings.correctionsKept());
    }

    private MobileNumber standing(Held held) {
        return new MobileNumber(
                vault.open(SealedTables.MOBILE, held.id(), held.mobileSealed().array()));
    }

    private boolean isReplaced(BankCustomer row, Set<ByteBuffer> old) {
        return vault.lookupHashes(SealedTables.CORRECTED_NUMBER, row.mobile().e164()).stream()
                .map(ByteBuffer::wrap)
                .anyMatch(old::contains);
    }

    private BankCustomer settled(BankCustomer row, Held held, Set<ByteBuffer> old) {
        if (isReplaced(row, old)) {
            return withStanding(row, held);
        }
        jdbc.sql("delete from corebank_corrected_number where customer_id = :customer")
                .param("customer", held.id())
                .update();
        return row;
    }

    /** Without its moment, which is that of the other number. */
    private BankCustomer withStanding(BankCustomer row, Held held) {
        return new BankCustomer(row.nationalId(), row.name(), row.birthDate(), standing(held), row.branch());
    }

    /** @param lock {@code for update}, or nothing */
    private Map<ByteBuffer, Held> held(List<BankCustomer> rows, String lock) {
        List<byte[]> hashes = rows.stream()
                .flatMap(row -> vault
                        .lookupHashes(SealedTables.NATIONAL_ID, row.nationalId().digits())
                        .stream())
                .toList();
        Map<ByteBuffer, Held> present = new HashMap<>();
        jdbc.sql("""
                select id, national_id_hash, mobile_sealed, mobile_since from corebank_customer
                where national_id_hash in (:hashes)
                """ + lock).param("hashes", hashes).query(row -> {
            present.put(
                    ByteBuffer.wrap(row.getBytes("national_id_hash")),
                    new Held(
                            row.getLong("id"),
                            ByteBuffer.wrap(row.getBytes("mobile_sealed")),
                            moment(row.getObject("mobile_since", LocalDateTime.class))));
        });
        return present;
    }

    private static @Nullable Instant moment(@Nullable LocalDateTime column) {
        return column == null ? null : UtcTime.fromColumn(column);
    }

    private Map<Long, Set<ByteBuffer>> replacedOf(Map<ByteBuffer, Held> present) {
        Map<Long, Set<ByteBuffer>> replaced = new HashMap<>();
        if (present.isEmpty()) {
            return replaced;
        }
        jdbc.sql("""
                select customer_id, number_hash from corebank_corrected_number
                where customer_id in (:customers) and corrected_at > :since
                """)
                .param("since", UtcTime.toColumn(since()))
                .param("customers", present.values().stream().map(Held::id).toList())
                .query(row -> {
                    replaced.computeIfAbsent(row.getLong("customer_id"), id -> new HashSet<>())
                            .add(ByteBuffer.wrap(row.getBytes("number_hash")));
                });
        return replaced;
    }

    private @Nullable Held heldOf(Map<ByteBuffer, Held> present, BankCustomer row) {
        return vault.lookupHashes(SealedTables.NATIONAL_ID, row.nationalId().digits()).stream()
                .map(hash -> present.get(ByteBuffer.wrap(hash)))
                .filter(found -> found != null)
                .findFirst()
                .orElse(null);
    }
}
