package ir.ramzineh.trial;

import ir.ramzineh.corebank.LocalizedName;
import ir.ramzineh.credential.Credentials;
import ir.ramzineh.credential.Password;
import ir.ramzineh.credential.UserName;
import ir.ramzineh.customer.Customers;
import ir.ramzineh.customer.NewCustomer;
import ir.ramzineh.customer.Terms;
import ir.ramzineh.kernel.CustomerId;
import java.util.Locale;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Signs one invented person up before the first request, so that a visitor can sign in at once. The code of the second
 * factor arrives on the simulated phone like everybody else's.
 */
@Component
@ConditionalOnProperty(TrialEnvironment.DEMONSTRATION)
public class DemonstrationCustomers implements SmartInitializingSingleton {
    /** Who is signed up. */
    public static final DemonstrationPerson PERSON = DemonstrationPeople.NEGAR;

    public static final String USER_NAME = "Demo.Customer";
    /** No secret: it opens nothing but invented accounts on the visitor's own machine. */
    public static final String PASSWORD = "Roshan-Aftab-27";

    private final Customers customers;
    private final Credentials credentials;
    private final Terms terms;
    private final TransactionTemplate transaction;

    DemonstrationCustomers(
            Customers customers, Credentials credentials, Terms terms, PlatformTransactionManager transactions) {
        this.customers = customers;
        this.credentials = credentials;
        this.terms = terms;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public void afterSingletonsInstantiated() {
        if (customers.byNationalId(PERSON.nationalId()).isPresent()) {
            return;
        }
        Locale persian = Locale.of("fa");
        transaction.executeWithoutResult(status -> {
            CustomerId customer = customers.register(new NewCustomer(
                    PERSON.nationalId(),
                    PERSON.mobile(),
                    new LocalizedName(PERSON.nameFa(), PERSON.nameEn()),
                    persian,
                    DemonstrationStaff.BRANCH));
            credentials.set(customer, new UserName(USER_NAME), new Password(PASSWORD));
            terms.accept(customer, terms.current(persian));
        });
    }
}
