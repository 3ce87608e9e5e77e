/** Account tokens in the branch console: the stock of a branch, and the tokens of one customer. */
@NullMarked
package ir.ramzineh.branchconsole.gateway;

import org.jspecify.annotations.NullMarked;
