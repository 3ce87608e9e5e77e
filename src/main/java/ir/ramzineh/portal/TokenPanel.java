package ir.ramzineh.portal;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import ir.ramzineh.kernel.CustomerId;
import ir.ramzineh.kernel.InvalidValueException;
import ir.ramzineh.token.DeleteOutcome;
import ir.ramzineh.token.TokenView;
import ir.ramzineh.token.Tokens;
import ir.ramzineh.ui.Confirmation;
import ir.ramzineh.ui.FieldErrors;
import ir.ramzineh.ui.Formats;
import ir.ramzineh.ui.Glyph;
import ir.ramzineh.ui.Toast;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;

/** The phone that makes the codes of one password: its name, when it was added and last used; rename and delete. */
class TokenPanel extends Div {
    private static final long serialVersionUID = 1L;
    private static final int LABEL_LENGTH_MAX = 40;

    private final transient TokenView token;
    private final transient Tokens tokens;
    private final transient CustomerId customer;
    private final transient Clock clock;
    private final transient Runnable changed;
    private final transient Formats formats = Formats.current();

    TokenPanel(TokenView token, Tokens tokens, CustomerId customer, Clock clock, Runnable changed) {
        this.token = token;
        this.tokens = tokens;
        this.customer = customer;
        this.clock = clock;
        this.changed = changed;
        setId("token-" + token.id().value());
        addClassName("token");
        showName();
    }

    private void showName() {
        removeAll();
        Span name = new Span(name());
        name.addClassName("token-name");
        Span facts = new Span(facts());
        facts.addClassName("hint");
        Div words = new Div(name, facts);
        words.addClassName("token-words");
        add(
                Glyph.PHONE.create(),
                words,
                button("rename", Glyph.PENCIL, this::showRename),
                button("delete", Glyph.TRASH, this::askDelete));
    }

    private String name() {
        String label = token.label();
        return label != null
                ? label
                : getTranslation("token.way."
                        + token.way().name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    private String facts() {
        Instant lastUsed = token.lastUsedAt();
        String added = getTranslation("token.added", formats.date(token.activatedAt()));
        String used = lastUsed == null
                ? getTranslation("token.never-used")
                : getTranslation("token.last-used", formats.ago(lastUsed, clock.instant()));
        return added + " · " + used;
    }

    private Button button(String action, Glyph glyph, Runnable run) {
        Button button = new Button(glyph.create(), click -> run.run());
        button.setId("token-" + token.id().value() + "-" + action);
        button.addThemeNames("tertiary", "icon");
        button.setAriaLabel(getTranslation("token." + action, name()));
        button.setTooltipText(getTranslation("token." + action, name()));
        return button;
    }

    private void showRename() {
        removeAll();
        TextField field = new TextField(getTranslation("token.name"));
        field.setId("token-" + token.id().value() + "-name");
        field.setMaxLength(LABEL_LENGTH_MAX);
        field.setValue(name());
        Button save = new Button(getTranslation("action.save"), click -> rename(field));
        save.setId("token-" + token.id().value() + "-save");
        save.addThemeNames("primary");
        Button cancel = new Button(getTranslation("action.cancel"), click -> showName());
        cancel.setId("token-" + token.id().value() + "-cancel");
        Div row = new Div(save, cancel);
        row.addClassName("button-row");
        Div form = new Div(field, row);
        form.addClassName("token-words");
        add(form);
        field.focus();
    }

    private void rename(TextField field) {
        try {
            if (tokens.rename(customer, token.id(), field.getValue().strip())) {
                Toast.success(getTranslation("token.renamed"));
            } else {
                Toast.info(getTranslation("token.gone"));
            }
            changed.run();
        } catch (InvalidValueException invalid) {
            FieldErrors.show(field, FieldErrors.text(field, invalid));
        }
    }

    private void askDelete() {
        Confirmation.ask(
                "token-delete",
                getTranslation("token.delete", name()),
                getTranslation("token.delete.happens"),
                getTranslation("token.delete.remains." + CardAddress.word(token.kind())),
                getTranslation("token.delete.confirm"),
                () -> {
                    if (tokens.delete(customer, token.id()) instanceof DeleteOutcome.Deleted) {
                        Toast.success(getTranslation("token.deleted"));
                    } else {
                        Toast.info(getTranslation("token.gone"));
                    }
                    changed.run();
                });
    }
}
