package ir.ramzineh.portal;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import ir.ramzineh.card.CardNotFoundException;
import ir.ramzineh.card.CardOverview;
import ir.ramzineh.card.CardSettings;
import ir.ramzineh.card.Cards;
import ir.ramzineh.card.Consequence;
import ir.ramzineh.card.PasswordState;
import ir.ramzineh.card.SettingsChange;
import ir.ramzineh.kernel.CardId;
import ir.ramzineh.kernel.CustomerId;
import ir.ramzineh.kernel.Digits;
import ir.ramzineh.kernel.InvalidValueException;
import ir.ramzineh.kernel.PasswordKind;
import ir.ramzineh.kernel.Rial;
import ir.ramzineh.ui.Confirmation;
import ir.ramzineh.ui.FieldErrors;
import ir.ramzineh.ui.Formats;
import ir.ramzineh.ui.Glyph;
import ir.ramzineh.ui.Notice;
import ir.ramzineh.ui.PageTitles;
import ir.ramzineh.ui.Toast;
import jakarta.annotation.security.RolesAllowed;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** How the codes of one password behave (S5.5): every change says first what will be true, then is confirmed. */
@Route(value = "cards/:card" + CardAddress.ID_PATTERN + "/:kind(first|second)", layout = PortalLayout.class)
@RolesAllowed("CUSTOMER")
@StyleSheet("ramzineh/cards.css")
class CardSettingsView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private static final long serialVersionUID = 1L;
    private static final int LIFE_STEP_SECONDS = 30;

    private final transient Cards cards;
    private final transient CustomerId customer;
    private final transient Formats formats = Formats.current();

    CardSettingsView(SignedInCustomer signedIn, Cards cards) {
        this.cards = cards;
        this.customer = signedIn.require();
        addClassName("stack");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        try {
            CardId card = CardAddress.card(event.getRouteParameters()).orElseThrow(CardNotFoundException::new);
            PasswordKind kind = CardAddress.kind(event.getRouteParameters()).orElseThrow(CardNotFoundException::new);
            show(cards.one(customer, card), cards.settings(customer, card, kind));
        } catch (CardNotFoundException unknown) {
            event.rerouteToError(NotFoundException.class);
        }
    }

    private void show(CardOverview card, CardSettings settings) {
        removeAll();
        Anchor back = new Anchor(
                CardAddress.cardPage(card.id()), Glyph.BACK.create(), new Span(getTranslation("settings.back")));
        back.setId("settings-back");
        back.addClassName("back-link");
        H1 title = new H1(getTranslation(
                "settings.title",
                getTranslation(PasswordBadge.nameKey(settings.kind())),
                formats.digits(card.lastFour())));
        add(back, title);
        settings.undo().ifPresent(former -> add(undo(settings, former)));
        boolean dynamic = settings.password().state() == PasswordState.DYNAMIC;
        if (!dynamic) {
            add(notDynamic(settings));
        }
        if (settings.usable() || settings.password().frozen()) {
            add(freeze(settings));
        }
        if (settings.usable()) {
            ReachPanels reach = new ReachPanels(this, settings, change -> ask(settings, change));
            add(cap(settings), reach.types(), reach.hours(), reach.channels());
        }
        if (dynamic) {
            add(life(settings));
        }
        if (settings.password().state() != PasswordState.STATIC) {
            // A locked one too: for who has no other phone it is the way back.
            add(switchOff(settings));
        }
    }

    /** Calm and at hand: the change just made is taken back by one press. */
    private Component undo(CardSettings settings, SettingsChange former) {
        Paragraph text = new Paragraph(getTranslation("settings.undo.text", SettingWords.of(former, this)));
        Button undo = new Button(
                getTranslation("settings.undo"),
                click -> change(
                        settings, () -> cards.undo(customer, settings.card(), settings.kind(), settings.version())));
        undo.setId("settings-undo");
        undo.setDisableOnClick(true);
        Notice notice = new Notice(Notice.Kind.INFO, text, undo);
        notice.addClassName("undo");
        return notice;
    }

    /** S5.5: the options do nothing until the one-time password is active. */
    private Component notDynamic(CardSettings settings) {
        Anchor activate = new Anchor(
                CardAddress.activationPage(settings.card(), settings.kind()), getTranslation("password.activate"));
        activate.setId("settings-activate");
        activate.addClassNames("button-link", "button-link-primary");
        String key = settings.usable() ? "settings.from-start" : "settings.not-dynamic";
        return new Notice(Notice.Kind.INFO, new Paragraph(getTranslation(key)), activate);
    }

    private Component freeze(CardSettings settings) {
        boolean frozen = settings.password().frozen();
        String name = frozen ? "unfreeze" : "freeze";
        Button button = new Button(
                getTranslation("settings." + name),
                Glyph.SNOWFLAKE.create(),
                click -> ask(settings, frozen ? new SettingsChange.Unfreeze() : new SettingsChange.Freeze()));
        button.setId("settings-freeze");
        button.addThemeNames(frozen ? "primary" : "error");
        return new SettingsPanel("settings.freeze.title", "settings." + name + ".text", button);
    }

    private Component life(CardSettings settings) {
        List<Integer> choices = IntStream.concat(
                        IntStream.of(settings.lifeSecondsMin(), settings.lifeSecondsMax(), settings.lifeSeconds()),
                        IntStream.iterate(
                                LIFE_STEP_SECONDS,
                                seconds -> seconds < settings.lifeSecondsMax(),
                                s -> s + LIFE_STEP_SECONDS))
                .filter(seconds -> seconds >= settings.lifeSecondsMin() && seconds <= settings.lifeSecondsMax())
                .distinct()
                .sorted()
                .boxed()
                .toList();
        RadioButtonGroup<Integer> group = new RadioButtonGroup<>(getTranslation("settings.life"));
        group.setId("settings-life");
        group.setItems(choices);
        group.setItemLabelGenerator(seconds -> formats.duration(Duration.ofSeconds(seconds)));
        group.setValue(settings.lifeSeconds());
        Button save = SettingsPanel.save(this, "settings-life-save", () -> {
            if (group.getValue() != settings.lifeSeconds()) {
                ask(settings, new SettingsChange.Life(group.getValue()));
            }
        });
        return new SettingsPanel("settings.life.title", "settings.life.text", group, save);
    }

    private Component cap(CardSettings settings) {
        TextField field = new TextField(getTranslation("settings.cap"));
        field.setId("settings-cap");
        field.addClassName("ltr-input");
        field.setAllowedCharPattern("[0-9۰-۹٠-٩,٬ ]");
        field.setClearButtonVisible(true);
        field.setHelperText(getTranslation("settings.cap.help"));
        Rial current = settings.amountCap();
        field.setValue(current == null ? "" : formats.amount(current.amount()));
        Button save = SettingsPanel.save(this, "settings-cap-save", () -> {
            String typed = Digits.typed(field.getValue()).replaceAll("[,٬]", "");
            try {
                Rial wanted = typed.isBlank() ? null : Rial.of(typed);
                ask(settings, new SettingsChange.AmountCap(wanted));
            } catch (InvalidValueException invalid) {
                FieldErrors.show(field, FieldErrors.text(field, invalid));
            }
        });
        return new SettingsPanel("settings.cap.title", "settings.cap.text", field, save);
    }

    private Component switchOff(CardSettings settings) {
        Button button = new Button(
                getTranslation("settings.switch-off"), click -> ask(settings, new SettingsChange.SwitchOff()));
        button.setId("settings-switch-off");
        button.addThemeNames("error");
        return new SettingsPanel("settings.switch-off.title", "settings.switch-off.text", button);
    }

    private void ask(CardSettings settings, SettingsChange change) {
        try {
            List<Consequence> consequences = cards.preview(customer, settings.card(), settings.kind(), change);
            String happens = consequences.stream()
                    .map(consequence ->
                            getTranslation(consequence.key(), consequence.args().toArray()))
                    .collect(Collectors.joining(" "));
            Confirmation.ask(
                    "settings-confirm",
                    getTranslation("settings.confirm.title"),
                    happens,
                    getTranslation("settings.confirm.remains"),
                    getTranslation("settings.confirm"),
                    () -> change(settings, () -> cards.change(customer, settings.card(), settings.kind(), change)));
        } catch (InvalidValueException invalid) {
            Toast.failure(getTranslation(invalid.key(), invalid.args()));
        }
    }

    private void change(CardSettings settings, Supplier<CardSettings> deed) {
        try {
            CardSettings changed = deed.get();
            Toast.success(getTranslation("settings.changed"));
            show(cards.one(customer, settings.card()), changed);
        } catch (InvalidValueException invalid) {
            Toast.failure(getTranslation(invalid.key(), invalid.args()));
            show(cards.one(customer, settings.card()), cards.settings(customer, settings.card(), settings.kind()));
        }
    }

    @Override
    public String getPageTitle() {
        return PageTitles.of("password.settings");
    }
}
