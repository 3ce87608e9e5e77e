package ir.ramzineh.token;

import ir.ramzineh.kernel.UtcTime;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * How often codes may be tried before a phone gets its key. A try is counted before the code is looked at.
 *
 * <p>Where an activation is named by 128 random bits or by a serial number, only its owner can name it, and the fifth
 * wrong code ends it. A card number is known to every shop: there, five wrong codes of a stranger must not take the
 * owner's activation away. So none of them ends it. Each network is heard a few times for one activation, and all of them
 * together so often that the code cannot be guessed: with the defaults 25 times at once and once more every ten minutes,
 * 169 times in a day, against ten million codes. Whoever fills that up holds the owner up while the attack lasts and no
 * longer; the owner is told, and has two ways that need no card number: the portal, and a new code at the ATM, with which
 * counting begins anew.
 */
@Component
class ClaimTries {
    private final JdbcClient jdbc;
    private final ActivationTable activations;
    private final TokenSettings settings;

    ClaimTries(JdbcClient jdbc, ActivationTable activations, TokenSettings settings) {
        this.jdbc = jdbc;
        this.activations = activations;
        this.settings = settings;
    }

    /**
     * Counts one try.
     *
     * @return whether the code may be looked at
     */
    @Transactional(propagation = Propagation.MANDATORY)
    boolean reserve(ActivationTable.Row row, ClaimWish wish, boolean longCode, Instant now) {
        String network = wish.network();
        if (network == null) {
            return activations.reserveCodeTry(row.id(), settings.codeTriesMax(), now);
        }
        if (!ofNetwork(row.id(), network)) {
            return false;
        }
        boolean counted =
                longCode ? ofAll(row.id(), now) : activations.reserveCodeTry(row.id(), settings.codeTriesMax(), now);
        if (!counted) {
            giveBack(row.id(), network);
        }
        return counted;
    }

    private boolean ofNetwork(ActivationId id, String network) {
        // "on duplicate key update" locks the row at once; a failed plain insert would share the lock and invite a
        // deadlock.
        jdbc.sql("""
                insert into claim_network (activation_id, network, tries) values (:id, :network, 0)
                on duplicate key update network = network
                """).param("id", id.value()).param("network", network).update();
        return jdbc.sql("""
                update claim_network set tries = tries + 1
                where activation_id = :id and network = :network and tries < :max
                """)
                        .param("id", id.value())
                        .param("network", network)
                        .param("max", settings.networkTriesMax())
                        .update()
                == 1;
    }

    private boolean ofAll(ActivationId id, Instant now) {
        return jdbc.sql("""
                update activation set code_tries = code_tries + 1
                where id = :id and live_slot = 1 and expires_at > :now
                  and code_tries < :at_once + timestampdiff(second, created_at, :now) div :every
                """)
                        .param("id", id.value())
                        .param("now", UtcTime.toColumn(now))
                        .param("at_once", settings.cardTriesAtOnce())
                        .param("every", Math.max(1, settings.cardTriesEvery().toSeconds()))
                        .update()
                == 1;
    }

    private void giveBack(ActivationId id, String network) {
        jdbc.sql("update claim_network set tries = tries - 1 where activation_id = :id and network = :network")
                .param("id", id.value())
                .param("network", network)
                .update();
    }

    int purge(int rows) {
        return jdbc.sql("""
                delete from claim_network
                where not exists (select 1 from activation a where a.id = activation_id and a.live_slot = 1)
                limit :rows
                """).param("rows", rows).update();
    }
}
