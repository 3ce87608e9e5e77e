package ir.ramzineh.staff;

import ir.ramzineh.staff.StaffAdministration.Entry;
import ir.ramzineh.vault.Vault;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The members of staff as administrators go through them, however many there are. */
@Repository
class StaffList {
    /** Rows that a search reads at once. */
    private static final int BATCH = 200;

    private final JdbcClient jdbc;
    private final StaffRows rows;
    private final Vault vault;

    StaffList(JdbcClient jdbc, StaffRows rows, Vault vault) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.vault = vault;
    }

    /**
     * Whom a search finds, in the order of the user names. Names are sealed, so that a search opens those of every member
     * on its way.
     *
     * @param after the user name before the first one; empty: from the beginning
     * @param limit at most so many
     */
    List<Entry> find(StaffSearch search, String after, int limit) {
        int batch = search.isEverybody() ? limit : BATCH;
        List<Entry> found = new ArrayList<>();
        String from = after;
        List<Entry> read;
        do {
            read = read(from, batch);
            read.stream()
                    .filter(entry -> search.finds(entry.member()))
                    .limit((long) limit - found.size())
                    .forEach(found::add);
            from = read.isEmpty() ? from : read.getLast().member().userName();
        } while (read.size() == batch && found.size() < limit);
        return found;
    }

    /**
     * Who could approve what an administrator proposes.
     *
     * @param about whom it is about; {@code null}: somebody new
     */
    Approvers approvers(StaffId who, @Nullable StaffId about) {
        return jdbc.sql("""
                        select count(*) as others, coalesce(sum(signs_in), 0) as sign_in,
                               coalesce(sum(signs_in and not (id <=> :about)), 0) as judges
                        from (select m.id, m.directory_name_sealed is not null
                                           or (c.password_hash is not null and c.key_sealed is not null) as signs_in
                              from staff_member m left join staff_credential c on c.staff_id = m.id
                              where m.role = :role and m.active and m.id <> :who) other
                        """)
                .param("about", about == null ? null : about.value(), Types.BIGINT)
                .param("role", Role.ADMINISTRATOR.name())
                .param("who", who.value())
                .query((row, index) ->
                        Approvers.among(row.getLong("others"), row.getLong("sign_in"), row.getLong("judges")))
                .single();
    }

    private List<Entry> read(String after, int limit) {
        return jdbc.sql("""
                        select m.*, c.password_hash is not null and c.key_sealed is not null as set_up
                        from staff_member m left join staff_credential c on c.staff_id = m.id
                        where m.user_name > :after order by m.user_name limit :limit
                        """)
                .param("after", after)
                .param("limit", limit)
                .query((row, index) -> entry(row))
                .list();
    }

    private Entry entry(ResultSet row) throws SQLException {
        StaffMember member = rows.read(row);
        byte[] sealed = row.getBytes(StaffRows.DIRECTORY_NAME.column());
        String directoryName = sealed == null
                ? null
                : vault.open(StaffRows.DIRECTORY_NAME, member.id().value(), sealed);
        return new Entry(member, row.getBoolean("set_up"), directoryName);
    }
}
