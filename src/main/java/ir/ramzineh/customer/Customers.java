package ir.ramzineh.customer;

import ir.ramzineh.kernel.CustomerId;
import ir.ramzineh.kernel.NationalId;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** The customers of the portal. */
@Service
public class Customers {

    Customers() {}

    public Optional<Customer> byId(CustomerId id) {
        throw new UnsupportedOperationException(id.toString());
    }

    public Optional<Customer> byNationalId(NationalId nationalId) {
        throw new UnsupportedOperationException(nationalId.toString());
    }

    /**
     * Makes a customer, in the caller's transaction.
     *
     * @throws CustomerExistsException somebody with this national ID signed up before; of two at once, one gets this
     */
    public CustomerId register(NewCustomer customer) {
        throw new UnsupportedOperationException(customer.toString());
    }

    public void setLocale(CustomerId id, Locale locale) {
        throw new UnsupportedOperationException(id.toString() + locale);
    }

    /** Whether every sign-in asks for an SMS code ({@code true}) or only one on a new device. */
    public void setSecondFactorAlways(CustomerId id, boolean always) {
        throw new UnsupportedOperationException(id.toString() + always);
    }
}
