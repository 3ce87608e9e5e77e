package ir.ramzineh.branchconsole.desk;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import ir.ramzineh.fraudcase.Reported;
import ir.ramzineh.fraudcase.Suspect;
import ir.ramzineh.helpdesk.CardFile;
import ir.ramzineh.helpdesk.DeskActions;
import ir.ramzineh.kernel.CardId;
import ir.ramzineh.kernel.CustomerId;
import ir.ramzineh.kernel.InvalidValueException;
import ir.ramzineh.kernel.PasswordKind;
import ir.ramzineh.session.SignedInDevice;
import ir.ramzineh.staff.DeskReason;
import ir.ramzineh.staff.Permission;
import ir.ramzineh.token.Activation;
import ir.ramzineh.token.ResendOutcome;
import ir.ramzineh.token.TokenView;
import ir.ramzineh.ui.Confirmation;
import ir.ramzineh.ui.Toast;
import ir.ramzineh.verification.RecentVerification;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;

/**
 * The buttons of what can be done at once for the customer of the page. The reason is the one the page was opened with;
 * the question before a deed shows it. A button whose permission the member lacks is not there;
 * the permissions are asked for once, the service asks again.
 */
class CustomerDeeds {
    private final DeskActions actions;
    private final CurrentDesk desk;
    private final CustomerId customer;
    private final DeskReason reason;
    private final Set<Permission> allowed;
    private final Component page;
    private final Runnable refresh;

    CustomerDeeds(
            DeskActions actions,
            CurrentDesk desk,
            CustomerId customer,
            DeskReason reason,
            Set<Permission> allowed,
            Component page,
            Runnable refresh) {
        this.actions = actions;
        this.desk = desk;
        this.customer = customer;
        this.reason = reason;
        this.allowed = allowed;
        this.page = page;
        this.refresh = refresh;
    }

    /** Stops the codes of a card, or lets them count again; while a case is open, the way to it, for the case decides. */
    Optional<? extends Component> freeze(CardFile file) {
        CardId card = file.card().id();
        String four = LastFour.of(file.card());
        if (!file.frozen()) {
            return button(
                    "freeze",
                    card.value(),
                    four,
                    Permission.CARD_FREEZE,
                    () -> actions.freeze(desk.who(), customer, card, reason));
        }
        return file.openCase().isPresent()
                ? Optional.of(stoppedFor(file.openCase().get().id(), card))
                : button(
                        "unfreeze",
                        card.value(),
                        four,
                        Permission.CARD_UNFREEZE,
                        () -> actions.unfreeze(desk.who(), customer, card, reason));
    }

    private Component stoppedFor(long open, CardId card) {
        Span why = new Span(page.getTranslation("error.desk.case-open") + " ");
        why.addClassName("hint");
        Div both = new Div(why);
        if (allowed.contains(Permission.CASE_HANDLE)) {
            Anchor link = new Anchor("branch/cases/" + open, page.getTranslation("desk.case.open"));
            link.setId("desk-case-of-card-" + card.value());
            both.add(link);
        }
        return both;
    }

    Optional<Button> revoke(CardFile file, TokenView token) {
        return button(
                "revoke",
                token.id().value(),
                LastFour.of(file.card()),
                Permission.TOKEN_REVOKE,
                () -> actions.revoke(desk.who(), customer, token.id(), reason));
    }

    /** A button while there is a message to send again; before the scan, why there is none and what comes next. */
    Optional<Component> resend(CardFile file, Activation activation) {
        if (!allowed.contains(Permission.CODE_RESEND)) {
            return Optional.empty();
        }
        String id = file.card().id().value() + "-" + DeskWords.part(activation.kind());
        return switch (activation.message()) {
            case SENDABLE -> Optional.of(resend(file, activation.kind(), id));
            case AFTER_SCAN -> {
                Paragraph why = DeskWords.hint(page.getTranslation("desk.resend.scan-first"));
                why.setId("desk-resend-later-" + id);
                yield Optional.of(why);
            }
            case NONE -> Optional.empty();
        };
    }

    private Button resend(CardFile file, PasswordKind kind, String id) {
        Button resend = new Button(
                page.getTranslation("desk.resend"),
                click -> attempt(() -> {
                    String key = switch (actions.resend(
                            desk.who(), customer, file.card().id(), kind, reason)) {
                        case ResendOutcome.Sent() -> "desk.resend.done";
                        case ResendOutcome.Wait wait -> "desk.resend.wait";
                        case ResendOutcome.Nothing() -> "desk.resend.nothing";
                    };
                    Toast.info(page.getTranslation(key));
                    refresh.run();
                }));
        resend.setId("desk-resend-" + id);
        return resend;
    }

    Optional<Button> endSession(SignedInDevice device, int number) {
        return button(
                "end-session",
                number,
                "",
                Permission.SESSIONS_END,
                () -> actions.endSession(desk.who(), customer, device.ref(), reason));
    }

    Optional<Button> endSessions() {
        return button(
                "end-sessions",
                customer.value(),
                "",
                Permission.SESSIONS_END,
                () -> actions.endSessions(desk.who(), customer, reason) >= 0);
    }

    /** "It was not me", about the card as a whole. */
    Optional<Button> report(CardFile file) {
        return report(file, new Suspect.WholeCard(), "report", file.card().id().value());
    }

    /** "It was not me", about one payment. */
    Optional<Button> report(CardFile file, RecentVerification payment) {
        return report(file, new Suspect.Payment(payment.id()), "report-payment", payment.id());
    }

    private Optional<Button> report(CardFile file, Suspect suspect, String name, long id) {
        return button(name, id, LastFour.of(file.card()), Permission.CASE_HANDLE, () -> {
            Reported reported = actions.report(desk.who(), customer, file.card().id(), suspect);
            return reported.opened() || reported.stopped();
        });
    }

    /** A button that asks first; the texts are {@code desk.<name>}, {@code .happens}, {@code .do}, {@code .done}. */
    private Optional<Button> button(String name, long id, String four, Permission permission, BooleanSupplier deed) {
        if (!allowed.contains(permission)) {
            return Optional.empty();
        }
        String key = "desk." + name;
        Button button = new Button(
                page.getTranslation(key),
                click -> Confirmation.ask(
                        "desk-confirm",
                        page.getTranslation(key),
                        page.getTranslation(key + ".happens", four),
                        page.getTranslation(
                                "desk.deed.reason",
                                page.getTranslation(reason.kind().key())),
                        page.getTranslation(key + ".do"),
                        () -> attempt(() -> {
                            boolean done = deed.getAsBoolean();
                            refresh.run();
                            Toast.success(page.getTranslation(done ? key + ".done" : "desk.deed.already"));
                        })));
        button.setId("desk-" + name + "-" + id);
        if (!name.equals("unfreeze")) {
            button.addThemeVariants(ButtonVariant.ERROR);
        }
        return Optional.of(button);
    }

    private void attempt(Runnable deed) {
        try {
            deed.run();
        } catch (InvalidValueException notPossible) {
            Toast.failure(page.getTranslation(notPossible.key(), notPossible.args()));
        }
    }
}
