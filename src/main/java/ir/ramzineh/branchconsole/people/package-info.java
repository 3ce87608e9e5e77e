/** The pages on which administrators keep members of staff and branches. */
@NullMarked
package ir.ramzineh.branchconsole.people;

import org.jspecify.annotations.NullMarked;
