package ir.ramzineh.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ir.ramzineh.PeopleFixtures;
import ir.ramzineh.PortalIT;
import ir.ramzineh.audit.AuditTrail;
import ir.ramzineh.corebank.BankCustomer;
import ir.ramzineh.corebank.CoreBank;
import ir.ramzineh.corebank.LocalizedName;
import ir.ramzineh.kernel.CustomerId;
import ir.ramzineh.kernel.IdSource;
import ir.ramzineh.kernel.MobileNumber;
import ir.ramzineh.kernel.NationalId;
import ir.ramzineh.vault.Vault;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** A sign-up looks, finds nobody, and another channel puts the person down before it writes (S3.4, decision 014). */
@PortalIT
class SignUpMeanwhileIT {
    private static final LocalizedName NAME = new LocalizedName("آزمون", "Test");
    private static final Duration DAY = Duration.ofHours(24);

    @Autowired
    private Customers customers;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Vault vault;

    @Autowired
    private CoreBank bank;

    @Autowired
    private Notices notices;

    @Autowired
    private NumberNews news;

    @Autowired
    private AuditTrail audit;

    @Autowired
    private IdSource ids;

    @Autowired
    private Clock clock;

    @Autowired
    private PlatformTransactionManager transactions;

    private final NationalId person = PeopleFixtures.randomNationalId();
    private final MobileNumber before = PeopleFixtures.randomMobile();

    @Test
    void aRowOfThatMomentWithAnotherNumberIsTakenOverWithItsNewsAndItsWait() {
        MobileNumber typed = PeopleFixtures.randomMobile();

        CustomerId id = signUp(typed, () -> customers.known(atTheBank()));

        Customer now = customers.byId(id).orElseThrow();
        assertThat(now.signedUp()).isTrue();
        assertThat(now.mobile()).isEqualTo(typed);
        assertThat(now.codesWait(clock.instant()).orElseThrow()).isBetween(DAY.minusMinutes(1), DAY);
        assertThat(told(id, before)).isEqualTo(1);
        assertThat(told(id, typed)).isEqualTo(1);
    }

    @Test
    void aRowOfThatMomentWithTheSameNumberWaitsForNothing() {
        CustomerId id = signUp(before, () -> customers.known(atTheBank()));

        assertThat(customers.byId(id).orElseThrow().signedUp()).isTrue();
        assertThat(customers.byId(id).orElseThrow().codesWait(clock.instant())).isEmpty();
        assertThat(told(id, before)).isZero();
    }

    @Test
    void aSignUpThatWasFasterStands() {
        assertThatThrownBy(() -> signUp(
                        PeopleFixtures.randomMobile(),
                        () -> once(TransactionDefinition.PROPAGATION_REQUIRES_NEW)
                                .executeWithoutResult(status -> customers.register(wanted(before)))))
                .isInstanceOf(CustomerExistsException.class);
        assertThat(customers.byNationalId(person).orElseThrow().mobile()).isEqualTo(before);
        assertThat(customers.byNationalId(person).orElseThrow().codesWait(clock.instant()))
                .isEmpty();
    }

    /** Between its look and its writing something else is done and committed. */
    private CustomerId signUp(MobileNumber typed, Runnable between) {
        CustomerRows rows = new CustomerRows(jdbc, vault) {
            private boolean looked;

            @Override
            Optional<Customer> byNationalId(NationalId nationalId) {
                Optional<Customer> found = super.byNationalId(nationalId);
                if (!looked) {
                    looked = true;
                    once(TransactionDefinition.PROPAGATION_REQUIRES_NEW).executeWithoutResult(status -> between.run());
                }
                return found;
            }
        };
        Customers racing = new Customers(
                rows,
                bank,
                notices,
                news,
                audit,
                new NewNumberSettings(DAY, DAY),
                ids,
                clock,
                once(TransactionDefinition.PROPAGATION_REQUIRED));
        return Objects.requireNonNull(
                once(TransactionDefinition.PROPAGATION_REQUIRED).execute(status -> racing.register(wanted(typed))));
    }

    private TransactionTemplate once(int propagation) {
        TransactionTemplate template = new TransactionTemplate(transactions);
        template.setPropagationBehavior(propagation);
        return template;
    }

    private NewCustomer wanted(MobileNumber mobile) {
        return new NewCustomer(person, mobile, NAME, Locale.of("fa"));
    }

    private BankCustomer atTheBank() {
        return new BankCustomer(person, NAME, LocalDate.of(1991, 3, 21), before);
    }

    private int told(CustomerId customer, MobileNumber number) {
        return jdbc.sql("""
                        select count(*) from sms_message
                        where customer_id = :customer and masked_number = :masked and template = 'number.changed'
                        """)
                .param("customer", customer.value())
                .param("masked", number.masked())
                .query(Integer.class)
                .single();
    }
}
