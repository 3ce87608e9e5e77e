package ir.ramzineh.staff;

import ir.ramzineh.corebank.LocalizedName;
import ir.ramzineh.kernel.BranchCode;
import ir.ramzineh.kernel.IdSource;
import ir.ramzineh.vault.Vault;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * A branch of its own with very many tellers who never sign in, and one more whose user name comes after theirs. Made with
 * {@link #of}; whoever commits it removes it.
 */
public final class StaffCrowd {
    /** More than any list ever held. */
    public static final int MANY = 501;

    private static final LocalizedName NAME = new LocalizedName("همکار بسیار", "Many Colleague");

    private final JdbcTemplate jdbc;
    private final Vault vault;

    /** Ids of one moment are drawn by chance, and among hundreds two may be the same: these are counted from one on. */
    private final long firstId;

    private final BranchCode branch =
            new BranchCode(Integer.toString(ThreadLocalRandom.current().nextInt(200_000, 999_999)));
    private final StaffMember last;

    public StaffCrowd(JdbcTemplate jdbc, Vault vault, IdSource ids) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.firstId = ids.next();
        this.last = member(MANY, "zz.last" + branch, new LocalizedName("یکتا کی‌نژاد " + branch, "Yekta Keynejad"));
    }

    public static StaffCrowd of(AutowireCapableBeanFactory beans) {
        return beans.createBean(StaffCrowd.class);
    }

    public BranchCode branch() {
        return branch;
    }

    /** The member with the last user name of all. */
    public StaffMember last() {
        return last;
    }

    /** Puts {@value #MANY} tellers and the last one into the list. */
    public void insert() {
        List<StaffMember> all = IntStream.rangeClosed(0, MANY)
                .mapToObj(n -> n == MANY ? last : member(n, "a%s-%03d".formatted(branch, n), NAME))
                .toList();
        // Nobody reads the national ID of these.
        jdbc.batchUpdate("""
                insert into staff_member (id, user_name, name_fa_sealed, name_en_sealed, national_id_sealed,
                                          national_id_hash, role, branch, active, created_at)
                values (?, ?, ?, ?, x'00', random_bytes(32), 'TELLER', ?, true, utc_timestamp(3))
                """, all, MANY + 1, (row, member) -> {
            long id = member.id().value();
            row.setLong(1, id);
            row.setString(2, member.userName());
            row.setBytes(3, vault.seal(StaffRows.NAME_FA, id, member.name().fa()));
            row.setBytes(4, vault.seal(StaffRows.NAME_EN, id, member.name().en()));
            row.setString(5, branch.digits());
        });
    }

    public void remove() {
        jdbc.update("delete from staff_member where branch = ?", branch.digits());
    }

    private StaffMember member(int number, String userName, LocalizedName name) {
        return new StaffMember(new StaffId(firstId + number), userName, name, Role.TELLER, branch, true);
    }
}
