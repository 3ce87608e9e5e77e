/** What a verification costs, measured from outside; a program of its own that no test depends on. */
@NullMarked
package ir.ramzineh.bench;

import org.jspecify.annotations.NullMarked;
