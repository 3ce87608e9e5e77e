/**
 * The security cases of every channel, one class each. Only public doors are used: the HTTP contracts, the way in for text
 * messages, and the database for what must never be in it.
 */
@NullMarked
package ir.ramzineh.cases;

import org.jspecify.annotations.NullMarked;
