package ir.ramzineh.branchconsole.counter;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.NativeLabel;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import ir.ramzineh.approval.ApprovalId;
import ir.ramzineh.branchconsole.ApprovalWords;
import ir.ramzineh.branchconsole.CustomerPanel;
import ir.ramzineh.card.CardOverview;
import ir.ramzineh.card.Cards;
import ir.ramzineh.card.PasswordRelief;
import ir.ramzineh.card.PasswordState;
import ir.ramzineh.counter.EmergencyAccess;
import ir.ramzineh.counter.Unlocks;
import ir.ramzineh.issuer.CodeChannel;
import ir.ramzineh.kernel.CardId;
import ir.ramzineh.kernel.CustomerId;
import ir.ramzineh.kernel.InvalidValueException;
import ir.ramzineh.kernel.PasswordKind;
import ir.ramzineh.staff.Permission;
import ir.ramzineh.staff.Permissions;
import ir.ramzineh.staff.StaffId;
import ir.ramzineh.ui.Formats;
import ir.ramzineh.ui.Glyph;
import ir.ramzineh.ui.NativeSelect;
import ir.ramzineh.ui.Notice;
import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Cards whose codes do not come: the end of a lock, and other ways while the phone is lost. */
@org.springframework.stereotype.Component
class ReliefPanel implements CustomerPanel {
    private static final PasswordKind SECOND = PasswordKind.SECOND;
    private static final int DAYS_AT_FIRST = 3;

    private final Unlocks unlocks;
    private final EmergencyAccess access;
    private final Cards cards;
    private final Permissions permissions;

    ReliefPanel(Unlocks unlocks, EmergencyAccess access, Cards cards, Permissions permissions) {
        this.unlocks = unlocks;
        this.access = access;
        this.cards = cards;
        this.permissions = permissions;
    }

    @Override
    public double order() {
        return 150;
    }

    @Override
    public Component create(CustomerId customer, StaffId who) {
        Section section = new CounterSection("relief-panel", "relief.title");
        Set<Permission> allowed = permissions.allowed(who, customer);
        boolean any = false;
        for (CardOverview card : cards.of(customer)) {
            any |= add(section, allowed, customer, who, card, PasswordKind.FIRST);
            any |= add(section, allowed, customer, who, card, SECOND);
        }
        if (!any) {
            section.add(hint(section, "relief.none"));
        }
        return section;
    }

    /** {@code false} where there is nothing to help with. */
    private boolean add(
            Section section,
            Set<Permission> allowed,
            CustomerId customer,
            StaffId who,
            CardOverview card,
            PasswordKind kind) {
        PasswordRelief.Standing standing = unlocks.standing(who, customer, card.id(), kind);
        Instant emergency = standing.emergencyUntil();
        String name = section.getTranslation(
                "relief.card." + kind.name(), isolated(Formats.current().digits(card.lastFour())));
        if (emergency != null) {
            section.add(
                    new H3(name),
                    new Notice(
                            Notice.Kind.INFO,
                            section.getTranslation(
                                    "relief.emergency-until", Formats.current().dateTime(emergency))));
            return true;
        }
        if (standing.state() == PasswordState.LOCKED && allowed.contains(Permission.PASSWORD_UNLOCK)) {
            section.add(new H3(name), unlock(section, customer, who, card.id(), kind, standing));
            return true;
        }
        boolean lost = standing.state() == PasswordState.DYNAMIC
                && !standing.offered().isEmpty()
                && allowed.contains(Permission.EMERGENCY_ACCESS);
        if (lost) {
            section.add(new H3(name), emergency(section, customer, who, card.id(), kind, standing));
        }
        return lost;
    }

    private Component unlock(
            Section section,
            CustomerId customer,
            StaffId who,
            CardId card,
            PasswordKind kind,
            PasswordRelief.Standing standing) {
        Div result = new Div();
        Button button = new Button(section.getTranslation("unlock.propose"));
        button.setId("unlock-" + kind.name().toLowerCase(java.util.Locale.ROOT) + "-" + card.value());
        button.addThemeVariants(ButtonVariant.PRIMARY);
        button.addClickListener(click -> proposed(result, () -> unlocks.propose(who, customer, card, kind)));
        Paragraph locked = new Paragraph(
                section.getTranslation("unlock.locked", Formats.current().number(standing.wrongInRow())));
        Div form = new Div(locked, new Div(button), result);
        form.addClassName("counter-form");
        return form;
    }

