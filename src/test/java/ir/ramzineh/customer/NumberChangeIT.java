package ir.ramzineh.customer;

import static org.assertj.core.api.Assertions.assertThat;

import ir.ramzineh.PeopleFixtures;
import ir.ramzineh.PortalIT;
import ir.ramzineh.corebank.BankCustomer;
import ir.ramzineh.corebank.LocalizedName;
import ir.ramzineh.kernel.CustomerId;
import ir.ramzineh.kernel.MobileNumber;
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
