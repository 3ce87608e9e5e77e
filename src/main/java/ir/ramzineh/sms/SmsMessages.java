package ir.ramzineh.sms;

import ir.ramzineh.kernel.CardId;
import ir.ramzineh.kernel.CustomerId;
import ir.ramzineh.kernel.IdSource;
import ir.ramzineh.kernel.MobileNumber;
import ir.ramzineh.kernel.UtcTime;
import ir.ramzineh.vault.Field;
import ir.ramzineh.vault.SealedColumn;
import ir.ramzineh.vault.SealedTable;
import ir.ramzineh.vault.Vault;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of the outbox. Every step is one conditional statement; its row count tells who took it. */
@Component
class SmsMessages {
    static final Field RECIPIENT = new Field("sms_message", "recipient");
    static final Field BODY = new Field("sms_message", "body");
    static final SealedTable SEALED = SealedTable.of(
            "sms_message", "id", new SealedColumn("recipient", "recipient_hash"), SealedColumn.withoutHash("body"));

    private final JdbcClient jdbc;
    private final Vault vault;
    private final IdSource ids;

    SmsMessages(JdbcClient jdbc, Vault vault, IdSource ids) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.ids = ids;
    }

    /** A message this worker holds for now. */
    record Claimed(OutgoingSms message, long claim, int tries) {}

    /**
     * A message that waits for a try.
     *
     * @param lostAt the provider that was asked before and whose answer was lost, if any
     */
    record Due(SmsId id, @Nullable String lostAt) {}

    SmsId insert(SmsRequest request, String text, Instant now, Instant nextTry) {
        long id = ids.next();
        CustomerId customer = request.customer();
        CardId card = request.card();
        jdbc.sql("""
                        insert into sms_message (id, customer_id, card_id, purpose, template, recipient, recipient_hash,
                            masked_number, sender, body, state, not_after, created_at, next_try_at)
                        values (:id, :customer, :card, :purpose, :template, :recipient, :hash,
                            :masked, :sender, :body, 'QUEUED', :notAfter, :now, :nextTry)
                        """)
                .param("id", id)
                .param("customer", customer == null ? null : customer.value())
                .param("card", card == null ? null : card.value(), Types.BIGINT)
                .param("purpose", request.purpose())
                .param("template", request.template())
                .param("recipient", vault.seal(RECIPIENT, id, request.to().e164()))
                .param("hash", vault.lookupHash(RECIPIENT, request.to().e164()))
                .param("masked", request.to().masked())
                .param("sender", request.sender(), Types.VARCHAR)
                .param("body", vault.seal(BODY, id, text))
                .param("notAfter", UtcTime.toColumn(request.notAfter()))
                .param("now", UtcTime.toColumn(now))
                .param("nextTry", UtcTime.toColumn(nextTry))
                .update();
        return new SmsId(id);
    }

    /** Goes nowhere, and its text is gone. */
    void keep(SmsId id, String reason, Instant now) {
        jdbc.sql("""
                        update sms_message set state = 'FAILED', failure = :reason, ended_at = :now, body = null
                        where id = :id and state = 'QUEUED'
                        """)
                .param("reason", reason)
                .param("now", UtcTime.toColumn(now))
                .param("id", id.value())
                .update();
    }

    /** What waits for a try now, the longest waiting first. */
    List<Due> due(Instant now, int limit) {
        return jdbc.sql("""
                        select id, if(claim is null, null, provider) as lost_at from sms_message
                        where state = 'QUEUED' and next_try_at <= :now and not_after > :now
                          and (claimed_until is null or claimed_until <= :now)
                        order by next_try_at
                        limit :limit
                        """)
                .param("now", UtcTime.toColumn(now))
                .param("limit", limit)
                .query((row, index) -> new Due(new SmsId(row.getLong("id")), row.getString("lost_at")))
                .list();
    }

    /**
     * Takes a message for one try. Of several workers one gets it; a worker that dies gives it back at {@code until}.
     *
     * <p>While a copy of unknown fate may be under way, the try is one of two: the same question to the same provider,
     * which recognises it and sends nothing twice; or the one extra copy that is allowed (security case 16).
     *
     * @param recognisesRepeats whether the provider does
     */
    Optional<Claimed> claim(SmsId id, Instant now, Instant until, String provider, boolean recognisesRepeats) {
        long claim = ids.next();
        // From left to right: the first two must see the claim and the provider of the try before.
        int rows = jdbc.sql("""
                        update sms_message
                        set in_doubt = claim is not null and provider <=> :provider and :recognises,
                            lost_answers = lost_answers + (claim is not null and not in_doubt),
                            tries = tries + 1, claim = :claim, claimed_until = :until, provider = :provider
                        where id = :id and state = 'QUEUED' and next_try_at <= :now and not_after > :now
                          and (claimed_until is null or claimed_until <= :now)
                          and (claim is null or lost_answers < 1 or (provider <=> :provider and :recognises))
                        """)
                .param("provider", provider)
                .param("recognises", recognisesRepeats)
                .param("claim", claim)
                .param("until", UtcTime.toColumn(until))
                .param("id", id.value())
                .param("now", UtcTime.toColumn(now))
                .update();
        return rows == 1 ? Optional.of(load(id, claim)) : Optional.empty();
    }

    /**
     * Lets the next provider have a message that the one before did certainly not take. A copy in doubt at the one
     * before makes this the extra one.
     */
    boolean move(SmsId id, long claim, String provider, Instant now, Instant until) {
        return jdbc.sql("""
                        update sms_message
                        set lost_answers = lost_answers + in_doubt, in_doubt = false,
                            provider = :provider, claimed_until = :until
                        where id = :id and claim = :claim and state = 'QUEUED' and not_after > :now
                          and (not in_doubt or lost_answers < 1)
                        """)
                        .param("provider", provider)
                        .param("until", UtcTime.toColumn(until))
                        .param("id", id.value())
                        .param("claim", claim)
                        .param("now", UtcTime.toColumn(now))
                        .update()
                == 1;
    }

    private Claimed load(SmsId id, long claim) {
        return jdbc.sql("select recipient, body, sender, not_after, tries from sms_message where id = :id")
                .param("id", id.value())
                .query((row, index) -> {
                    MobileNumber to = new MobileNumber(vault.open(RECIPIENT, id.value(), row.getBytes("recipient")));
                    String text = vault.open(BODY, id.value(), row.getBytes("body"));
                    Instant notAfter = UtcTime.fromColumn(row.getObject("not_after", LocalDateTime.class));
                    OutgoingSms message = new OutgoingSms(id, to, row.getString("sender"), text, notAfter);
                    return new Claimed(message, claim, row.getInt("tries"));
                })
                .single();
    }

    /** The provider took it. A delivery report may have come first; it stays. */
    boolean handedOver(SmsId id, long claim, String reference, Instant now) {
        return jdbc.sql("""
                        update sms_message
                        set state = if(state = 'QUEUED', 'HANDED_OVER', state), handed_over_at = :now,
                            provider_reference = :reference, claim = null, claimed_until = null
                        where id = :id and claim = :claim
                        """)
                        .param("now", UtcTime.toColumn(now))
                        .param("reference", reference)
                        .param("id", id.value())
                        .param("claim", claim)
                        .update()
                == 1;
    }

    /** The provider will never take it. */
    boolean failed(SmsId id, long claim, String reason, Instant now) {
        return jdbc.sql("""
                        update sms_message
                        set state = 'FAILED', ended_at = :now, failure = :reason, claim = null, claimed_until = null
                        where id = :id and claim = :claim and state = 'QUEUED'
                        """)
                        .param("now", UtcTime.toColumn(now))
                        .param("reason", reason)
                        .param("id", id.value())
                        .param("claim", claim)
                        .update()
                == 1;
    }

    /** The provider did certainly not take it; another try follows. What was in doubt before it stays in doubt. */
    boolean tryAgain(SmsId id, long claim, String reason, Instant now, Instant next) {
        return jdbc.sql("""
                        update sms_message
                        set next_try_at = :next, failure = :reason,
                            claim = if(in_doubt, claim, null), claimed_until = if(in_doubt, :now, null)
                        where id = :id and claim = :claim and state = 'QUEUED'
                        """)
                        .param("next", UtcTime.toColumn(next))
                        .param("now", UtcTime.toColumn(now))
                        .param("reason", reason)
                        .param("id", id.value())
                        .param("claim", claim)
                        .update()
                == 1;
    }

    /** Nobody knows whether it went out. The claim stays as the mark of that; its hold ends. */
    boolean answerLost(SmsId id, long claim, Instant now, Instant next) {
        return jdbc.sql("""
                        update sms_message
                        set next_try_at = :next, failure = 'answer-lost', claimed_until = :now
                        where id = :id and claim = :claim and state = 'QUEUED'
                        """)
                        .param("next", UtcTime.toColumn(next))
                        .param("now", UtcTime.toColumn(now))
                        .param("id", id.value())
                        .param("claim", claim)
                        .update()
                == 1;
    }

    /**
     * Ends what can no longer be sent: its time is over, or its fate stays unknown after the one allowed repeat.
     *
     * @param recognising names of the providers that recognise repeats and may be asked until the end
     */
    int endHopeless(Instant now, List<String> recognising) {
        return jdbc.sql("""
                        update sms_message
                        set state = if(claim is null, 'EXPIRED', 'FAILED'),
                            failure = if(claim is null, failure, 'fate-unknown'), ended_at = :now
                        where state = 'QUEUED' and (claimed_until is null or claimed_until <= :now)
                          and (not_after <= :now
                            or (claim is not null and lost_answers >= 1
                              and ifnull(provider, '') not in (:recognising)))
                        """)
                .param("now", UtcTime.toColumn(now))
                .param("recognising", recognising.isEmpty() ? List.of("-") : recognising)
                .update();
    }

    /** The message a provider means by its own id. */
    Optional<SmsId> byReference(String provider, String reference) {
        return jdbc.sql("""
                        select id from sms_message
                        where provider = :provider and provider_reference = :reference
                        order by id desc limit 1
                        """)
                .param("provider", provider)
                .param("reference", reference)
                .query((row, index) -> new SmsId(row.getLong("id")))
                .optional();
    }

    /** Notes a delivery report. Only the first one changes anything. */
    boolean report(SmsId id, SmsState state, @Nullable String reason, Instant now) {
        return jdbc.sql("""
                        update sms_message
                        set state = :state, ended_at = :now, failure = :reason
                        where id = :id
                          and (state in ('QUEUED', 'HANDED_OVER') or (state = 'FAILED' and failure = 'fate-unknown'))
                        """)
                        .param("state", state.name())
                        .param("now", UtcTime.toColumn(now))
                        .param("reason", reason)
                        .param("id", id.value())
                        .update()
                == 1;
    }

    /** Erases the texts of messages whose time is over; the index holds only rows that still have one. */
    int eraseTexts(Instant now, int limit) {
        return jdbc.sql("""
                        update sms_message set body = null
                        where text_until <= :now and state <> 'QUEUED'
                        limit :limit
                        """)
                .param("now", UtcTime.toColumn(now))
                .param("limit", limit)
                .update();
    }

    int removeOlderThan(Instant now, Duration retention, int limit) {
        return jdbc.sql("delete from sms_message where not_after < :old and created_at < :old limit :limit")
                .param("old", UtcTime.toColumn(now.minus(retention)))
                .param("limit", limit)
                .update();
    }
}