    private Component emergency(
            Section section,
            CustomerId customer,
            StaffId who,
            CardId card,
            PasswordKind kind,
            PasswordRelief.Standing standing) {
        String id = kind.name().toLowerCase(java.util.Locale.ROOT) + "-" + card.value();
        Map<CodeChannel, Checkbox> boxes = new EnumMap<>(CodeChannel.class);
        Div ways = new Div();
        ways.addClassName("counter-ways");
        ways.getElement().setAttribute("role", "group");
        ways.getElement().setAttribute("aria-label", section.getTranslation("emergency.ways"));
        ways.add(new Span(section.getTranslation("emergency.ways")));
        standing.offered().stream().sorted().forEach(way -> {
            Checkbox box = new Checkbox(section.getTranslation("activity-detail.channels." + way.name()), true);
            box.setId("emergency-way-" + way.name().toLowerCase(java.util.Locale.ROOT) + "-" + id);
            boxes.put(way, box);
            ways.add(box);
        });
        NativeSelect days = days(section, "emergency-days-" + id);
        NativeLabel label = new NativeLabel(section.getTranslation("emergency.days"));
        label.setFor(days);
        Div duration = new Div(label, days);
        duration.addClassName("counter-field");
        UnorderedList lost = new UnorderedList();
        lost.setId("emergency-lost-" + id);
        lost.addClassName("approval-afterwards");
        lost.getElement().setAttribute("aria-live", "polite");
        Runnable refresh = () -> {
            lost.removeAll();
            ApprovalWords words = ApprovalWords.of(UI.getCurrentOrThrow().getLocale());
            access.whatIsLost(who, customer, card, kind, chosen(boxes), Integer.parseInt(days.value()))
                    .forEach(one -> lost.add(new ListItem(Glyph.NEXT.create(), new Span(words.afterward(one)))));
        };
        boxes.values().forEach(box -> box.addValueChangeListener(change -> refresh.run()));
        days.whenChosen(value -> refresh.run());
        refresh.run();
        Div result = new Div();
        Button propose = new Button(section.getTranslation("emergency.propose"));
        propose.setId("emergency-propose-" + id);
        propose.addThemeVariants(ButtonVariant.PRIMARY);
        propose.addClickListener(click -> proposed(
                result,
                () -> access.propose(who, customer, card, kind, chosen(boxes), Integer.parseInt(days.value()))));
        Div form = new Div(
                ways, duration, new Span(section.getTranslation("emergency.lost")), lost, new Div(propose), result);
        form.addClassName("counter-form");
        NativeDetails details = new NativeDetails(section.getTranslation("emergency.open"), form);
        details.setId("emergency-" + id);
        return details;
    }

    private NativeSelect days(Section section, String id) {
        NativeSelect days = new NativeSelect(section.getTranslation("emergency.days"));
        days.setId(id);
        days.offer(IntStream.rangeClosed(1, access.daysMax())
                .mapToObj(day -> new NativeSelect.Option(
                        Integer.toString(day),
                        section.getTranslation(
                                "emergency.days.count", Formats.current().number(day))))
                .toList());
        days.choose(Integer.toString(Math.min(DAYS_AT_FIRST, access.daysMax())));
        return days;
    }

    private static Set<CodeChannel> chosen(Map<CodeChannel, Checkbox> boxes) {
        Set<CodeChannel> chosen = EnumSet.noneOf(CodeChannel.class);
        boxes.forEach((way, box) -> {
            if (box.getValue()) {
                chosen.add(way);
            }
        });
        return chosen;
    }

    private static void proposed(Div result, Supplier<ApprovalId> proposal) {
        result.removeAll();
        try {
            ApprovalId id = proposal.get();
            Notice done = new Notice(
                    Notice.Kind.SUCCESS,
                    List.of(
                                    new Paragraph(result.getTranslation("counter.proposed")),
                                    new Anchor(
                                            "branch/approvals/" + id.value(),
                                            result.getTranslation("counter.to-approval")))
                            .toArray(Component[]::new));
            done.setId("counter-proposed");
            result.add(done);
        } catch (InvalidValueException notPossible) {
            result.add(new Notice(Notice.Kind.WARNING, result.getTranslation(notPossible.key(), notPossible.args())));
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
