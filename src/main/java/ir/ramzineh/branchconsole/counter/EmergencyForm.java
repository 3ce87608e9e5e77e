package ir.ramzineh.branchconsole.counter;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeLabel;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import ir.ramzineh.branchconsole.ApprovalWords;
import ir.ramzineh.counter.EmergencyAccess;
import ir.ramzineh.counter.EmergencyWish;
import ir.ramzineh.counter.Lost;
import ir.ramzineh.issuer.CodeChannel;
import ir.ramzineh.kernel.CardId;
import ir.ramzineh.kernel.CustomerId;
import ir.ramzineh.kernel.PasswordKind;
import ir.ramzineh.staff.StaffId;
import ir.ramzineh.ui.Formats;
import ir.ramzineh.ui.Glyph;
import ir.ramzineh.ui.NativeSelect;
import ir.ramzineh.ui.Notice;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Other ways while the phone is lost. What is lost comes first: only then are there ways to choose from. */
class EmergencyForm extends Div {
    private static final long serialVersionUID = 1L;
    private static final int DAYS_AT_FIRST = 3;

    /** Of which password of which card, for which member. */
    record About(StaffId who, CustomerId customer, CardId card, PasswordKind kind, Set<CodeChannel> offered) {
        /** The end of each id. */
        String id() {
            return kind.name().toLowerCase(Locale.ROOT) + "-" + card.value();
        }
    }

    private final transient EmergencyAccess access;
    private final transient About about;
    private final transient Map<CodeChannel, Checkbox> boxes = new EnumMap<>(CodeChannel.class);
    private final NativeSelect lost = new NativeSelect(getTranslation("emergency.what"));
    private final NativeSelect days = new NativeSelect(getTranslation("emergency.days"));
    private final Div ways = new Div();
    private final UnorderedList sentences = new UnorderedList();
    private final Div rest = new Div();

    EmergencyForm(EmergencyAccess access, About about) {
        this.access = access;
        this.about = about;
        addClassName("counter-form");
        lost.setId("emergency-what-" + about.id());
        lost.offer(Stream.concat(
                        Stream.of(new NativeSelect.Option("", getTranslation("emergency.what.choose"))),
                        Arrays.stream(Lost.values())
                                .map(one -> new NativeSelect.Option(
                                        one.name(), getTranslation("approval.value.lost." + one.name()))))
                .toList());
        lost.whenChosen(value -> show());
        rest.addClassName("counter-form");
        rest.setId("emergency-rest-" + about.id());
        add(field(lost, "emergency.what"), rest);
        prepare();
    }

    private void prepare() {
        days.setId("emergency-days-" + about.id());
        days.offer(IntStream.rangeClosed(1, access.daysMax())
                .mapToObj(day -> new NativeSelect.Option(
                        Integer.toString(day),
                        getTranslation("emergency.days.count", Formats.current().number(day))))
                .toList());
        days.choose(Integer.toString(Math.min(DAYS_AT_FIRST, access.daysMax())));
        days.whenChosen(value -> read());
        ways.addClassName("counter-ways");
        ways.getElement().setAttribute("role", "group");
        ways.getElement().setAttribute("aria-label", getTranslation("emergency.ways"));
        sentences.setId("emergency-lost-" + about.id());
        sentences.addClassName("approval-afterwards");
        sentences.getElement().setAttribute("aria-live", "polite");
    }

    /** What follows from what is lost. */
    private void show() {
        rest.removeAll();
        boxes.clear();
        if (lost.value().isEmpty()) {
            return;
        }
        Set<CodeChannel> left = Lost.valueOf(lost.value()).leaves(about.offered());
        if (left.size() < about.offered().size()) {
            Notice gone = new Notice(Notice.Kind.WARNING, getTranslation("emergency.sim-gone"));
            gone.setId("emergency-sim-gone-" + about.id());
            rest.add(gone);
        }
        if (left.isEmpty()) {
            return;
        }
        ways.removeAll();
        ways.add(new Span(getTranslation("emergency.ways")));
        left.stream().sorted().forEach(way -> ways.add(box(way)));
        read();
        rest.add(ways, field(days, "emergency.days"), new Span(getTranslation("emergency.lost")), sentences, propose());
    }

    private Checkbox box(CodeChannel way) {
        Checkbox box = new Checkbox(getTranslation("activity-detail.channels." + way.name()), true);
        box.setId("emergency-way-" + way.name().toLowerCase(Locale.ROOT) + "-" + about.id());
        box.addValueChangeListener(change -> read());
        boxes.put(way, box);
        return box;
    }

    private void read() {
        sentences.removeAll();
        ApprovalWords words = ApprovalWords.of(UI.getCurrentOrThrow().getLocale());
        access.whatIsLost(about.who(), about.customer(), about.card(), about.kind(), wish())
                .forEach(one -> sentences.add(new ListItem(Glyph.NEXT.create(), new Span(words.afterward(one)))));
    }

    private Div propose() {
        Div result = new Div();
        Button propose = new Button(
                getTranslation("emergency.propose"),
                click -> CounterSection.proposed(
                        result,
                        () -> access.propose(about.who(), about.customer(), about.card(), about.kind(), wish())));
        propose.setId("emergency-propose-" + about.id());
        propose.addThemeVariants(ButtonVariant.PRIMARY);
        return new Div(new Div(propose), result);
    }

    private EmergencyWish wish() {
        Set<CodeChannel> chosen = EnumSet.noneOf(CodeChannel.class);
        boxes.forEach((way, box) -> {
            if (box.getValue()) {
                chosen.add(way);
            }
        });
        return new EmergencyWish(Lost.valueOf(lost.value()), chosen, Integer.parseInt(days.value()));
    }

    private Div field(NativeSelect select, String text) {
        NativeLabel label = new NativeLabel(getTranslation(text));
        label.setFor(select);
        Div field = new Div(label, select);
        field.addClassName("counter-field");
        return field;
    }
}
