/** Small payments with the static second password, where the bank allows them and the customer accepted the risk (I8). */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "issuer", "card", "customer", "vault", "audit"})
package ir.ramzineh.smallamount;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
