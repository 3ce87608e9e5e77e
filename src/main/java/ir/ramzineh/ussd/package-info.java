/** Codes on the screen of any telephone: short dialogues that begin with the dialled code of the bank (S0.7, I16). */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "issuer", "card", "issued", "sms", "vault", "audit"})
package ir.ramzineh.ussd;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
