package ir.ramzineh.branchconsole.counter;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.NativeLabel;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.textfield.TextField;
import ir.ramzineh.approval.ApprovalId;
import ir.ramzineh.branchconsole.CustomerPanel;
import ir.ramzineh.kernel.CustomerId;
import ir.ramzineh.kernel.InvalidValueException;
import ir.ramzineh.kernel.MobileNumber;
import ir.ramzineh.numberchange.IdentityDocument;
import ir.ramzineh.numberchange.NumberChange;
import ir.ramzineh.numberchange.NumberChanges;
import ir.ramzineh.numberchange.NumberProposed;
import ir.ramzineh.numberchange.NumberWish;
import ir.ramzineh.staff.Permission;
import ir.ramzineh.staff.Permissions;
import ir.ramzineh.staff.StaffId;
import ir.ramzineh.ui.Confirmation;
import ir.ramzineh.ui.FieldErrors;
import ir.ramzineh.ui.Formats;
import ir.ramzineh.ui.MobileField;
import ir.ramzineh.ui.NativeInput;
import ir.ramzineh.ui.NativeSelect;
import ir.ramzineh.ui.Notice;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/** Another registered number: how the latest change stands, and the form for a new one (S3.4, S4.4). */
@org.springframework.stereotype.Component
class NumberPanel implements CustomerPanel {
    private final NumberChanges changes;
    private final Permissions permissions;

    NumberPanel(NumberChanges changes, Permissions permissions) {
        this.changes = changes;
        this.permissions = permissions;
    }

    @Override
    public double order() {
        return 30;
    }

    @Override
    public Component create(CustomerId customer, StaffId who) {
        Section section = new CounterSection("number-panel", "number.title");
        Optional<NumberChange> latest = changes.latest(who, customer);
        latest.ifPresent(change -> section.add(state(section, change)));
        boolean may = permissions.allowed(who, customer).contains(Permission.NUMBER_CHANGE);
        if (may && latest.filter(NumberChange::stuck).isPresent()) {
            section.add(giveUp(section, customer, who));
        }
        boolean open = latest.filter(change -> change.state().open()).isPresent();
        if (!open && may) {
            section.add(form(section, customer, who));
        } else if (latest.isEmpty()) {
            section.add(hint(section, "number.only-read"));
        }
        return section;
    }

    private static Component state(Section section, NumberChange change) {
        Formats formats = Formats.current();
        NumberChange.Failure failure = change.failure();
        Instant until = change.coolingUntil();
        Notice notice = new Notice(
                change.state().open() ? Notice.Kind.WARNING : Notice.Kind.INFO,
                section.getTranslation(
                        "number.state." + (failure == null ? change.state().name() : "FAILED." + failure.name()),
                        isolated(formats.digits(change.oldMasked())),
                        isolated(formats.digits(change.newMasked())),
                        formats.dateTime(until == null ? change.approvedAt() : until),
                        formats.number(change.tries())));
        notice.setId("number-state");
        return notice;
    }

    private Component giveUp(Section section, CustomerId customer, StaffId who) {
        Div result = new Div();
        result.setId("number-give-up-result");
        Button button = new Button(section.getTranslation("number.give-up"));
        button.setId("number-give-up");
        button.addClickListener(click -> Confirmation.ask(
                "number-give-up-ask",
                section.getTranslation("number.give-up"),
                section.getTranslation("number.give-up.happens"),
                section.getTranslation("number.give-up.remains"),
                section.getTranslation("number.propose"),
                () -> giveUp(result, button, customer, who)));
        return new Div(hint(section, "number.give-up.explains"), button, result);
    }

