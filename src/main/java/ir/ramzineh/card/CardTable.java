package ir.ramzineh.card;

import ir.ramzineh.corebank.CardExpiry;
import ir.ramzineh.corebank.CardProduct;
import ir.ramzineh.corebank.LocalizedName;
import ir.ramzineh.kernel.CardId;
import ir.ramzineh.kernel.CardNumber;
import ir.ramzineh.kernel.CustomerId;
import ir.ramzineh.kernel.JalaliDate;
import ir.ramzineh.kernel.NationalId;
import ir.ramzineh.kernel.UtcTime;
import ir.ramzineh.vault.Field;
import ir.ramzineh.vault.Vault;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of cards. */
@Repository
class CardTable {
    static final Field PAN = new Field("card", "pan_sealed");
    static final Field OWNER = new Field("card", "owner_sealed");

    private final JdbcClient jdbc;
    private final Vault vault;

    CardTable(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    List<CardRow> of(CustomerId customer) {
        return jdbc.sql("""
                select id, pan_sealed, issuer, product, holder_fa, holder_en, expiry_year, expiry_month, active, bin
                from card
                where customer_id = :customer
                order by issuer, id
                """)
                .param("customer", customer.value())
                .query((row, n) -> read(row))
                .list();
    }

    Optional<CardRow> one(CustomerId customer, CardId card) {
        return jdbc.sql("""
                select id, pan_sealed, issuer, product, holder_fa, holder_en, expiry_year, expiry_month, active, bin
                from card
                where id = :id and customer_id = :customer
                """)
                .param("id", card.value())
                .param("customer", customer.value())
                .query((row, n) -> read(row))
                .optional();
    }

    /** For the module's own use: the owner is not asked for. */
    Optional<CardRow> byId(CardId card) {
        return jdbc.sql("""
                select id, pan_sealed, issuer, product, holder_fa, holder_en, expiry_year, expiry_month, active, bin
                from card
                where id = :id
                """)
                .param("id", card.value())
                .query((row, n) -> read(row))
                .optional();
    }

    Map<CardId, String> maskedNumbers(Collection<CardId> wanted) {
        Map<CardId, String> masked = new HashMap<>();
        jdbc.sql("select id, pan_sealed from card where id in (:ids)")
                .param("ids", wanted.stream().map(CardId::value).toList())
                .query(row -> {
                    long id = row.getLong("id");
                    masked.put(
                            new CardId(id), new CardNumber(vault.open(PAN, id, row.getBytes("pan_sealed"))).masked());
                });
        return masked;
    }

    Optional<CardId> byNumber(CardNumber number) {
        return jdbc.sql("select id from card where pan_hash in (:hashes)")
                .param("hashes", vault.lookupHashes(PAN, number.digits()))
                .query(Long.class)
                .optional()
                .map(CardId::new);
    }

    Optional<CustomerId> customerOf(CardId card) {
        return jdbc.sql("select customer_id from card where id = :id and customer_id is not null")
                .param("id", card.value())
                .query(Long.class)
                .optional()
                .map(CustomerId::new);
    }

    /**
     * Adds a card with both passwords static.
     *
     * @throws org.springframework.dao.DuplicateKeyException somebody else added it in this moment
     */
    void insert(CardRow card, NationalId owner, CustomerId customer, Instant now) {
        long id = card.id().value();
        String digits = card.number().digits();
        jdbc.sql("""
                insert into card (id, pan_sealed, pan_hash, owner_sealed, owner_hash, customer_id, issuer, product,
                                  holder_fa, holder_en, expiry_year, expiry_month, active, bin, created_at)
                values (:id, :pan, :panHash, :owner, :ownerHash, :customer, :issuer, :product,
                        :holderFa, :holderEn, :year, :month, :active, :bin, :now)
                """)
                .param("id", id)
                .param("pan", vault.seal(PAN, id, digits))
                .param("panHash", vault.lookupHash(PAN, digits))
                .param("owner", vault.seal(OWNER, id, owner.digits()))
                .param("ownerHash", vault.lookupHash(OWNER, owner.digits()))
                .param("customer", customer.value())
                .param("issuer", card.issuerKey())
                .param("product", card.product().name())
                .param("holderFa", card.holder().fa())
                .param("holderEn", card.holder().en())
                .param("year", card.expiry().year())
                .param("month", card.expiry().month())
                .param("active", card.active())
                .param("bin", card.bin(), Types.VARCHAR)
                .param("now", UtcTime.toColumn(now))
                .update();
        jdbc.sql("""
                insert into card_password (card_id, kind, state)
                values (:id, 'FIRST', 'STATIC'), (:id, 'SECOND', 'STATIC')
                """).param("id", id).update();
    }

    void update(CardRow card) {
        jdbc.sql("""
                update card
                set product = :product, holder_fa = :holderFa, holder_en = :holderEn,
                    expiry_year = :year, expiry_month = :month, active = :active, bin = :bin
                where id = :id
                """)
                .param("id", card.id().value())
                .param("product", card.product().name())
                .param("holderFa", card.holder().fa())
                .param("holderEn", card.holder().en())
                .param("year", card.expiry().year())
                .param("month", card.expiry().month())
                .param("active", card.active())
                .param("bin", card.bin(), Types.VARCHAR)
                .update();
    }

    /**
     * Gives a card to a customer who does not have it yet: the row was made for nobody, or the bank gave the number to
     * somebody else.
     *
     * @return whether it was another person's before
     */
    Ownership assign(CardId card, NationalId owner, CustomerId customer, Instant now) {
        List<byte[]> hashes = vault.lookupHashes(OWNER, owner.digits());
        int same = jdbc.sql("""
                update card set customer_id = :customer
                where id = :id and owner_hash in (:owners) and not customer_id <=> :customer
                """)
                .param("id", card.value())
                .param("customer", customer.value())
                .param("owners", hashes)
                .update();
        if (same == 1) {
            return Ownership.SAME_PERSON;
        }
        int other = jdbc.sql("""
                update card set customer_id = :customer, owner_hash = :owner, owner_sealed = :sealed,
                                owned_since = :now
                where id = :id and owner_hash not in (:owners)
                """)
                .param("id", card.value())
                .param("customer", customer.value())
                .param("now", UtcTime.toColumn(now))
                .param("owner", hashes.getFirst())
                .param("sealed", vault.seal(OWNER, card.value(), owner.digits()))
                .param("owners", hashes)
                .update();
        return other == 1 ? Ownership.OTHER_PERSON : Ownership.UNCHANGED;
    }

    /**
     * Customers with an active card that ends in this month or earlier, in the order of their ids.
     *
     * @param after the id before the first one; zero at the beginning
     */
    List<CustomerId> ownersOfCardsEndingBy(JalaliDate month, long after, int limit) {
        return jdbc.sql("""
                select distinct customer_id from card
                where active and customer_id > :after
                  and (expiry_year < :year or (expiry_year = :year and expiry_month <= :month))
                order by customer_id
                limit :limit
                """)
                .param("after", after)
                .param("year", month.year())
                .param("month", month.month())
                .param("limit", limit)
                .query((row, n) -> new CustomerId(row.getLong(1)))
                .list();
    }

    /** When the card became its present owner's; empty when it never was anybody else's. */
    Optional<Instant> ownedSince(CardId card) {
        return jdbc.sql("select owned_since from card where id = :id and owned_since is not null")
                .param("id", card.value())
                .query((row, n) -> UtcTime.fromColumn(row.getObject("owned_since", LocalDateTime.class)))
                .optional();
    }

    /** What {@link #assign} found. */
    enum Ownership {
        UNCHANGED,
        SAME_PERSON,
        OTHER_PERSON
    }

    private CardRow read(ResultSet row) throws SQLException {
        long id = row.getLong("id");
        return new CardRow(
                new CardId(id),
                new CardNumber(vault.open(PAN, id, row.getBytes("pan_sealed"))),
                row.getString("issuer"),
                CardProduct.valueOf(row.getString("product")),
                new LocalizedName(row.getString("holder_fa"), row.getString("holder_en")),
                new CardExpiry(row.getInt("expiry_year"), row.getInt("expiry_month")),
                row.getBoolean("active"),
                row.getString("bin"));
    }
}
