/** Ramzineh, the portal for one-time card passwords; each sub-package is a module and introduces itself. */
@NullMarked
package ir.ramzineh;

import org.jspecify.annotations.NullMarked;
