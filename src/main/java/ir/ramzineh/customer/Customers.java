package ir.ramzineh.customer;

import ir.ramzineh.audit.AuditEvent;
import ir.ramzineh.audit.AuditTrail;
import ir.ramzineh.corebank.BankCustomer;
import ir.ramzineh.corebank.CoreBank;
import ir.ramzineh.corebank.CoreBankUnavailableException;
import ir.ramzineh.kernel.CustomerId;
import ir.ramzineh.kernel.IdSource;
import ir.ramzineh.kernel.MobileNumber;
import ir.ramzineh.kernel.NationalId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** The people of the bank as the portal knows them: signed up, or met at another channel. */
@Service
public class Customers {
    private static final Logger LOG = LoggerFactory.getLogger(Customers.class);

    private final CustomerRows rows;
    private final CoreBank bank;
    private final Notices notices;
    private final NumberNews news;
    private final AuditTrail audit;
    private final NewNumberSettings settings;
    private final IdSource ids;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Customers(
            CustomerRows rows,
            CoreBank bank,
            Notices notices,
            NumberNews news,
            AuditTrail audit,
            NewNumberSettings settings,
            IdSource ids,
            Clock clock,
            TransactionTemplate transaction) {
        this.rows = rows;
        this.bank = bank;
        this.notices = notices;
        this.news = news;
        this.audit = audit;
        this.settings = settings;
        this.ids = ids;
        this.clock = clock;
        this.transaction = transaction;
    }

    public Optional<Customer> byId(CustomerId id) {
        return rows.byId(id);
    }

    /** Only who signed up for the portal; people known through the bank alone are strangers here. */
    public Optional<Customer> byNationalId(NationalId nationalId) {
        return rows.byNationalId(nationalId).filter(Customer::signedUp);
    }

    /** Whoever has this national ID, signed up or known through the bank alone; for staff. */
    public Optional<Customer> person(NationalId nationalId) {
        return rows.byNationalId(nationalId);
    }

    /** Everybody with this number as last heard from the bank, signed up or not. */
    public List<Customer> byMobile(MobileNumber mobile) {
        return rows.byMobile(mobile);
    }

    /**
     * Somebody whom the bank knows, with the number it has registered (D3): found, or put down without a sign-up. A
     * number that changed at the bank is taken over, with a time without codes that begins when the bank registered it, if
     * the bank says so, and now if not (decision 014); so is the home branch.
     */
    public CustomerId known(BankCustomer person) {
        return Objects.requireNonNull(transaction.execute(status -> {
            Optional<Customer> present = rows.byNationalId(person.nationalId());
            if (present.isEmpty()) {
                CustomerId id = new CustomerId(ids.next());
                try {
                    rows.insert(id.value(), withoutSignUp(person), null);
                    return id;
                } catch (DuplicateKeyException addedMeanwhile) {
                    present = rows.byNationalId(person.nationalId());
                }
            }
            Customer customer = present.orElseThrow();
            if (!customer.mobile().equals(person.mobile())) {
                Instant heard = rows.numberHeard(customer.id());
                if (takeOver(customer, person.mobile())) {
                    holdAsNew(customer.id(), person.mobileSince(), heard);
                }
            }
            if (person.branch() != null && !person.branch().equals(customer.branch())) {
                rows.setBranch(customer.id(), person.branch());
            }
            return customer.id();
        }));
    }

    /**
     * Asks the bank whether a customer's number is still the registered one, and takes another one over. While the bank is
     * away, what it said last stands. No caller holds a transaction: the bank may take its time.
     */
    @Transactional(propagation = Propagation.NEVER)
    public void askForNumber(CustomerId id) {
        try {
            rows.byId(id)
                    .flatMap(customer -> bank.customer(customer.nationalId()))
                    .ifPresent(this::known);
        } catch (CoreBankUnavailableException away) {
            LOG.warn("The bank's system does not answer; a number is taken as last known");
        }
    }

    /** How long no codes go to a number that a branch has changed. */
    public Duration newNumberWait() {
        return settings.coolingOff();
    }

    /**
     * No code goes to this customer's number until then, news does (decision 014); a hold that ends later stays. In the
     * caller's transaction.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void holdCodes(CustomerId id, Instant until) {
        rows.holdCodes(id, until);
    }

    /**
     * Codes go out as they did before, because the number never was another one. In the caller's transaction.
     *
     * @param standing the number that the bank has
     * @param since when the hold began; a number that has moved since then keeps its hold
     * @param earlier until when codes waited before that; {@code null}: they did not
     * @return whether the hold was dropped
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean dropHold(CustomerId id, MobileNumber standing, Instant since, @Nullable Instant earlier) {
        return rows.dropHold(id, standing, since, earlier);
    }

    /**
     * The bank has another number registered, by a change of ours: taken over with its news, unless it was noticed
     * before. In the caller's transaction.
     *
     * @return whether this call took it over
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean takeNumberOver(CustomerId id, MobileNumber mobile) {
        return takeOver(rows.byId(id).orElseThrow(), mobile);
    }

    private boolean takeOver(Customer customer, MobileNumber mobile) {
        if (customer.mobile().equals(mobile) || !rows.setMobile(customer, mobile, clock.instant())) {
            return false;
        }
        news.numberChanged(customer, mobile);
        return true;
    }

    /** The portal cannot tell a correction in the bank's own system from a number somebody slipped in. */
    private void holdAsNew(CustomerId id, @Nullable Instant since, Instant otherHeard) {
        Instant now = clock.instant();
        Instant codesFrom = settings.codesFrom(since, otherHeard, now);
        if (codesFrom.isAfter(now)) {
            rows.holdCodes(id, codesFrom);
        }
    }

    private static NewCustomer withoutSignUp(BankCustomer person) {
        return new NewCustomer(person.nationalId(), person.mobile(), person.name(), Locale.of("fa"), person.branch());
    }

    /**
     * Signs a person up, in the caller's transaction. Somebody known through the bank keeps id, cards and tokens.
     *
     * @throws CustomerExistsException somebody with this national ID signed up before; of two at once, one gets this
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public CustomerId register(NewCustomer customer) {
        // The unique key decides between two at once; the look-up finds rows whose hash still has an older key.
        Optional<Customer> known = rows.byNationalId(customer.nationalId());
        CustomerId id = known.map(Customer::id).orElseGet(() -> new CustomerId(ids.next()));
        try {
            if (known.isEmpty()) {
                rows.insert(id.value(), customer, clock.instant());
            } else {
                signUp(known.get(), customer);
            }
        } catch (DuplicateKeyException e) {
            id = signUpMeanwhileKnown(customer);
        }
        audit.record(AuditEvent.by(id, "customer.registered", Map.of()));
        return id;
    }

    /** The row came to be between the look-up and the insert: through the bank, or by a sign-up that was faster. */
    private CustomerId signUpMeanwhileKnown(NewCustomer customer) {
        // Without its cause: the driver's message quotes the key.
        Customer known = rows.byNationalId(customer.nationalId()).orElseThrow(CustomerExistsException::new);
        signUp(known, customer);
        return known.id();
    }

    /** With another number than the row has, the one before hears of it and the new one waits. */
    private void signUp(Customer known, NewCustomer customer) {
        Instant now = clock.instant();
        if (!rows.signUp(known.id().value(), customer, now)) {
            throw new CustomerExistsException();
        }
        if (!known.mobile().equals(customer.mobile())) {
            news.numberChanged(known, customer.mobile());
            holdAsNew(known.id(), null, now);
        }
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
