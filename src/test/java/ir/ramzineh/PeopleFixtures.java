package ir.ramzineh;

import static org.awaitility.Awaitility.await;

import ir.ramzineh.corebank.LocalizedName;
import ir.ramzineh.credential.Credentials;
import ir.ramzineh.credential.Password;
import ir.ramzineh.credential.UserName;
import ir.ramzineh.customer.Customer;
import ir.ramzineh.customer.Customers;
import ir.ramzineh.customer.NewCustomer;
import ir.ramzineh.customer.Terms;
import ir.ramzineh.kernel.CustomerId;
import ir.ramzineh.kernel.MobileNumber;
import ir.ramzineh.kernel.NationalId;
import ir.ramzineh.simulator.SimulatorInbox;
import ir.ramzineh.trial.DemonstrationPerson;
import ir.ramzineh.vault.Field;
import ir.ramzineh.vault.Vault;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** People for tests, and what arrives on their phones. Made with {@code createBean} of the bean factory. */
public final class PeopleFixtures {
    public static final String PASSWORD = "Abri-Baran-51";
    private static final Pattern CODE = Pattern.compile("(?<![0-9])[0-9]{6}(?![0-9])");

    private static final Field INBOX_NUMBER = new Field("simulator_inbox", "number");

    private final Customers customers;
    private final Credentials credentials;
    private final Terms terms;
    private final SimulatorInbox inbox;
    private final JdbcClient jdbc;
    private final Vault vault;
    private final TransactionTemplate transaction;

    public PeopleFixtures(
            Customers customers,
            Credentials credentials,
            Terms terms,
            SimulatorInbox inbox,
            JdbcClient jdbc,
            Vault vault,
            PlatformTransactionManager transactions) {
        this.customers = customers;
        this.credentials = credentials;
        this.terms = terms;
        this.inbox = inbox;
        this.jdbc = jdbc;
        this.vault = vault;
        this.transaction = new TransactionTemplate(transactions);
    }

    public static PeopleFixtures of(AutowireCapableBeanFactory beans) {
        return beans.createBean(PeopleFixtures.class);
    }

    /** Somebody new with {@link #PASSWORD}. */
    public Customer customer(String userName) {
        return customer(userName, randomNationalId(), randomMobile());
    }

    public Customer customer(String userName, NationalId nationalId, MobileNumber mobile) {
        CustomerId id = transaction.execute(status -> {
            CustomerId made = customers.register(new NewCustomer(
                    nationalId, mobile, new LocalizedName("آزمون ساختگی", "Azmoun Sakhtegi"), Locale.of("fa")));
            credentials.set(made, new UserName(userName), new Password(PASSWORD));
            terms.accept(made, terms.current(Locale.of("fa")));
            return made;
        });
        return customers.byId(id).orElseThrow();
    }

    public static String randomUserName() {
        return "Wx" + Long.toString(ThreadLocalRandom.current().nextLong(1L << 50), 36);
    }

    public static NationalId randomNationalId() {
        int first = ThreadLocalRandom.current().nextInt(100_000_000, 899_999_999);
        String nine = Integer.toString(first);
        int sum = 0;
        for (int i = 0; i < 9; i++) {
            sum += (nine.charAt(i) - '0') * (10 - i);
        }
        int rest = sum % 11;
        return new NationalId(nine + (rest < 2 ? rest : 11 - rest));
    }

    public static MobileNumber randomMobile() {
        return new MobileNumber("+98912" + ThreadLocalRandom.current().nextInt(5_000_000, 9_999_999));
    }

    /** As if the person had never been here, on this day or before. */
    public void forget(DemonstrationPerson person) {
        customers.byNationalId(person.nationalId()).ifPresent(customer -> {
            for (String table : List.of("credential", "known_device", "terms_acceptance", "notice")) {
                jdbc.sql("delete from " + table + " where customer_id = :id")
                        .param("id", customer.id().value())
                        .update();
            }
            jdbc.sql("""
                    update card_password p join card c on c.id = p.card_id
                    set p.frozen_at = null, p.channels = null, p.life_seconds = null, p.amount_cap = null,
                        p.types_off = null, p.hour_from = null, p.hour_until = null
                    where c.customer_id = :id
                    """).param("id", customer.id().value()).update();
            jdbc.sql("delete from customer where id = :id")
                    .param("id", customer.id().value())
                    .update();
        });
        // A test that ran the clock ahead leaves messages whose ids lie in the future; they would pass for the newest.
        jdbc.sql("delete from simulator_inbox where number_hash in (:hashes)")
                .param(
                        "hashes",
                        vault.lookupHashes(INBOX_NUMBER, person.mobile().e164()))
                .update();
        forgetWaits();
    }

    /** As if newer terms had come. */
    public void forgetAgreement(Customer customer) {
        jdbc.sql("delete from terms_acceptance where customer_id = :id")
                .param("id", customer.id().value())
                .update();
    }

    public void forgetWaits() {
        jdbc.sql("delete from sms_limit").update();
        jdbc.sql("delete from registration_card_tries").update();
        jdbc.sql("delete from sign_in_wait").update();
    }

    public int messages(MobileNumber number) {
        return inbox.of(number, 200).size();
    }

    /** The newest code on a phone once it has more than {@code seen} messages. */
    public String code(MobileNumber number, int seen) throws InterruptedException {
        Matcher code = CODE.matcher(text(number, seen));
        if (!code.find()) {
            throw new AssertionError("no code in the newest message");
        }
        return code.group();
    }

    public String text(MobileNumber number, int seen) {
        await().until(() -> messages(number) > seen);
        return inbox.of(number, 1).getFirst().text();
    }

    /** Any other code. */
    public static String wrong(String code) {
        return (code.charAt(0) == '1' ? "2" : "1") + code.substring(1);
    }
}
