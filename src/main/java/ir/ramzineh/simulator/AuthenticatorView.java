package ir.ramzineh.simulator;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import ir.ramzineh.trial.DemonstrationStaff;
import ir.ramzineh.trial.DemonstrationStaff.Colleague;
import ir.ramzineh.ui.LtrText;
import ir.ramzineh.ui.PageTitles;
import java.time.Clock;
import java.util.Locale;

/** The authenticator apps of the demonstration staff, side by side. */
@Route(value = "simulator/authenticator", layout = SimulatorLayout.class)
@StyleSheet("ramzineh/branch.css")
@AnonymousAllowed
class AuthenticatorView extends Div implements HasDynamicTitle {
    private static final long serialVersionUID = 1L;
    private static final int LOOK_EVERY_MILLIS = 2_000;

    private final transient Clock clock;
    private final Div codes = new Div();

    AuthenticatorView(Clock clock) {
        this.clock = clock;
        addClassNames("branch-page", "authenticator");
        Anchor door = new Anchor("branch/sign-in", getTranslation("simulator.authenticator.sign-in"));
        door.setId("authenticator-sign-in");
        door.setRouterIgnore(true);
        door.addClassName("button-link");
        Paragraph text = new Paragraph(getTranslation("simulator.authenticator.text", DemonstrationStaff.PASSWORD));
        Div head = new Div(new Div(new H1(getTranslation("simulator.authenticator.title")), text), door);
        head.addClassName("branch-head");
        codes.addClassName("branch-table-frame");
        add(head, codes);
        show();
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        super.onAttach(attached);
        attached.getUI().setPollInterval(LOOK_EVERY_MILLIS);
        attached.getUI().addPollListener(poll -> show());
    }

    @Override
    protected void onDetach(DetachEvent detached) {
        detached.getUI().setPollInterval(-1);
        super.onDetach(detached);
    }

    @Override
    public String getPageTitle() {
        return PageTitles.of("simulator.authenticator.title");
    }

    private void show() {
        NativeTable table = new NativeTable();
        table.setId("authenticator-codes");
        table.addClassName("branch-table");
        NativeTableRow titles = table.getHead().addRow();
        for (String key : new String[] {
            "people.column.user-name", "people.column.name", "people.column.role", "simulator.authenticator.code"
        }) {
            NativeTableHeaderCell title = titles.addHeaderCell();
            title.setText(getTranslation(key));
            title.getElement().setAttribute("scope", "col");
        }
        DemonstrationStaff.all().forEach(colleague -> row(table.getBody().addRow(), colleague));
        codes.removeAll();
        codes.add(table);
    }

    private void row(NativeTableRow row, Colleague colleague) {
        NativeTableHeaderCell name = row.addHeaderCell();
        name.getElement().setAttribute("scope", "row");
        name.add(LtrText.verbatim(colleague.member().userName()));
        row.add(new NativeTableCell(colleague.member().name().in(getLocale())));
        String role = colleague.member().role().name().toLowerCase(Locale.ROOT).replace('_', '-');
        row.add(new NativeTableCell(getTranslation("staff.role." + role)));
        LtrText code = LtrText.verbatim(colleague.code(clock.instant()));
        code.setId("authenticator-" + colleague.member().userName());
        code.addClassName("authenticator-code");
        row.add(new NativeTableCell(code));
    }
}
