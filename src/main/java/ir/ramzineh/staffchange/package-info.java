/** What one administrator proposes about a member of staff and another approves: nobody adds or changes one alone. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "corebank", "staff", "approval"})
package ir.ramzineh.staffchange;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
