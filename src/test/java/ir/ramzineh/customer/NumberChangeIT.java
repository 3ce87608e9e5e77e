package ir.ramzineh.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ir.ramzineh.Patience;
import ir.ramzineh.PeopleFixtures;
import ir.ramzineh.PlayedBank;
import ir.ramzineh.PortalIT;
import ir.ramzineh.TestClock;
import ir.ramzineh.corebank.BankCustomer;
import ir.ramzineh.corebank.LocalizedName;
import ir.ramzineh.credential.SignIn;
import ir.ramzineh.credential.SignInOutcome;
import ir.ramzineh.kernel.ClientAddress;
import ir.ramzineh.kernel.CustomerId;
import ir.ramzineh.kernel.MobileNumber;
import ir.ramzineh.kernel.NationalId;
import ir.ramzineh.registration.Registrations;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The registered number changed at the bank: whoever holds the old one hears of it, once (S3.4, row 39). */
@PortalIT
class NumberChangeIT {
    @Autowired
    private AutowireCapableBeanFactory beans;

    @Autowired
    private Customers customers;

    @Autowired
    private SignIn signIn;

    @Autowired
    private Registrations registration;

    @Autowired
    private TestClock clock;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void theOldNumberAndTheNewOneAreToldOnceHoweverManyChannelsNoticeIt() throws Exception {
        PeopleFixtures people = PeopleFixtures.of(beans);
        people.forgetWaits();
        Customer customer = people.customer(PeopleFixtures.randomUserName());
        MobileNumber before = customer.mobile();
        MobileNumber after = PeopleFixtures.randomMobile();
        BankCustomer atTheBank = atTheBank(customer, after);

        Callable<CustomerId> noticed = () -> customers.known(atTheBank);
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            threads.invokeAll(Stream.generate(() -> noticed).limit(8).toList())
                    .forEach(one -> assertThat(one.resultNow()).isEqualTo(customer.id()));
        }
        customers.known(atTheBank);

        assertThat(customers.byId(customer.id()).orElseThrow().mobile()).isEqualTo(after);
        assertThat(told(customer, before)).isEqualTo(1);
        assertThat(told(customer, after)).isEqualTo(1);
        assertThat(people.text(before, 0)).contains("عوض شد");
    }

    /**
     * Security case 11: who signed in by the old number is out, and a sign-in asks the bank before it asks the phone.
     * Decision 014: nobody here approved the number, so codes wait as after a change at a branch.
     */
    @Test
    void everySignInEndsAndTheNextOneTextsTheNewNumberOnceItHasWaited() throws Exception {
        PeopleFixtures people = PeopleFixtures.of(beans);
        people.forgetWaits();
        PlayedBank bank = beans.createBean(PlayedBank.class);
        String userName = PeopleFixtures.randomUserName();
        Customer customer = people.customer(userName);
        bank.person(customer.nationalId(), customer.mobile());
        jdbc.sql("""
                insert into SPRING_SESSION (PRIMARY_ID, SESSION_ID, CREATION_TIME, LAST_ACCESS_TIME,
                                            MAX_INACTIVE_INTERVAL, EXPIRY_TIME, PRINCIPAL_NAME)
                values (uuid(), uuid(), 0, 0, 300, 9999999999999, :principal)
                """).param("principal", Long.toString(customer.id().value())).update();
        assertThat(signIns(customer)).isEqualTo(1);
        MobileNumber after = PeopleFixtures.randomMobile();
        bank.changeNumber(customer.nationalId(), after);

        assertThat(signIn(userName)).isInstanceOf(SignInOutcome.Wait.class);
        assertThat(signIns(customer)).isZero();
        assertThat(customers.byId(customer.id()).orElseThrow().mobile()).isEqualTo(after);
        assertThat(told(customer, customer.mobile())).isEqualTo(1);
        clock.advance(Duration.ofHours(24).minusMinutes(1));
        people.forgetWaits();
        assertThat(signIn(userName)).isInstanceOf(SignInOutcome.Wait.class);

        clock.advance(Duration.ofMinutes(2));
        people.forgetWaits();
        assertThat(signIn(userName)).isInstanceOf(SignInOutcome.CodeRequired.class);
        await().atMost(Patience.LONG).until(() -> people.messages(after) == 2);
        assertThat(people.messages(customer.mobile())).as("the news alone").isEqualTo(1);
    }

    /** An import with one line is no way around the counter: a person without a sign-up waits as well (decision 014). */
    @Test
    void aSignUpWithANumberThatIsNewAtTheBankGetsNoCodeForADay() {
        PeopleFixtures.of(beans).forgetWaits();
        PlayedBank bank = beans.createBean(PlayedBank.class);
        NationalId person = PeopleFixtures.randomNationalId();
        MobileNumber before = PeopleFixtures.randomMobile();
        MobileNumber thief = PeopleFixtures.randomMobile();
        bank.person(person, before);
        CustomerId id = customers.known(
                new BankCustomer(person, new LocalizedName("آزمون", "Test"), LocalDate.of(1991, 3, 21), before));
        bank.changeNumber(person, thief);

        registration.begin(person, thief, new ClientAddress("192.0.2.78"), Locale.of("fa"));

        assertThat(states(id, "registration.activation-id")).containsExactly("FAILED");
        assertThat(customers.byId(id).orElseThrow().codesWait(clock.instant())).isPresent();
        assertThat(told(customers.byId(id).orElseThrow(), before)).isEqualTo(1);
        clock.advance(Duration.ofHours(25));
        PeopleFixtures.of(beans).forgetWaits();
        registration.begin(person, thief, new ClientAddress("192.0.2.78"), Locale.of("fa"));
        assertThat(states(id, "registration.activation-id")).hasSize(2).last().isNotEqualTo("FAILED");
    }

    private List<String> states(CustomerId customer, String template) {
        return jdbc.sql(
                        "select state from sms_message where customer_id = :customer and template = :template order by id")
                .param("customer", customer.value())
                .param("template", template)
                .query(String.class)
                .list();
    }

    private SignInOutcome signIn(String userName) {
        return signIn.password(userName, PeopleFixtures.PASSWORD, new ClientAddress("192.0.2.77"), null);
    }

    private int signIns(Customer customer) {
        return jdbc.sql("select count(*) from SPRING_SESSION where PRINCIPAL_NAME = :principal")
                .param("principal", Long.toString(customer.id().value()))
                .query(Integer.class)
                .single();
    }

    private static BankCustomer atTheBank(Customer customer, MobileNumber number) {
        return new BankCustomer(
                customer.nationalId(), new LocalizedName("آزمون", "Test"), LocalDate.of(1991, 3, 21), number);
    }

    private int told(Customer customer, MobileNumber number) {
        return jdbc.sql("""
                        select count(*) from sms_message
                        where customer_id = :customer and masked_number = :masked and template = 'number.changed'
                        """)
                .param("customer", customer.id().value())
                .param("masked", number.masked())
                .query(Integer.class)
                .single();
    }
}
