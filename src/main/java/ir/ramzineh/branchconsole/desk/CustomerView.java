package ir.ramzineh.branchconsole.desk;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.dependency.Uses;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import ir.ramzineh.branchconsole.BranchLayout;
import ir.ramzineh.branchconsole.BranchPage;
import ir.ramzineh.branchconsole.CustomerPanel;
import ir.ramzineh.branchconsole.ReasonForm;
import ir.ramzineh.customer.Customers;
import ir.ramzineh.helpdesk.CustomerFile;
import ir.ramzineh.helpdesk.DeskActions;
import ir.ramzineh.helpdesk.Helpdesk;
import ir.ramzineh.helpdesk.LookOutcome;
import ir.ramzineh.issuer.Issuers;
import ir.ramzineh.kernel.CustomerId;
import ir.ramzineh.staff.DeskReason;
import ir.ramzineh.staff.Permission;
import ir.ramzineh.ui.Glyph;
import ir.ramzineh.ui.PageTitles;
import ir.ramzineh.ui.Toast;
import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The page of one customer: everything a caller asks, and what can be done about it. Without a look that is fresh it
 * shows nothing and asks for the reason (again); an id that is nobody's is a page that does not exist.
 */
@Route(value = "branch/customers/:customer", layout = BranchLayout.class)
@RolesAllowed("STAFF")
@BranchPage(
        permission = Permission.CUSTOMER_VIEW,
        order = 11,
        text = "desk.customer",
        glyph = Glyph.PERSON,
        menu = false)
@StyleSheet("ramzineh/branch-desk.css")
@StyleSheet("ramzineh/cards.css")
// The sections of other areas are beans, which the front-end build does not find by itself.
@Uses(Checkbox.class)
@Uses(TextField.class)
class CustomerView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private static final long serialVersionUID = 1L;

    private final transient Helpdesk helpdesk;
    private final transient DeskActions actions;
    private final transient Customers customers;
    private final transient Issuers issuers;
    private final transient CurrentDesk desk;
    private final transient List<CustomerPanel> panels;

    CustomerView(
            Helpdesk helpdesk,
            DeskActions actions,
            Customers customers,
            Issuers issuers,
            CurrentDesk desk,
            List<CustomerPanel> panels) {
        this.helpdesk = helpdesk;
        this.actions = actions;
        this.customers = customers;
        this.issuers = issuers;
        this.desk = desk;
        this.panels = List.copyOf(panels);
        setId("desk-customer");
        addClassNames("stack", "desk");
    }

    static void go(Component from, CustomerId customer) {
        from.getUI()
                .ifPresent(ui -> ui.navigate(
                        CustomerView.class, new RouteParameters("customer", Long.toString(customer.value()))));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        CustomerId asked = event.getRouteParameters()
                .get("customer")
                .filter(id -> id.matches("[0-9]{1,18}"))
                .map(id -> new CustomerId(Long.parseLong(id)))
                .filter(id -> customers.byId(id).isPresent())
                .orElseThrow(NotFoundException::new);
        show(asked);
    }

    private void show(CustomerId asked) {
        removeAll();
        Optional<DeskReason> reason = helpdesk.openedFor(desk.who(), desk.session(), asked);
        Optional<CustomerFile> file = helpdesk.file(desk.who(), desk.session(), asked);
        if (reason.isEmpty() || file.isEmpty()) {
            add(
                    new H1(getTranslation("desk.customer")),
                    ReasonForm.asked("desk-again", getTranslation("desk.again"), why -> open(asked, why)));
            return;
        }
        show(asked, file.get(), reason.get());
    }

    private void open(CustomerId asked, DeskReason why) {
        DeskWords words = DeskWords.of(getLocale());
        switch (helpdesk.look(desk.who(), desk.session(), asked, why)) {
            case LookOutcome.Open() -> show(asked);
            case LookOutcome.Wait(var time) -> Toast.failure(words.wait(time));
            case LookOutcome.EnoughForToday(int looks) -> Toast.failure(words.enough(looks));
        }
    }

    private void show(CustomerId asked, CustomerFile file, DeskReason reason) {
        CustomerDeeds deeds =
                new CustomerDeeds(actions, desk, asked, reason, desk.allowed(asked), this, () -> show(asked));
        LowerSections lower = new LowerSections(file, deeds, getLocale());
        List<Placed> parts = new ArrayList<>();
        parts.add(new Placed(10, new AnswerList(file.answers())));
        parts.add(new Placed(20, new PersonSection(file.customer(), file.at())));
        for (int i = 0; i < file.cards().size(); i++) {
            parts.add(new Placed(100 + i * 0.01, new CardSection(file.cards().get(i), issuers, deeds, file.at())));
        }
        parts.add(new Placed(200, lower.sessions()));
        parts.add(new Placed(210, lower.messages()));
        parts.add(new Placed(300, lower.cases()));
        parts.add(new Placed(310, lower.activity()));
        panels.forEach(panel -> parts.add(new Placed(panel.order(), panel.create(asked, desk.who()))));
        H1 name = new H1(file.customer().name().in(getLocale()));
        // From here the Tab key goes through the page, not through the menu; a screen reader begins with the name.
        name.getElement().setAttribute("tabindex", "-1").executeJs("setTimeout(() => this.focus())");
        add(name);
        parts.stream()
                .filter(part -> part.shown().getChildren().findAny().isPresent())
                .sorted(Comparator.comparingDouble(Placed::order))
                .forEach(part -> add(part.shown()));
    }

    private record Placed(double order, Component shown) {}

    @Override
    public String getPageTitle() {
        return PageTitles.of("desk.customer");
    }
}
