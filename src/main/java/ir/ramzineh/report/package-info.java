/**
 * The record for auditors: reports with their definitions, the search and export of the trail, replays against another
 * policy. It reads what other modules wrote, in bounded steps and without locks, and changes none of it.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "vault", "audit", "staff", "customer", "issuer", "verification"})
package ir.ramzineh.report;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
