package ir.ramzineh.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ir.ramzineh.PeopleFixtures;
import ir.ramzineh.PlayedBank;
import ir.ramzineh.PortalIT;
import ir.ramzineh.corebank.BankCustomer;
import ir.ramzineh.corebank.LocalizedName;
import ir.ramzineh.credential.SignIn;
import ir.ramzineh.credential.SignInOutcome;
import ir.ramzineh.kernel.ClientAddress;
import ir.ramzineh.kernel.CustomerId;
import ir.ramzineh.kernel.MobileNumber;
import java.time.Duration;
import java.time.LocalDate;
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

    /** Security case 11: who signed in by the old number is out, and a sign-in asks the bank before it asks the phone. */
    @Test
    void everySignInEndsAndTheNextOneTextsTheNewNumber() throws Exception {
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

        SignInOutcome outcome =
                signIn.password(userName, PeopleFixtures.PASSWORD, new ClientAddress("192.0.2.77"), null);

        assertThat(outcome).isInstanceOf(SignInOutcome.CodeRequired.class);
        assertThat(signIns(customer)).isZero();
        assertThat(customers.byId(customer.id()).orElseThrow().mobile()).isEqualTo(after);
        await().atMost(Duration.ofSeconds(20)).until(() -> people.messages(after) == 2);
        assertThat(people.messages(customer.mobile())).as("the news alone").isEqualTo(1);
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
