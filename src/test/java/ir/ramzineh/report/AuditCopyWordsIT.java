package ir.ramzineh.report;

import static org.assertj.core.api.Assertions.assertThat;

import ir.ramzineh.PortalIT;
import ir.ramzineh.audit.AuditEvent;
import ir.ramzineh.audit.AuditTrail;
import ir.ramzineh.kernel.CustomerId;
import ir.ramzineh.kernel.IdSource;
import ir.ramzineh.staff.Role;
import ir.ramzineh.staff.StaffFixtures;
import ir.ramzineh.staff.StaffId;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.transaction.support.TransactionTemplate;

/** A customer's own words are for the auditor's page, where each look is on record, and go into no copy (I5). */
@PortalIT
class AuditCopyWordsIT {
    @Autowired
    private AuditRoom room;

    @Autowired
    private AuditTrail trail;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private IdSource ids;

    @Autowired
    private AutowireCapableBeanFactory beans;

    @Test
    void whatACustomerCalledAPhoneOrATokenStaysInTheBank() throws Exception {
        StaffId auditor = StaffFixtures.of(beans).member(Role.AUDITOR, null).id();
        CustomerId customer = new CustomerId(ids.next());
        transaction.executeWithoutResult(status -> {
            trail.record(AuditEvent.by(customer, "token.renamed", Map.of("label", "Sara Rezaei", "kind", "SECOND")));
            trail.record(AuditEvent.by(customer, "token.claimed", Map.of("device", "گوشی سارا")));
        });
        TrailQuery asked = new TrailQuery("", "", customer, null, null, null, null);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        room.export(auditor, asked, UnaryOperator.identity(), file);

        assertThat(file.toString(StandardCharsets.UTF_8))
                .contains("[withheld]", "SECOND")
                .doesNotContain("Rezaei", "سارا");
        assertThat(room.page(auditor, asked, Optional.empty(), 10).toString()).contains("Rezaei", "سارا");
    }
}
