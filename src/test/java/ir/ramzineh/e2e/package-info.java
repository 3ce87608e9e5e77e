/** Journeys through the running portal in a real browser, with the phone and the card switch played by the test. */
@NullMarked
package ir.ramzineh.e2e;

import org.jspecify.annotations.NullMarked;
