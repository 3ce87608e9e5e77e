package ir.ramzineh.branchconsole;

import com.vaadin.flow.component.Component;
import ir.ramzineh.kernel.CustomerId;
import ir.ramzineh.staff.StaffId;

/**
 * A section of the page of one customer ({@code branch/customers/<id>}). Each area announces its own as a bean. The page
 * has seen to it that this member may see this customer and has said why; what a panel does, its service checks again.
 */
public interface CustomerPanel {
    /**
     * Its place on the page: below 100 answers, person and deeds, from 100 on cards with their tokens and codes, from 200
     * on sign-ins and messages, from 300 on cases and history.
     */
    double order();

    /** The section, made anew with every visit of the page; an empty container where there is nothing to show. */
    Component create(CustomerId customer, StaffId who);
}
