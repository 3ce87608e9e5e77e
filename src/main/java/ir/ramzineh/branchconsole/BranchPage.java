package ir.ramzineh.branchconsole;

import ir.ramzineh.staff.Permission;
import ir.ramzineh.ui.Glyph;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A page of the branch console, beside {@code @Route(layout = BranchLayout.class)} and {@code @RolesAllowed("STAFF")}:
 * {@link BranchLayout} makes the menu from it and lets nobody in who does not have the permission. A page without this
 * annotation is not shown to anybody.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface BranchPage {
    /** What somebody must be able to do to see the page at all; the services ask again with every deed. */
    Permission permission();

    /** Each of these shows the page as well. */
    Permission[] or() default {};

    /** Its place in the menu, from 10 on in steps of ten for each area: desk, approvals, counter, gateway, record, ... */
    double order();

    /** Key of the menu's text. */
    String text();

    /** The icon beside it. */
    Glyph glyph();

    /** Whether it stands in the menu; pages with a parameter in the address do not. */
    boolean menu() default true;
}
