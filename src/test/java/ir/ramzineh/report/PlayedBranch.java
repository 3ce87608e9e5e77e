package ir.ramzineh.report;

import ir.ramzineh.kernel.BranchCode;
import ir.ramzineh.kernel.IdSource;
import ir.ramzineh.kernel.UtcTime;
import ir.ramzineh.vault.Field;
import ir.ramzineh.vault.Vault;
import ir.ramzineh.verification.PlayedCard;
import java.sql.Types;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A branch that nobody else has, with a customer of its own: its figures are those of one test. */
final class PlayedBranch {
    final BranchCode code = new BranchCode(
            Integer.toString(100_000 + ThreadLocalRandom.current().nextInt(900_000)));
    final long customer;
    private final JdbcClient jdbc;
    private final Vault vault;
    private final IdSource ids;

    PlayedBranch(JdbcClient jdbc, Vault vault, IdSource ids) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.ids = ids;
        customer = ids.next();
        String nationalId = ir.ramzineh.PeopleFixtures.randomNationalId().digits();
        jdbc.sql("""
                insert into customer (id, national_id_sealed, national_id_hash, mobile_sealed, mobile_hash, name_fa_sealed,
                                      name_en_sealed, locale, second_factor_always, registered_at, branch)
                values (:id, :nationalId, :nationalIdHash, :mobile, :mobileHash, :fa, :en, 'fa', false, utc_timestamp(3),
                        :branch)
                """)
                .param("id", customer)
                .param("nationalId", sealed("national_id_sealed", nationalId))
                .param("nationalIdHash", vault.lookupHash(new Field("customer", "national_id_sealed"), nationalId))
                .param("mobile", sealed("mobile_sealed", "+989120000000"))
                .param(
                        "mobileHash",
                        vault.lookupHash(
                                new Field("customer", "mobile_sealed"),
                                UUID.randomUUID().toString()))
                .param("fa", sealed("name_fa_sealed", "آزمون"))
                .param("en", sealed("name_en_sealed", "Test"))
                .param("branch", code.digits())
                .update();
    }

    private byte[] sealed(String column, String text) {
        return vault.seal(new Field("customer", column), customer, text);
    }

    PlayedCard card() {
        return card("610433");
    }

    /** @param bin as the portal keeps it beside the number */
    PlayedCard card(String bin) {
        PlayedCard card = PlayedCard.dynamic(jdbc, vault, ids);
        jdbc.sql("update card set customer_id = :customer, bin = :bin where id = :id")
                .param("bin", bin)
                .param("customer", customer)
                .param("id", card.id().value())
                .update();
        return card;
    }

    void exemption(PlayedCard card, boolean allowed, long amount, Instant at) {
        jdbc.sql("""
                insert into small_amount_use (id, channel, request_id, request_digest, card_id, amount, allowed, asked_at, bin)
                values (:id, 'report-shop', :request, unhex(repeat('00', 32)), :card, :amount, :allowed, :at, '610433')
                """)
                .param("id", ids.next())
                .param("request", UUID.randomUUID().toString())
                .param("card", card.id().value())
                .param("amount", amount)
                .param("allowed", allowed)
                .param("at", UtcTime.toColumn(at))
                .update();
    }

    void message(String state, Instant at, int seconds) {
        message(null, state, at, seconds);
    }

    void message(@Nullable PlayedCard about, String state, Instant at, int seconds) {
        long id = ids.next();
        jdbc.sql("""
                insert into sms_message (id, customer_id, card_id, purpose, template, recipient, recipient_hash, masked_number, state,
                                         not_after, created_at, next_try_at, provider, ended_at)
                values (:id, :customer, :card, 'report', 'report', :recipient, unhex(repeat('00', 32)), '0912***0000', :state,
                        :at, :at, :at, 'report-provider', :ended)
                """)
                .param("id", id)
                .param("customer", customer)
                .param("card", about == null ? null : about.id().value(), Types.BIGINT)
                .param("recipient", vault.seal(new Field("sms_message", "recipient"), id, "+989120000000"))
                .param("state", state)
                .param("at", UtcTime.toColumn(at))
                .param("ended", UtcTime.toColumn(at.plusSeconds(seconds)))
                .update();
    }
}
