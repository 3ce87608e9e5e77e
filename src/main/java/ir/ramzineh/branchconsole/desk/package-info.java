/** The desk of the branch console: find a customer, the page of one customer, cases and the meter. */
@NullMarked
package ir.ramzineh.branchconsole.desk;

import org.jspecify.annotations.NullMarked;
