package ir.ramzineh.staff;

import ir.ramzineh.corebank.LocalizedName;
import ir.ramzineh.kernel.BranchCode;
import ir.ramzineh.kernel.NationalId;
import ir.ramzineh.kernel.UtcTime;
import ir.ramzineh.vault.Field;
import ir.ramzineh.vault.Vault;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of table {@code staff_member}. */
@Repository
class StaffRows {
    static final String TABLE = "staff_member";
    static final Field NATIONAL_ID = new Field(TABLE, "national_id_sealed");
    static final Field NAME_FA = new Field(TABLE, "name_fa_sealed");
    static final Field NAME_EN = new Field(TABLE, "name_en_sealed");
    static final Field DIRECTORY_NAME = new Field(TABLE, "directory_name_sealed");

    private final JdbcClient jdbc;
    private final Vault vault;

    StaffRows(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    Optional<StaffMember> byId(StaffId id) {
        return jdbc.sql("select * from staff_member where id = :id")
                .param("id", id.value())
                .query((row, index) -> read(row))
                .optional();
    }

    /**
     * An active member as committed now, whatever the transaction saw before; the row stays as it is until the end of the
     * caller's transaction, if there is one.
     */
    Optional<StaffMember> inForce(StaffId id) {
        return jdbc.sql("select * from staff_member where id = :id and active lock in share mode")
                .param("id", id.value())
                .query((row, index) -> read(row))
                .optional();
    }

    /** The active member whom the bank's directory calls so. */
    Optional<StaffMember> byDirectoryName(String name) {
        return jdbc.sql("select * from staff_member where directory_name_hash in (:hashes) and active")
                .param("hashes", vault.lookupHashes(DIRECTORY_NAME, name))
                .query((row, index) -> read(row))
                .optional();
    }

    /** The version of what a sign-in of an active member rests on; the row stays as it is until the transaction ends. */
    Optional<Integer> heldVersion(StaffId id) {
        return jdbc.sql("select version from staff_member where id = :id and active lock in share mode")
                .param("id", id.value())
                .query(Integer.class)
                .optional();
    }

    /** Everything that rests on what was before is over. */
    void raiseVersion(StaffId id) {
        jdbc.sql("update staff_member set version = version + 1 where id = :id")
                .param("id", id.value())
                .update();
    }

    Optional<StaffMember> byUserName(String userName) {
        return jdbc.sql("select * from staff_member where user_name = :name")
                .param("name", userName)
                .query((row, index) -> read(row))
                .optional();
    }

    Optional<String> userName(StaffId id) {
        return jdbc.sql("select user_name from staff_member where id = :id")
                .param("id", id.value())
                .query(String.class)
                .optional();
    }

    NationalId nationalId(StaffId id) {
        return jdbc.sql("select national_id_sealed from staff_member where id = :id")
                .param("id", id.value())
                .query((row, index) -> new NationalId(vault.open(NATIONAL_ID, id.value(), row.getBytes(1))))
                .single();
    }

    Optional<String> directoryName(StaffId id) {
        return jdbc.sql("""
                        select directory_name_sealed from staff_member
                        where id = :id and directory_name_sealed is not null
                        """)
                .param("id", id.value())
                .query((row, index) -> vault.open(DIRECTORY_NAME, id.value(), row.getBytes(1)))
                .optional();
    }

    /** The unique hash refuses a name that another member has. */
    void setDirectoryName(StaffId id, @Nullable String name) {
        jdbc.sql("""
                        update staff_member set directory_name_sealed = :sealed, directory_name_hash = :hash
                        where id = :id
                        """)
                .param("sealed", name == null ? null : vault.seal(DIRECTORY_NAME, id.value(), name), Types.VARBINARY)
                .param("hash", name == null ? null : vault.lookupHash(DIRECTORY_NAME, name), Types.BINARY)
                .param("id", id.value())
                .update();
    }

    /** Whether somebody else is called so by the bank's directory. */
    boolean isDirectoryNameOfAnother(StaffId id, String name) {
        return jdbc.sql("select id from staff_member where directory_name_hash in (:hashes) and id <> :id")
                .param("hashes", vault.lookupHashes(DIRECTORY_NAME, name))
                .param("id", id.value())
                .query(Long.class)
                .optional()
                .isPresent();
    }

    /** How many active members have a role. */
    long activeOf(Role role) {
        return jdbc.sql("select count(*) from staff_member where role = :role and active")
                .param("role", role.name())
                .query(Long.class)
                .single();
    }

    /** Whether any member, active or not, has this national ID, under any key the hash may have been made with. */
    boolean isPresent(NationalId nationalId) {
        return jdbc.sql("select id from staff_member where national_id_hash in (:hashes)")
                .param("hashes", vault.lookupHashes(NATIONAL_ID, nationalId.digits()))
                .query(Long.class)
                .optional()
                .isPresent();
    }

    /** Inserts; the unique keys refuse a second row for one user name or one person. */
    void insert(StaffMember member, NationalId nationalId, Instant now) {
        long id = member.id().value();
        jdbc.sql("""
                        insert into staff_member (id, user_name, name_fa_sealed, name_en_sealed, national_id_sealed,
                                                  national_id_hash, role, branch, active, created_at)
                        values (:id, :userName, :nameFa, :nameEn, :nationalId, :nationalIdHash, :role, :branch, :active,
                                :now)
                        """)
                .param("id", id)
                .param("userName", member.userName())
                .param("nameFa", vault.seal(NAME_FA, id, member.name().fa()))
                .param("nameEn", vault.seal(NAME_EN, id, member.name().en()))
                .param("nationalId", vault.seal(NATIONAL_ID, id, nationalId.digits()))
                .param("nationalIdHash", vault.lookupHash(NATIONAL_ID, nationalId.digits()))
                .param("role", member.role().name())
                .param("branch", digits(member.branch()), Types.VARCHAR)
                .param("active", member.active())
                .param("now", UtcTime.toColumn(now))
                .update();
    }

    /** {@code false} when there is no such member; a role that is the same already counts as set. */
    boolean place(StaffId id, Role role, @Nullable BranchCode branch) {
        return jdbc.sql("update staff_member set role = :role, branch = :branch, version = version + 1 where id = :id")
                        .param("role", role.name())
                        .param("branch", digits(branch), Types.VARCHAR)
                        .param("id", id.value())
                        .update()
                == 1;
    }

    /** {@code false} when it was so already, or when there is no such member. */
    boolean setActive(StaffId id, boolean active) {
        return jdbc.sql("""
                        update staff_member set active = :active, version = version + 1
                        where id = :id and active <> :active
                        """).param("active", active).param("id", id.value()).update() == 1;
    }

    private static @Nullable String digits(@Nullable BranchCode branch) {
        return branch == null ? null : branch.digits();
    }

    /** The member of a row with all columns of the table. */
    StaffMember read(ResultSet row) throws SQLException {
        long id = row.getLong("id");
        String branch = row.getString("branch");
        return new StaffMember(
                new StaffId(id),
                row.getString("user_name"),
                new LocalizedName(
                        vault.open(NAME_FA, id, row.getBytes(NAME_FA.column())),
                        vault.open(NAME_EN, id, row.getBytes(NAME_EN.column()))),
                Role.valueOf(row.getString("role")),
                branch == null ? null : new BranchCode(branch),
                row.getBoolean("active"));
    }
}
