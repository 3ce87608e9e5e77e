/** The pages of operators: webhooks, channels, profiles, providers, keys, jobs, imports. */
@NullMarked
package ir.ramzineh.branchconsole.administration;

import org.jspecify.annotations.NullMarked;
