package ir.ramzineh.branchconsole.desk;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Section;
import ir.ramzineh.branchconsole.CustomerPanel;
import ir.ramzineh.kernel.CustomerId;
import ir.ramzineh.meter.OneVisit;
import ir.ramzineh.meter.VisitStep;
import ir.ramzineh.staff.StaffId;
import java.util.List;
import org.springframework.stereotype.Component;

/** On the page of a customer: what could be done in this one visit. */
@Component
class OneVisitPanel implements CustomerPanel {
    private final OneVisit visit;

    OneVisitPanel(OneVisit visit) {
        this.visit = visit;
    }

    @Override
    public double order() {
        return 30;
    }

    @Override
    public com.vaadin.flow.component.Component create(CustomerId customer, StaffId who) {
        List<VisitStep> steps = visit.of(who, customer);
        if (steps.isEmpty()) {
            return new Div();
        }
        DeskWords words = DeskWords.of(UI.getCurrentOrThrow().getLocale());
        Section section = DeskWords.section("desk-visit", words.get("visit.title"));
        OrderedList list = new OrderedList();
        list.addClassName("desk-visit");
        steps.forEach(step -> list.add(new ListItem(words.get(
                step.key(), step.arguments().stream().map(words::isolatedDigits).toArray()))));
        section.add(list);
        return section;
    }
}
