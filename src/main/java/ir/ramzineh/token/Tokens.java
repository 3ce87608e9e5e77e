package ir.ramzineh.token;

import ir.ramzineh.audit.Actor;
import ir.ramzineh.audit.AuditEvent;
import ir.ramzineh.audit.AuditTrail;
import ir.ramzineh.card.ReadAlong;
import ir.ramzineh.kernel.CardId;
import ir.ramzineh.kernel.CustomerId;
import ir.ramzineh.kernel.PasswordKind;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Authenticator tokens that have been proven: their keys for verification, their list for the customer. */
@Service
public class Tokens {
    private final TokenTable table;
    private final SealedKeys keys;
    private final Deletions deletions;
    private final ActivationMessages messages;
    private final AuditTrail audit;

    Tokens(TokenTable table, SealedKeys keys, Deletions deletions, ActivationMessages messages, AuditTrail audit) {
        this.table = table;
        this.keys = keys;
        this.deletions = deletions;
        this.messages = messages;
        this.audit = audit;
    }

    /** Active tokens of a card for its customer; both passwords, newest first. Empty for anybody else's card. */
    public List<TokenView> of(CustomerId customer, CardId card) {
        return table.active(customer, card);
    }

    /**
     * Gives a token the customer's own name for it.
     *
     * @param label 1 to 40 characters on one line
     * @return false where the customer has no such active token
     * @throws ir.ramzineh.kernel.InvalidValueException {@code error.token.label}: empty or too long
     */
    @Transactional
    public boolean rename(CustomerId customer, TokenId token, String label) {
        String clean = TokenLabel.typed(label);
        Optional<TokenView> before = table.active(customer, token);
        if (before.isEmpty() || !table.rename(customer, token, clean)) {
            return false;
        }
        CardId card = before.get().card();
        audit.record(AuditEvent.by(
                customer,
                card,
                "token.renamed",
                messages.details(customer, card, before.get().kind(), "label", clean)));
        return true;
    }

    /**
     * Deletes a token (S9.10, S10.12, S10.17); its codes stop counting at once, its key is destroyed. A password has
     * one token, so it is static again with that unless another edition makes codes, and the customer is told by message.
     */
    @Transactional
    public DeleteOutcome delete(CustomerId customer, TokenId token) {
        return deletions.delete(customer, token, new Actor.Customer(customer), Map.of());
    }

    /**
     * As {@link #delete(CustomerId, TokenId)}, done for the customer by a member of staff (S10.12). The caller has
     * checked that this actor may.
     *
     * @param why named details that join those of the event, such as the reason that was given
     */
    @Transactional
    public DeleteOutcome delete(CustomerId customer, TokenId token, Actor by, Map<String, String> why) {
        return deletions.delete(customer, token, by, why);
    }

    /**
     * What verification needs of the active token of one password: one statement, no lock. Empty where there is none
     * or its key does not open; at most one today, a list because a bank may allow more one day.
     */
    public List<TokenKey> live(CardId card, PasswordKind kind) {
        return table.live(card, kind).stream().flatMap(row -> key(row).stream()).toList();
    }

    /**
     * The same, to be read with the password itself, by the statement that reads what an attempt needs. A token whose
     * key does not open is not among them.
     */
    public ReadAlong<TokenKey> liveAlong() {
        ReadAlong<TokenTable.Live> rows = table.liveAlong();
        return new ReadAlong<>(
                rows.columns(), rows.join(), row -> rows.reader().read(row).flatMap(this::key));
    }

    /**
     * Notes that a code was presented and did not count. Costs what {@link #claimStep} costs, so that a wrong code is not
     * answered with a statement or a write less than a right one.
     */
    public void refused(TokenId token, Instant now) {
        table.refused(token, now);
    }

    /**
     * Claims a time step for a token in one conditional update, RFC 6238 section 5.2; of any number of callers, on any
     * number of nodes, one gets {@code true}. To be called in the caller's transaction.
     *
     * @param driftSteps what the verifier learned about the phone's clock; kept with the claim
     */
    public boolean claimStep(TokenId token, long step, int driftSteps, Instant now) {
        return table.claimStep(token, step, driftSteps, now);
    }

    private Optional<TokenKey> key(TokenTable.Live row) {
        TokenId id = new TokenId(row.id());
        return keys.codesOf(row).map(key -> new TokenKey(id, key, row.spec(), row.driftSteps()));
    }
}
