package ir.ramzineh.branchconsole.desk;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeLabel;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import ir.ramzineh.branchconsole.BranchLayout;
import ir.ramzineh.branchconsole.BranchPage;
import ir.ramzineh.card.CardOverview;
import ir.ramzineh.fraudcase.CaseHandling;
import ir.ramzineh.fraudcase.CaseNote;
import ir.ramzineh.fraudcase.CaseOutcome;
import ir.ramzineh.fraudcase.CaseState;
import ir.ramzineh.fraudcase.FraudCase;
import ir.ramzineh.fraudcase.FraudCases;
import ir.ramzineh.helpdesk.CaseDesk;
import ir.ramzineh.helpdesk.CaseFile;
import ir.ramzineh.helpdesk.CaseLook;
import ir.ramzineh.kernel.InvalidValueException;
import ir.ramzineh.staff.Permission;
import ir.ramzineh.ui.Confirmation;
import ir.ramzineh.ui.FieldErrors;
import ir.ramzineh.ui.Glyph;
import ir.ramzineh.ui.LtrText;
import ir.ramzineh.ui.NativeSelect;
import ir.ramzineh.ui.PageTitles;
import ir.ramzineh.ui.Toast;
import jakarta.annotation.security.RolesAllowed;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/** One case: take it, write notes, let the card's codes count again, close it with an outcome. */
@Route(value = "branch/cases/:case", layout = BranchLayout.class)
@RolesAllowed("STAFF")
@BranchPage(permission = Permission.CASE_HANDLE, order = 13, text = "desk.case", glyph = Glyph.WARNING, menu = false)
@StyleSheet("ramzineh/branch-desk.css")
class CaseView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private static final long serialVersionUID = 1L;

    private final transient CaseDesk cases;
    private final transient CurrentDesk desk;
    private final transient DeskWords words = DeskWords.of(getLocale());

    CaseView(CaseDesk cases, CurrentDesk desk) {
        this.cases = cases;
        this.desk = desk;
        setId("desk-case-page");
        addClassNames("stack", "desk");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        long id = event.getRouteParameters()
                .get("case")
                .filter(text -> text.matches("[0-9]{1,18}"))
                .map(Long::parseLong)
                .orElseThrow(NotFoundException::new);
        show(id);
    }

    private void show(long id) {
        CaseLook look = cases.one(desk.who(), desk.session(), id).orElseThrow(NotFoundException::new);
        removeAll();
        if (look.file().isEmpty()) {
            add(new H1(getTranslation("desk.case")), words.notYet(look.look()));
            return;
        }
        CaseFile file = look.file().get();
        add(new H1(getTranslation("desk.case")), facts(file), work(file), notes(file));
    }

    private Component facts(CaseFile file) {
        FraudCase one = file.report();
        Section section = DeskWords.section("desk-case-facts", CaseWords.what(one, words));
        UnorderedList lines = new UnorderedList();
        lines.addClassName("desk-lines");
        lines.add(file.card()
                .map(card -> new ListItem(
                        new Span(words.get("desk.case.card-number") + " "), LtrText.card(card.maskedNumber())))
                .orElseGet(() -> new ListItem(words.get("desk.case.card-gone"))));
        lines.add(new ListItem(words.get(
                "desk.case.reported-by",
                words.formats().dateTime(one.reportedAt()),
                words.get("activity-detail.by." + one.reportedBy().name()))));
        Instant happened = one.happenedAt();
        if (happened != null) {
            lines.add(
                    new ListItem(words.get("desk.case.happened", words.formats().dateTime(happened))));
        }
        String terminal = one.terminalId();
        if (terminal != null) {
            lines.add(new ListItem(new Span(words.get("desk.case.terminal") + " "), LtrText.verbatim(terminal)));
        }
        lines.add(new ListItem(words.get("desk.case.state") + ": " + CaseWords.state(one, words)));
        one.handling()
                .map(CaseHandling::by)
                .ifPresent(by ->
                        lines.add(new ListItem(new Span(words.get("desk.case.holder") + ": "), LtrText.verbatim(by))));
        file.card()
                .ifPresent(card ->
                        lines.add(new ListItem(words.get(frozen(card) ? "desk.case.frozen" : "desk.case.not-frozen"))));
        Anchor customer = new Anchor("branch/customers/" + one.customer().value(), words.get("desk.customer"));
        customer.setId("desk-case-customer");
        section.add(lines, customer);
        return section;
    }

    private Component work(CaseFile file) {
        FraudCase one = file.report();
        Div buttons = new Div();
        buttons.addClassName("button-row");
        if (one.state() != CaseState.OPEN) {
            return buttons;
        }
        if (!file.mine()) {
            boolean over = one.handling().isPresent();
            Button take = new Button(words.get(over ? "desk.case.take-over" : "desk.case.take"), click -> {
                boolean taken = cases.take(desk.who(), one);
                show(one.id());
                Toast.success(words.get(taken ? "desk.case.taken" : "desk.case.changed"));
            });
            take.setId("desk-case-take");
            take.addThemeVariants(ButtonVariant.PRIMARY);
            take.setAutofocus(true);
            buttons.add(take);
            return buttons;
        }
        file.card().filter(CaseView::frozen).ifPresent(card -> buttons.add(unfreeze(one, card)));
        Div work = new Div(buttons, closing(one));
        work.addClassName("desk-section");
        return work;
    }

    private static boolean frozen(CardOverview card) {
        return card.first().frozen() || card.second().frozen();
    }

    private Component unfreeze(FraudCase one, CardOverview card) {
        Button unfreeze = new Button(
                words.get("desk.unfreeze"),
                click -> Confirmation.ask(
                        "desk-confirm",
                        words.get("desk.unfreeze"),
                        words.get("desk.unfreeze.happens", LastFour.of(card)),
                        words.get("desk.case.unfreeze.remains"),
                        words.get("desk.unfreeze.do"),
                        () -> attempt(one.id(), () -> cases.unfreeze(desk.who(), one.id()), "desk.unfreeze.done")));
        unfreeze.setId("desk-case-unfreeze");
        return unfreeze;
    }

    private Component closing(FraudCase one) {
        NativeSelect outcomes = new NativeSelect(words.get("desk.case.outcome"));
        outcomes.setId("desk-case-outcome");
        outcomes.offer(Arrays.stream(CaseOutcome.values())
                .map(outcome ->
                        new NativeSelect.Option(outcome.name(), words.get("desk.outcome." + DeskWords.part(outcome))))
                .toList());
        outcomes.choose(CaseOutcome.FRAUD.name());
        NativeLabel label = new NativeLabel(words.get("desk.case.outcome"));
        label.setFor(outcomes);
        Div field = new Div(label, outcomes);
        field.addClassName("desk-field");
        Button close = new Button(
                words.get("desk.case.close"),
                click -> attempt(
                        one.id(),
                        () -> cases.close(desk.who(), one.id(), CaseOutcome.valueOf(outcomes.value())),
                        "desk.case.closed"));
        close.setId("desk-case-close");
        Div form = new Div(field, close);
        form.addClassNames("surface", "desk-form");
        return form;
    }

    private Component notes(CaseFile file) {
        Section section = DeskWords.section("desk-case-notes", words.get("desk.case.notes"));
        UnorderedList list = new UnorderedList();
        list.addClassName("desk-notes");
        for (CaseNote note : file.notes()) {
            Span head = new Span(words.formats().dateTime(note.at()) + " · " + note.author());
            head.addClassName("hint");
            list.add(new ListItem(head, new Paragraph(DeskWords.foreign(note.text()))));
        }
        section.add(list);
        if (file.notes().isEmpty()) {
            section.add(DeskWords.hint(words.get("desk.case.notes.none")));
        }
        if (file.mine() && file.report().state() == CaseState.OPEN) {
            section.add(writing(file.report().id()));
        }
        return section;
    }

    private Component writing(long id) {
        TextField text = new TextField(words.get("desk.case.note"));
        text.setId("desk-case-note");
        text.setMaxLength(FraudCases.NOTE_LENGTH_MAX);
        Button write = new Button(words.get("desk.case.write"), click -> {
            Optional<String> typed = FieldErrors.read(text, text::getValue);
            typed.ifPresent(note -> attempt(id, () -> cases.note(desk.who(), id, note), "desk.case.written"));
        });
        write.setId("desk-case-write");
        Div form = new Div(text, write);
        form.addClassName("desk-form");
        return form;
    }

    private void attempt(long id, Runnable deed, String done) {
        try {
            deed.run();
            show(id);
            Toast.success(words.get(done));
        } catch (InvalidValueException notPossible) {
            show(id);
            Toast.failure(getTranslation(notPossible.key(), notPossible.args()));
        }
    }

    @Override
    public String getPageTitle() {
        return PageTitles.of("desk.case");
    }
}
