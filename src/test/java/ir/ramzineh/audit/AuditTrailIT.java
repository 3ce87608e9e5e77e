package ir.ramzineh.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ir.ramzineh.PortalIT;
import ir.ramzineh.kernel.CardId;
import ir.ramzineh.kernel.CustomerId;
import ir.ramzineh.kernel.IdSource;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

@PortalIT
class AuditTrailIT {
    @Autowired
    private AuditTrail trail;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private IdSource ids;

    @Test
    void aDeedAndItsRowAreCommittedOrUndoneTogether() {
        CustomerId customer = new CustomerId(ids.next());
        transaction.executeWithoutResult(status -> {
            trail.record(AuditEvent.by(customer, "card.frozen", Map.of()));
            status.setRollbackOnly();
        });
        assertThat(trail.activityOf(customer, 10)).isEmpty();
        assertThatThrownBy(() -> trail.record(AuditEvent.by(customer, "card.frozen", Map.of())))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void theCustomerSeesTheirOwnActivityNewestFirst() {
        CustomerId customer = new CustomerId(ids.next());
        CardId card = new CardId(ids.next());
        CustomerId stranger = new CustomerId(ids.next());
        record(AuditEvent.by(customer, "sign-in.new-device", Map.of("device", "Firefox")));
        record(new AuditEvent(
                new Actor.Channel("switch"), "token.activated", customer, card, Map.of("name", "گوشی من")));
        record(AuditEvent.by(stranger, "card.frozen", Map.of()));
        assertThat(trail.activityOf(customer, 10)).hasSize(2);
        assertThat(trail.activityOf(customer, 1)).singleElement();
        assertThat(trail.activityOf(customer, 10))
                .filteredOn(entry -> entry.kind().equals("token.activated"))
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.card()).isEqualTo(card);
                    assertThat(entry.actor()).isEqualTo(new Actor.Channel("switch"));
                    assertThat(entry.details()).containsEntry("name", "گوشی من");
                });
    }

    @Test
    void aRowCanNeitherBeChangedNorRemoved() {
        CustomerId customer = new CustomerId(ids.next());
        record(AuditEvent.by(customer, "card.frozen", Map.of()));
        assertThatThrownBy(() -> jdbc.sql("update audit_event set kind = 'x' where customer_id = ?")
                        .param(customer.value())
                        .update())
                .hasMessageContaining("append-only");
        assertThatThrownBy(() -> jdbc.sql("delete from audit_event where customer_id = ?")
                        .param(customer.value())
                        .update())
                .hasMessageContaining("append-only");
    }

    @Test
    void textThatWouldForgeALineOrTurnItAroundIsStoredInert() {
        CustomerId customer = new CustomerId(ids.next());
        String hostile = "a\r\n2026 ERROR forged\u0000\u202E=cmd|' /C calc'!A0<script>\u2028" + "x".repeat(4096);
        record(AuditEvent.by(customer, "token.renamed", Map.of("name", hostile, "kept", "می\u200cخواهم")));
        Map<String, String> details = trail.activityOf(customer, 1).getFirst().details();
        assertThat(details.get("name"))
                .startsWith("a2026 ERROR forged=cmd|' /C calc'!A0<script>x")
                .hasSize(EventDetails.VALUE_LENGTH_MAX);
        assertThat(details).containsEntry("kept", "می\u200cخواهم");
    }

    private void record(AuditEvent event) {
        transaction.executeWithoutResult(status -> trail.record(event));
    }
}
