package ir.ramzineh.customer;

import ir.ramzineh.audit.AuditEvent;
import ir.ramzineh.audit.AuditTrail;
import ir.ramzineh.kernel.CustomerId;
import ir.ramzineh.kernel.IdSource;
import ir.ramzineh.kernel.NationalId;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The customers of the portal. */
@Service
public class Customers {
    private final CustomerRows rows;
    private final Notices notices;
    private final AuditTrail audit;
    private final IdSource ids;
    private final Clock clock;

    Customers(CustomerRows rows, Notices notices, AuditTrail audit, IdSource ids, Clock clock) {
        this.rows = rows;
        this.notices = notices;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    public Optional<Customer> byId(CustomerId id) {
        return rows.byId(id);
    }

    public Optional<Customer> byNationalId(NationalId nationalId) {
        return rows.byNationalId(nationalId);
    }

    /**
     * Makes a customer, in the caller's transaction.
     *
     * @throws CustomerExistsException somebody with this national ID signed up before; of two at once, one gets this
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public CustomerId register(NewCustomer customer) {
        // The unique key decides between two at once; the look-up finds rows whose hash still has an older key.
        if (rows.byNationalId(customer.nationalId()).isPresent()) {
            throw new CustomerExistsException();
        }
        CustomerId id = new CustomerId(ids.next());
        try {
            rows.insert(id.value(), customer, clock.instant());
        } catch (DuplicateKeyException e) {
            // Without its cause: the driver's message quotes the key.
            throw new CustomerExistsException();
        }
        audit.record(AuditEvent.by(id, "customer.registered", Map.of()));
        return id;
    }

    /** The language of pages and text messages from now on: Persian or English. */
    @Transactional
    public void setLocale(CustomerId id, Locale locale) {
        if (rows.setLocale(id, Locale.of(Languages.supported(locale)))) {
            audit.record(AuditEvent.by(id, "customer.locale", Map.of("language", Languages.supported(locale))));
        }
    }

    /** Whether every sign-in asks for an SMS code ({@code true}) or only one on a new device. */
    @Transactional
    public void setSecondFactorAlways(CustomerId id, boolean always) {
        if (rows.setSecondFactorAlways(id, always)) {
            String kind = always ? "customer.second-factor-always" : "customer.second-factor-new-device";
            audit.record(AuditEvent.by(id, kind, Map.of()));
            notices.add(id, kind, Map.of());
        }
    }
}
