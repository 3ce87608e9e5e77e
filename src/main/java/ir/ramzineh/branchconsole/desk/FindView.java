package ir.ramzineh.branchconsole.desk;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.NativeLabel;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import ir.ramzineh.branchconsole.BranchLayout;
import ir.ramzineh.branchconsole.BranchPage;
import ir.ramzineh.branchconsole.BranchTable;
import ir.ramzineh.branchconsole.ReasonForm;
import ir.ramzineh.helpdesk.FindKey;
import ir.ramzineh.helpdesk.FindOutcome;
import ir.ramzineh.helpdesk.Helpdesk;
import ir.ramzineh.helpdesk.Hit;
import ir.ramzineh.helpdesk.LookOutcome;
import ir.ramzineh.kernel.BranchCode;
import ir.ramzineh.staff.DeskReason;
import ir.ramzineh.staff.Permission;
import ir.ramzineh.ui.FieldErrors;
import ir.ramzineh.ui.Formats;
import ir.ramzineh.ui.Glyph;
import ir.ramzineh.ui.Language;
import ir.ramzineh.ui.LtrText;
import ir.ramzineh.ui.NativeSelect;
import ir.ramzineh.ui.Notice;
import ir.ramzineh.ui.PageTitles;
import ir.ramzineh.ui.StatePanel;
import jakarta.annotation.security.RolesAllowed;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Finds a customer by one exact value, with a reason; what is found is masked until the page is opened. */
@Route(value = "branch/customers", layout = BranchLayout.class)
@RolesAllowed("STAFF")
@BranchPage(permission = Permission.CUSTOMER_FIND, order = 10, text = "desk.find", glyph = Glyph.PERSON)
@StyleSheet("ramzineh/branch-desk.css")
class FindView extends Div implements HasDynamicTitle {
    private static final long serialVersionUID = 1L;

    private final transient Helpdesk helpdesk;
    private final transient CurrentDesk desk;
    private final transient DeskWords words = DeskWords.of(getLocale());
    private final TextField value = new TextField(getTranslation("desk.find.value"));
    private final NativeSelect kinds = new NativeSelect(getTranslation("desk.find.kind"));
    private final ReasonForm reason = new ReasonForm("desk-find-reason");
    private final Div results = new Div();

    FindView(Helpdesk helpdesk, CurrentDesk desk) {
        this.helpdesk = helpdesk;
        this.desk = desk;
        addClassNames("stack", "desk");
        results.setId("desk-find-results");
        results.getElement().setAttribute("aria-live", "polite");
        add(new H1(getTranslation("desk.find")), form(), results);
    }

    private Div form() {
        value.setId("desk-find-value");
        value.addClassName("ltr-input");
        value.setMaxLength(40);
        value.setAutofocus(true);
        value.setHelperText(getTranslation("desk.find.value.help"));
        kinds.setId("desk-find-kind");
        kinds.offer(Arrays.stream(FindKey.Kind.values())
                .map(kind ->
                        new NativeSelect.Option(kind.name(), getTranslation("desk.find.kind." + DeskWords.part(kind))))
                .toList());
        kinds.choose(FindKey.Kind.ANY.name());
        NativeLabel label = new NativeLabel(getTranslation("desk.find.kind"));
        label.setFor(kinds);
        Div kind = new Div(label, kinds);
        kind.addClassName("desk-field");
        Button find = new Button(getTranslation("desk.find.do"), click -> find());
        find.setId("desk-find");
        find.addThemeVariants(ButtonVariant.PRIMARY);
        Div form = new Div(value, reason, kind, find);
        form.addClassNames("surface", "desk-form");
        find.addClickShortcut(Key.ENTER).listenOn(form);
        return form;
    }

    private void find() {
        String chosen = kinds.value();
        FindKey.Kind kind = chosen.isEmpty() ? FindKey.Kind.ANY : FindKey.Kind.valueOf(chosen);
        Optional<FindKey> key = FieldErrors.read(value, () -> FindKey.read(kind, value.getValue()));
        Optional<DeskReason> why = key.isEmpty() ? Optional.empty() : reason.read();
        if (why.isPresent()) {
            show(helpdesk.find(desk.who(), key.get(), why.get()), why.get());
        }
    }

    private void show(FindOutcome outcome, DeskReason why) {
        results.removeAll();
        switch (outcome) {
            case FindOutcome.Wait(var time) -> problem(words.wait(time));
            case FindOutcome.EnoughForToday enough -> problem(words.enough(enough));
            case FindOutcome.Found found -> {
                if (!found.hits().isEmpty()) {
                    results.add(table(found.hits(), why));
                } else if (found.elsewhere() == 0) {
                    results.add(StatePanel.empty(
                            Glyph.PERSON, getTranslation("desk.find.nobody"), getTranslation("desk.find.nobody.text")));
                }
                if (found.elsewhere() > 0) {
                    problem(getTranslation(
                            "desk.find.elsewhere", Formats.current().number(found.elsewhere())));
                }
            }
        }
    }

    private void problem(String text) {
        results.add(new Notice(Notice.Kind.WARNING, text));
    }

    private BranchTable table(List<Hit> hits, DeskReason why) {
        BranchTable table = new BranchTable(
                "desk-hits",
                getTranslation("desk.find.found", Formats.current().number(hits.size())),
                getTranslation("desk.name"),
                getTranslation("desk.national-id"),
                getTranslation("desk.mobile"),
                getTranslation("desk.branch"),
                getTranslation("desk.portal"),
                getTranslation("desk.action"));
        boolean first = true;
        for (Hit hit : hits) {
            Button open = new Button(getTranslation("desk.open"), click -> open(hit, why));
            open.setId("desk-open-" + hit.customer().value());
            open.setAutofocus(first);
            if (first) {
                open.focus();
            }
            first = false;
            BranchCode branch = hit.branch();
            table.row(
                    BranchTable.text(Language.of(getLocale()) == Language.FA ? hit.nameFa() : hit.nameEn()),
                    new LtrText(hit.nationalId()),
                    new LtrText(hit.mobile()),
                    branch == null ? BranchTable.text(getTranslation("desk.none")) : new LtrText(branch.digits()),
                    BranchTable.text(getTranslation(hit.signedUp() ? "desk.portal.yes" : "desk.portal.no")),
                    open);
        }
        return table;
    }

    private void open(Hit hit, DeskReason why) {
        switch (helpdesk.look(desk.who(), desk.session(), hit.customer(), why)) {
            case LookOutcome.Open() -> CustomerView.go(this, hit.customer());
            case LookOutcome.Wait(var time) -> problem(words.wait(time));
            case LookOutcome.EnoughForToday(int looks) -> problem(words.enough(looks));
        }
    }

    @Override
    public String getPageTitle() {
        return PageTitles.of("desk.find");
    }
}
