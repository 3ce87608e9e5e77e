package ir.ramzineh.verification;

import ir.ramzineh.kernel.CardId;
import ir.ramzineh.kernel.PasswordKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** What was asked and answered, in the order of time, for a replay against another profile. */
@Service
public class RecordedUses {
    /** Rows of a page at most. */
    public static final int PAGE_MAX = 5_000;

    private final JdbcClient jdbc;
    private final CodeWindow window;

    RecordedUses(JdbcClient jdbc, VerificationSettings settings) {
        this.jdbc = jdbc;
        this.window = new CodeWindow(settings);
    }

    /**
     * Codes that were accepted, wrong, late or early. Reads by id and locks nothing.
     *
     * @param bins prefixes of card numbers; rows from before they were recorded are found by {@code bank}
     * @param bank key of the bank
     * @param after id above which rows are read
     * @param until id below which they are
     * @param limit 1 to {@value #PAGE_MAX}
     */
    public List<RecordedUse> page(
            List<String> bins, String bank, PasswordKind kind, long after, long until, int limit) {
        return jdbc.sql("""
                        select v.id, v.card_id, v.kind, v.reason, v.detail_a, v.code_source, v.code_age_ms,
                               v.phone_ahead_ms, v.life_seconds, v.period_seconds, v.code_digits
                        from verification v left join card c on v.bin is null and c.id = v.card_id
                        where v.id > :after and v.id < :until and v.kind = :kind
                          and v.reason in ('ACCEPTED', 'WRONG_CODE', 'WRONG_CODE_LOCKED', 'EXPIRED', 'TOO_EARLY')
                          and (v.bin in (:bins) or c.issuer = :bank)
                        order by v.id
                        limit :limit
                        """)
                .param("after", after)
                .param("until", until)
                .param("kind", kind.name())
                .param("bins", bins)
                .param("bank", bank)
                .param("limit", Math.clamp(limit, 1, PAGE_MAX))
                .query((row, n) -> read(row))
                .list();
    }

    /**
     * Whether a code that was presented would have counted with another life.
     *
     * @return false also where its age was not recorded
     */
    public boolean wouldCount(RecordedUse use, int lifeSeconds) {
        CodeAge age = use.age();
        return age != null && window.wouldCount(age, lifeSeconds);
    }

    private static RecordedUse read(ResultSet row) throws SQLException {
        long card = row.getLong("card_id");
        return new RecordedUse(
                row.getLong("id"),
                card == 0 ? null : new CardId(card),
                PasswordKind.valueOf(row.getString("kind")),
                Reason.valueOf(row.getString("reason")),
                row.getObject("detail_a", Long.class),
                age(row));
    }

    private static @Nullable CodeAge age(ResultSet row) throws SQLException {
        String source = row.getString("code_source");
        if (source == null) {
            return null;
        }
        return new CodeAge(
                source,
                row.getInt("code_age_ms"),
                row.getInt("phone_ahead_ms"),
                row.getInt("life_seconds"),
                row.getObject("period_seconds", Integer.class),
                row.getInt("code_digits"));
    }
}
