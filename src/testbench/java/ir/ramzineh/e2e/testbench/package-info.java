/** The journeys' page objects under Vaadin TestBench, for those who hold a licence. */
@NullMarked
package ir.ramzineh.e2e.testbench;

import org.jspecify.annotations.NullMarked;
