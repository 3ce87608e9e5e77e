/** What a portal carries that is about to be killed: {@link ir.ramzineh.KillIT} starts it with this package beside it. */
@NullMarked
package ir.ramzineh.crash;

import org.jspecify.annotations.NullMarked;
