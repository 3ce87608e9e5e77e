/** How often a caller may knock: counted in the memory of a node, to guard the node. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package ir.ramzineh.rate;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
