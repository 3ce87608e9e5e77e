package ir.ramzineh.meter;

import ir.ramzineh.kernel.BranchCode;
import ir.ramzineh.kernel.CardId;
import ir.ramzineh.kernel.CustomerId;
import ir.ramzineh.kernel.JalaliDate;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Reads which cards are static and why. A report over the tables of cards, customers and consents: it only ever reads
 * them, and plain columns alone; what it writes are cards of waves.
 */
@Repository
class StaticCards {
    private static final ZoneId TEHRAN = ZoneId.of("Asia/Tehran");

    /** The order is that of {@link StaticReason}. */
    private static final String CARDS = """
            select c.id, c.customer_id, u.branch,
                   case when c.product = 'GIFT' then 'GIFT'
                        when c.expiry_year < :year or (c.expiry_year = :year and c.expiry_month < :month) then 'EXPIRED'
                        when not c.active then 'INACTIVE'
                        when p.state = 'LOCKED' then 'LOCKED'
                        when p.state = 'DYNAMIC' and s.card_id is not null then 'EXEMPT'
                        when p.state = 'DYNAMIC' then 'DYNAMIC'
                        when u.registered_at is null then 'NO_SIGN_UP'
                        when p.state_since is not null then 'SWITCHED_BACK'
                        else 'NEVER_ACTIVATED' end as reason
            from card c
            join card_password p on p.card_id = c.id and p.kind = 'SECOND'
            join customer u on u.id = c.customer_id
            left join small_amount_consent s on s.card_id = c.id and s.customer_id = c.customer_id
            where (:all or u.branch = :branch or (:others and u.branch is null))
            """;

    private final JdbcClient jdbc;
    private final MeterSettings settings;
    private final Clock clock;

    StaticCards(JdbcClient jdbc, MeterSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.clock = clock;
    }

    /** A card, its owner, and why. */
    record Row(CardId card, CustomerId owner, StaticReason reason) {}

    /**
     * Cards of one branch that are or are not static for one reason.
     *
     * @param branch empty: of customers without one
     * @param reason {@code DYNAMIC} or a {@link StaticReason}
     */
    record Counted(String branch, String reason, long cards) {}

    /** The last of the next cards, none where there are none. */
    OptionalLong endOfRange(long after, int cards) {
        return jdbc.sql("""
                select max(id) as last_id from (select id from card where id > :after order by id limit :cards) cards
                """)
                .param("after", after)
                .param("cards", cards)
                .query((row, n) -> {
                    long last = row.getLong("last_id");
                    return row.wasNull() ? OptionalLong.empty() : OptionalLong.of(last);
                })
                .single();
    }

    /** Counts the cards above one id up to another. */
    List<Counted> count(long after, long through) {
        return asked(
                        "select coalesce(branch, '') as home, reason, count(*) as cards from (" + CARDS
                                + " and c.id > :after and c.id <= :through) r group by 1, 2",
                        Optional.empty())
                .param("after", after)
                .param("through", through)
                .query((row, n) -> new Counted(row.getString("home"), row.getString("reason"), row.getLong("cards")))
                .list();
    }

    /** How many cards of a branch there are to remind of now. */
    long toRemindOf(BranchCode branch) {
        return asked("select count(*) from (" + CARDS + ") r where reason in (:reasons)", Optional.of(branch))
                .param("reasons", names(StaticReason.REMINDED))
                .query(Long.class)
                .single();
    }

    /** Puts the cards of a branch down in a wave, all in one statement; says how many. */
    int putDown(long wave, BranchCode branch) {
        return asked(
                        "insert into reminder_card (wave_id, card_id, customer_id, state)"
                                + " select :wave, id, customer_id, 'WAITING' from (" + CARDS
                                + ") r where reason in (:reasons)",
                        Optional.of(branch))
                .param("wave", wave)
                .param("reasons", names(StaticReason.REMINDED))
                .update();
    }

    /**
     * One page, in the order of the cards' ids.
     *
     * @param own whose cards are left out
     * @param after id of the last card of the page before; 0 for the first
     */
    List<Row> page(
            Optional<BranchCode> branch,
            Optional<CustomerId> own,
            Collection<StaticReason> reasons,
            long after,
            int limit) {
        return asked(
                        "select * from (" + CARDS + " and c.id > :after and c.customer_id <> :own) r"
                                + " where reason in (:reasons) order by id limit :limit",
                        branch)
                .param("after", after)
                .param("own", own.map(CustomerId::value).orElse(0L))
                .param("reasons", names(reasons))
                .param("limit", limit)
                .query((row, n) -> new Row(
                        new CardId(row.getLong("id")),
                        new CustomerId(row.getLong("customer_id")),
                        StaticReason.valueOf(row.getString("reason"))))
                .list();
    }

    private static List<String> names(Collection<StaticReason> reasons) {
        return reasons.stream().map(Enum::name).toList();
    }

    /** Why this card is static now; empty where it is not, or is nobody's. */
    Optional<StaticReason> reason(CardId card) {
        return asked(
                        "select reason from (" + CARDS + " and c.id = :card) r where reason <> 'DYNAMIC'",
                        Optional.empty())
                .param("card", card.value())
                .query(String.class)
                .optional()
                .map(StaticReason::valueOf);
    }

    private JdbcClient.StatementSpec asked(String sql, Optional<BranchCode> branch) {
        JalaliDate today = JalaliDate.of(LocalDate.ofInstant(clock.instant(), TEHRAN));
        return jdbc.sql(sql)
                .param("year", today.year())
                .param("month", today.month())
                .param("all", branch.isEmpty())
                .param("others", branch.filter(settings::isForOthers).isPresent())
                .param("branch", branch.map(BranchCode::digits).orElse(""));
    }
}
