/** Value types that know their own rule and print masked: national ID, mobile number, card number, money, Jalali date, digits. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package ir.ramzineh.kernel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
