/** The own account of a member of staff: password and sign-ins. */
@NullMarked
package ir.ramzineh.branchconsole.account;

import org.jspecify.annotations.NullMarked;
