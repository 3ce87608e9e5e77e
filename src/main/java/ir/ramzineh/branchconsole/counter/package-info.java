/** Work at the counter, as sections of a customer's page: another number, ending a lock, codes without the phone. */
@NullMarked
package ir.ramzineh.branchconsole.counter;

import org.jspecify.annotations.NullMarked;
