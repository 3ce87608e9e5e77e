/** One-time codes as pure functions: HOTP, TOTP, OCRA, check characters and activation payloads; no Spring, no clock. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel"})
package ir.ramzineh.otp;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
