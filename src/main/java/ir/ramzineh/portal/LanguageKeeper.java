package ir.ramzineh.portal;

import ir.ramzineh.customer.Customers;
import ir.ramzineh.ui.Language;
import org.springframework.stereotype.Component;

/** Keeps the language a signed-in customer chose, for other devices and for messages by SMS. */
@Component
class LanguageKeeper {
    private final SignedInCustomer signedIn;
    private final Customers customers;

    LanguageKeeper(SignedInCustomer signedIn, Customers customers) {
        this.signedIn = signedIn;
        this.customers = customers;
    }

    void keep(Language language) {
        signedIn.id().ifPresent(id -> customers.setLocale(id, language.locale()));
    }
}