    private void giveUp(Div result, Button button, CustomerId customer, StaffId who) {
        result.removeAll();
        try {
            ApprovalId proposed = changes.giveUp(who, customer);
            button.setEnabled(false);
            result.add(new Notice(
                    Notice.Kind.SUCCESS,
                    new Paragraph(result.getTranslation("number.give-up.proposed")),
                    new Anchor("branch/approvals/" + proposed.value(), result.getTranslation("counter.to-approval"))));
        } catch (InvalidValueException notNow) {
            result.add(new Notice(Notice.Kind.WARNING, result.getTranslation(notNow.key(), notNow.args())));
        }
    }

    private Component form(Section section, CustomerId customer, StaffId who) {
        MobileField number = new MobileField(section.getTranslation("number.new"));
        number.setId("number-new");
        NativeInput.attributes(number, "autocomplete", "off");
        NativeSelect document = new NativeSelect(section.getTranslation("number.document"));
        document.setId("number-document");
        document.offer(Arrays.stream(IdentityDocument.values())
                .map(one -> new NativeSelect.Option(
                        one.name(), section.getTranslation("approval.value.document." + one.name())))
                .toList());
        document.choose(IdentityDocument.NATIONAL_CARD.name());
        NativeLabel label = new NativeLabel(section.getTranslation("number.document"));
        label.setFor(document);
        Div documents = new Div(label, document);
        documents.addClassName("counter-field");
        TextField digits = new TextField(section.getTranslation("number.document-digits"));
        digits.setId("number-document-digits");
        digits.addClassName("ltr-input");
        digits.setMaxLength(NumberWish.DIGITS);
        NativeInput.attributes(digits, "inputmode", "numeric", "autocomplete", "off");
        Div result = new Div();
        result.setId("number-result");
        Button propose = new Button(section.getTranslation("number.propose"));
        propose.setId("number-propose");
        propose.addThemeVariants(ButtonVariant.PRIMARY);
        propose.addClickShortcut(Key.ENTER).listenOn(digits);
        propose.addClickListener(click -> {
            Optional<MobileNumber> wanted = FieldErrors.read(number, number::mobile);
            wanted.flatMap(mobile -> FieldErrors.read(
                            digits,
                            () -> new NumberWish(
                                    mobile, IdentityDocument.valueOf(document.value()), digits.getValue())))
                    .ifPresent(wish -> show(result, number, changes.propose(who, customer, wish)));
        });
        Paragraph explains = hint(section, "number.explains");
        Div form = new Div(explains, number, documents, digits, new Div(propose), result);
        form.addClassName("counter-form");
        NativeDetails details = new NativeDetails(section.getTranslation("number.open"), form);
        details.setId("number-form");
        return details;
    }

    private static void show(Div result, MobileField number, NumberProposed outcome) {
        result.removeAll();
        switch (outcome) {
            case NumberProposed.Waiting(var approval, boolean proven) -> {
                Notice done = new Notice(
                        Notice.Kind.SUCCESS,
                        new Paragraph(result.getTranslation(proven ? "number.proposed" : "number.proposed-unproven")),
                        new Anchor(
                                "branch/approvals/" + approval.value(), result.getTranslation("counter.to-approval")));
                done.setId("number-proposed");
                result.add(done);
            }
            case NumberProposed.NotTheirs() -> FieldErrors.show(number, result.getTranslation("number.not-theirs"));
            case NumberProposed.RegisterSilent() ->
                result.add(new Notice(Notice.Kind.WARNING, result.getTranslation("number.register-silent")));
            case NumberProposed.SameNumber() -> FieldErrors.show(number, result.getTranslation("number.same"));
            case NumberProposed.UnderWay(NumberChange change) ->
                result.add(new Notice(Notice.Kind.WARNING, result.getTranslation("error.number-change.under-way")));
            case NumberProposed.ProposedBefore() ->
                result.add(new Notice(Notice.Kind.WARNING, result.getTranslation("number.proposed-before")));
        }
    }

    private static Paragraph hint(Component from, String key) {
        Paragraph hint = new Paragraph(from.getTranslation(key));
        hint.addClassName("hint");
        return hint;
    }

    private static String isolated(String text) {
        return '\u2066' + text + '\u2069';
    }
}
