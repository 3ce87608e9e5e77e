package ir.ramzineh.token;

import ir.ramzineh.kernel.CardId;
import ir.ramzineh.kernel.UtcTime;
import ir.ramzineh.vault.Field;
import ir.ramzineh.vault.Vault;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The personal PINs of cards, sealed. */
@Repository
class PinTable {
    static final Field PIN = new Field("token_pin", "pin_sealed");

    private final JdbcClient jdbc;
    private final Vault vault;

    PinTable(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    boolean exists(CardId card) {
        return jdbc.sql("select 1 from token_pin where card_id = :card")
                .param("card", card.value())
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    void set(CardId card, String pin, Instant now) {
        jdbc.sql("""
                insert into token_pin (card_id, pin_sealed, set_at) values (:card, :pin, :now)
                on duplicate key update pin_sealed = values(pin_sealed), set_at = values(set_at)
                """)
                .param("card", card.value())
                .param("pin", vault.seal(PIN, card.value(), pin))
                .param("now", UtcTime.toColumn(now))
                .update();
    }

    /** Forgets the PIN of a card none of whose tokens needs it any more. */
    void forgetUnused(CardId card) {
        jdbc.sql("""
                delete from token_pin
                where card_id = :card
                  and not exists (select 1 from token where card_id = :card and pin_bound and state <> 'DEAD')
                """).param("card", card.value()).update();
    }
}
