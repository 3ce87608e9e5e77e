package ir.ramzineh.simulator;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeLabel;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import ir.ramzineh.kernel.CardNumber;
import ir.ramzineh.kernel.InvalidValueException;
import ir.ramzineh.simulator.AtmStep.Choice;
import ir.ramzineh.ui.Formats;
import ir.ramzineh.ui.LtrText;
import ir.ramzineh.ui.PageTitles;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A simulated ATM: screen with side buttons, keypad and receipt. Menu and words are those of the card's bank, as the
 * terminal API gives them (S3, S4, S7, S9, S13.1, S14). Made of plain HTML.
 */
@Route(value = "simulator/atm", layout = SimulatorLayout.class)
@AnonymousAllowed
class AtmView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private static final long serialVersionUID = 1L;
    private static final Pattern CODE_LINE = Pattern.compile("[0-9A-Z]{4}( [0-9A-Z]{1,4})+");
    private static final String CLEAR = "clear";
    private static final String OK = "ok";

    private final transient AtmClient client;
    private final Div screen = new Div();
    private final Div options = new Div();
    private final Div display = new Div();
    private final Input cardField = new Input();
    private final Section slip = new Section();
    private final Div keypad = new Div();
    private transient @Nullable AtmVisit visit;
    private String typed = "";

    AtmView(AtmClient client) {
        this.client = client;
        addClassName("atm-page");
        H1 title = new H1(getTranslation("simulator.atm.title"));
        title.addClassName("atm-title");
        screen.addClassName("atm-screen");
        screen.getElement().setAttribute("aria-live", "polite");
        options.addClassName("atm-options");
        display.addClassName("atm-display");
        Div glass = new Div(screen, options);
        glass.addClassName("atm-glass");
        keypad.addClassName("atm-keypad");
        for (String key : List.of("1", "2", "3", "4", "5", "6", "7", "8", "9", CLEAR, "0", OK)) {
            keypad.add(key(key));
        }
        Div machine = new Div(glass, keypad);
        machine.addClassName("atm");
        slip.setId("atm-receipt");
        slip.addClassName("atm-receipt");
        slip.getElement().setAttribute("aria-label", getTranslation("simulator.atm.receipt"));
        add(title, machine, slip);
        show();
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        event.getLocation().getQueryParameters().getSingleParameter("card").ifPresent(cardField::setValue);
    }

    private void insert() {
        try {
            CardNumber number = CardNumber.of(cardField.getValue());
            visit = new AtmVisit(client, number, getLocale(), this::getTranslation);
            typed = "";
            slip.removeAll();
            show();
        } catch (InvalidValueException wrong) {
            say(getTranslation(wrong.key().startsWith("simulator") ? wrong.key() : "simulator.atm.card.wrong"));
        }
    }

    private void eject() {
        visit = null;
        typed = "";
        show();
    }

    /** Does something with the visit and shows what came of it. */
    private void go(Runnable move) {
        try {
            move.run();
            typed = "";
            show();
        } catch (InvalidValueException failed) {
            say(getTranslation(failed.key()));
        }
    }

    private void show() {
        screen.removeAll();
        options.removeAll();
        AtmVisit customer = visit;
        AtmStep step = customer == null ? new AtmStep.Idle() : customer.step();
        paint(customer);
        switch (step) {
            case AtmStep.Idle() -> idle();
            case AtmStep.Menu(String title, List<Choice> choices) -> menu(title, choices);
            case AtmStep.Keys keys -> keys(keys);
            case AtmStep.Question question -> question(question);
            case AtmStep.Outcome outcome -> outcome(outcome);
        }
        keypad.setEnabled(step instanceof AtmStep.Keys);
    }

    private void idle() {
        screen.add(new H2(getTranslation("simulator.atm.welcome")));
        NativeLabel label = new NativeLabel(getTranslation("simulator.atm.card.label"));
        label.setFor(cardField);
        cardField.setId("atm-card");
        cardField.addClassName("atm-card-field");
        cardField.getElement().setAttribute("inputmode", "numeric").setAttribute("dir", "ltr");
        Paragraph hint = new Paragraph(getTranslation("simulator.atm.card.hint"));
        screen.add(label, cardField, hint);
        option("atm-insert", getTranslation("simulator.atm.insert"), this::insert);
    }

    private void menu(String title, List<Choice> choices) {
        screen.add(new H2(title));
        AtmVisit customer = customer();
        choices.forEach(choice ->
                option("atm-option-" + choice.id(), choice.label(), () -> go(() -> customer.chosen(choice.id()))));
        if (!title.equals(getTranslation("simulator.atm.menu"))) {
            option("atm-back", getTranslation("simulator.atm.back"), () -> go(customer::back));
        }
        option("atm-eject", getTranslation("simulator.atm.eject"), this::eject);
    }

    private void keys(AtmStep.Keys keys) {
        String what = keys.asked().name().toLowerCase(Locale.ROOT).replace('_', '-');
        screen.add(new H2(getTranslation("simulator.atm.type." + what)));
        display.setId("atm-display");
        display.setText("");
        screen.add(display);
        write(keys);
        option("atm-eject", getTranslation("simulator.atm.eject"), this::eject);
    }

    private void question(AtmStep.Question question) {
        AtmVisit customer = customer();
        screen.add(new H2(question.title()));
        Div text = new Div();
        text.setId("atm-text");
        question.lines()
                .forEach(line -> text.add(new Paragraph(Formats.current().digits(line))));
        screen.add(text);
        option("atm-yes", question.yes(), () -> go(customer::yes));
        option("atm-no", question.no(), () -> go(customer::no));
    }

    private void outcome(AtmStep.Outcome outcome) {
        AtmVisit customer = customer();
        Paragraph text = new Paragraph(outcome.text());
        text.setId("atm-result");
        text.addClassName(outcome.good() ? "atm-good" : "atm-bad");
        screen.add(text);
        if (!outcome.receipt().isEmpty()) {
            screen.add(new Paragraph(getTranslation("simulator.atm.take-receipt")));
            print(outcome.receipt());
        }
        if (customer.offer().get("refusal").stringValue().isEmpty()) {
            option("atm-back", getTranslation("simulator.atm.back"), () -> go(customer::back));
        }
        option("atm-eject", getTranslation("simulator.atm.eject"), this::eject);
    }

    private void print(List<String> lines) {
        slip.removeAll();
        for (String line : lines) {
            if (CODE_LINE.matcher(line).matches()) {
                LtrText code = LtrText.verbatim(line);
                code.setId("atm-receipt-code");
                Div large = new Div(code);
                large.addClassName("atm-receipt-code");
                slip.add(large);
            } else {
                slip.add(new Paragraph(line));
            }
        }
        NativeButton print = new NativeButton(
                getTranslation("simulator.atm.print"),
                click -> UI.getCurrentOrThrow().getPage().executeJs("window.print()"));
        print.setId("atm-print");
        print.addClassName("atm-print");
        slip.add(print);
    }

    private void option(String id, String label, Runnable action) {
        NativeButton option = new NativeButton();
        Span words = new Span(label);
        words.addClassName("atm-option-label");
        Span side = new Span();
        side.addClassName("atm-option-key");
        option.add(words, side);
        option.setId(id);
        option.addClassName("atm-option");
        option.addClickListener(click -> action.run());
        options.add(option);
    }

    private NativeButton key(String key) {
        boolean digit = key.length() == 1;
        NativeButton button =
                new NativeButton(digit ? Formats.current().digits(key) : getTranslation("simulator.atm.key." + key));
        button.setId("atm-key-" + key);
        button.addClassNames("atm-key", "atm-key-" + (digit ? "digit" : key));
        button.addClickListener(click -> pressed(key));
        return button;
    }

    private void pressed(String key) {
        AtmVisit customer = visit;
        if (customer == null || !(customer.step() instanceof AtmStep.Keys keys)) {
            return;
        }
        if (key.equals(CLEAR)) {
            typed = "";
            write(keys);
        } else if (key.equals(OK)) {
            if (typed.length() >= keys.lengthMin()) {
                String digits = typed;
                go(() -> customer.typed(digits));
            }
        } else if (typed.length() < keys.lengthMax()) {
            typed += key;
            write(keys);
        }
    }

    private void write(AtmStep.Keys keys) {
        display.removeAll();
        display.add(keys.hidden() ? new LtrText("•".repeat(typed.length())) : new LtrText(typed));
    }

    /** The colours are the bank's, so no style sheet can know them. */
    private void paint(@Nullable AtmVisit customer) {
        var colours = customer == null ? null : customer.offer().get("colours");
        String from = "#123b40";
        String to = "#0a2428";
        String ink = "#ffffff";
        if (colours != null && colours.isObject()) {
            from = colours.get("light").get("from").stringValue();
            to = colours.get("light").get("to").stringValue();
            ink = colours.get("light").get("ink").stringValue();
        }
        getStyle().set("--atm-from", from).set("--atm-to", to).set("--atm-ink", ink);
    }

    private void say(String text) {
        Paragraph said = new Paragraph(text);
        said.setId("atm-result");
        said.addClassName("atm-bad");
        screen.getChildren()
                .filter(child -> child.getId().filter("atm-result"::equals).isPresent())
                .toList()
                .forEach(screen::remove);
        screen.add(said);
    }

    private AtmVisit customer() {
        AtmVisit customer = visit;
        if (customer == null) {
            throw new IllegalStateException("no card is in");
        }
        return customer;
    }

    @Override
    public String getPageTitle() {
        return PageTitles.of("simulator.atm.title");
    }
}
