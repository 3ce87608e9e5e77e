/** Approvals in the branch console: what waits for a second person, what stands behind it, and the decision. */
@NullMarked
package ir.ramzineh.branchconsole.approvals;

import org.jspecify.annotations.NullMarked;
