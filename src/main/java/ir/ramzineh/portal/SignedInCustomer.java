package ir.ramzineh.portal;

import com.vaadin.flow.spring.security.AuthenticationContext;
import ir.ramzineh.kernel.CustomerId;
import ir.ramzineh.kernel.Digits;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Who is signed in on the page that is being served. The principal's name is the customer's id. */
@Component
public class SignedInCustomer {
    private final AuthenticationContext authentication;

    SignedInCustomer(AuthenticationContext authentication) {
        this.authentication = authentication;
    }

    /** The customer, if one is signed in; a member of staff, whose name is no number, is none. */
    public Optional<CustomerId> id() {
        return authentication
                .getPrincipalName()
                .filter(Digits::areLatin)
                .map(Long::parseLong)
                .map(CustomerId::new);
    }

    /**
     * The customer of a view that only signed-in customers reach.
     *
     * @throws IllegalStateException if nobody is signed in: then the view's access rule is wrong
     */
    public CustomerId require() {
        return id().orElseThrow(() -> new IllegalStateException("this page needs a signed-in customer"));
    }
}
