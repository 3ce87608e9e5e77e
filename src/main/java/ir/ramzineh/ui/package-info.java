/** Vaadin pieces every audience shares: the look, masked values, code fields, rings, states of a view. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel"})
package ir.ramzineh.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
