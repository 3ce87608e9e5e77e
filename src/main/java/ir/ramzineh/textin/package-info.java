/** Codes by text message: the customer texts the last four digits of a card and gets a code back (S6, row 25). */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"kernel", "issuer", "card", "corebank", "issued", "fraudcase", "sms", "vault", "audit"})
package ir.ramzineh.textin;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
