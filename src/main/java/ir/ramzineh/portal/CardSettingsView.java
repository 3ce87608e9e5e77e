package ir.ramzineh.portal;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
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
import ir.ramzineh.issuer.CodeChannel;
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
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
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
        if (settings.password().state() != PasswordState.DYNAMIC) {
            add(notDynamic(settings));
            return;
        }
        add(freeze(settings), life(settings), cap(settings), channels(settings), switchOff(settings));
    }

    /** S5.5: the options do nothing until the one-time password is active. */
    private Component notDynamic(CardSettings settings) {
        Anchor activate = new Anchor(
                CardAddress.activationPage(settings.card(), settings.kind()), getTranslation("password.activate"));
        activate.setId("settings-activate");
        activate.addClassNames("button-link", "button-link-primary");
        return new Notice(Notice.Kind.INFO, new Paragraph(getTranslation("settings.not-dynamic")), activate);
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
        return panel("settings.freeze.title", getTranslation("settings." + name + ".text"), button);
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
        Button save = save("settings-life-save", () -> {
            if (group.getValue() != settings.lifeSeconds()) {
                ask(settings, new SettingsChange.Life(group.getValue()));
            }
        });
        return panel("settings.life.title", getTranslation("settings.life.text"), group, save);
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
        Button save = save("settings-cap-save", () -> {
            String typed = Digits.typed(field.getValue()).replaceAll("[,٬]", "");
            try {
                Rial wanted = typed.isBlank() ? null : Rial.of(typed);
                ask(settings, new SettingsChange.AmountCap(wanted));
            } catch (InvalidValueException invalid) {
                FieldErrors.show(field, FieldErrors.text(field, invalid));
            }
        });
        return panel("settings.cap.title", getTranslation("settings.cap.text"), field, save);
    }

    private Component channels(CardSettings settings) {
        Div boxes = new Div();
        boxes.addClassName("check-list");
        Set<CodeChannel> wanted = EnumSet.noneOf(CodeChannel.class);
        wanted.addAll(settings.channels());
        settings.channelsOffered().stream().sorted().forEach(channel -> {
            String word = channel.name().toLowerCase(Locale.ROOT).replace('_', '-');
            Checkbox box = new Checkbox(getTranslation("channel." + word), wanted.contains(channel));
            box.setId("settings-channel-" + word);
            box.addValueChangeListener(change -> {
                if (change.getValue()) {
                    wanted.add(channel);
                } else {
                    wanted.remove(channel);
                }
            });
            boxes.add(box);
        });
        Button save = save("settings-channels-save", () -> ask(settings, new SettingsChange.Channels(wanted)));
        return panel("settings.channels.title", getTranslation("settings.channels.text"), boxes, save);
    }

    private Component switchOff(CardSettings settings) {
        Button button = new Button(
                getTranslation("settings.switch-off"), click -> ask(settings, new SettingsChange.SwitchOff()));
        button.setId("settings-switch-off");
        button.addThemeNames("error");
        return panel("settings.switch-off.title", getTranslation("settings.switch-off.text"), button);
    }

    private Button save(String id, Runnable action) {
        Button save = new Button(getTranslation("action.save"), click -> action.run());
        save.setId(id);
        save.addThemeNames("primary");
        return save;
    }

    private Section panel(String titleKey, String text, Component... content) {
        Paragraph explanation = new Paragraph(text);
        explanation.addClassName("hint");
        Section panel = new Section(new H2(getTranslation(titleKey)), explanation);
        panel.add(content);
        panel.addClassNames("surface", "settings-panel");
        return panel;
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
                    () -> apply(settings, change));
        } catch (InvalidValueException invalid) {
            Toast.failure(getTranslation(invalid.key(), invalid.args()));
        }
    }

    private void apply(CardSettings settings, SettingsChange change) {
        try {
            CardSettings changed = cards.change(customer, settings.card(), settings.kind(), change);
            Toast.success(getTranslation("settings.changed"));
            show(cards.one(customer, settings.card()), changed);
        } catch (InvalidValueException invalid) {
            Toast.failure(getTranslation(invalid.key(), invalid.args()));
        }
    }

    @Override
    public String getPageTitle() {
        return PageTitles.of("password.settings");
    }
}
