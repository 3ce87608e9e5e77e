package ir.ramzineh.branchconsole.counter;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import ir.ramzineh.branchconsole.CustomerPanel;
import ir.ramzineh.card.CardOverview;
import ir.ramzineh.card.Cards;
import ir.ramzineh.card.PasswordRelief;
import ir.ramzineh.card.PasswordState;
import ir.ramzineh.counter.EmergencyAccess;
import ir.ramzineh.counter.EmergencyEnd;
import ir.ramzineh.counter.Unlocks;
import ir.ramzineh.kernel.CustomerId;
import ir.ramzineh.kernel.PasswordKind;
import ir.ramzineh.staff.Permission;
import ir.ramzineh.staff.Permissions;
import ir.ramzineh.staff.StaffId;
import ir.ramzineh.ui.Formats;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Cards whose codes do not come: the end of a lock, and other ways while the phone is lost, until it is found. */
@org.springframework.stereotype.Component
class ReliefPanel implements CustomerPanel {
    private static final PasswordKind SECOND = PasswordKind.SECOND;

    private final Unlocks unlocks;
    private final EmergencyAccess access;
    private final EmergencyEnd end;
    private final Cards cards;
    private final Permissions permissions;

    ReliefPanel(Unlocks unlocks, EmergencyAccess access, EmergencyEnd end, Cards cards, Permissions permissions) {
        this.unlocks = unlocks;
        this.access = access;
        this.end = end;
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
        EmergencyForm.About about = new EmergencyForm.About(who, customer, card.id(), kind, standing.offered());
        List<Component> help = new ArrayList<>();
        boolean granting = allowed.contains(Permission.EMERGENCY_ACCESS);
        Instant emergency = standing.emergencyUntil();
        if (emergency != null) {
            help.add(running(about, emergency, granting));
        }
        if (standing.state() == PasswordState.LOCKED && allowed.contains(Permission.PASSWORD_UNLOCK)) {
            help.add(unlock(section, about, standing.wrongInRow()));
        }
        boolean replaceable = emergency == null && standing.state() == PasswordState.DYNAMIC;
        if (replaceable && granting && !standing.offered().isEmpty()) {
            help.add(emergency(section, about));
        }
        if (help.isEmpty()) {
            return false;
        }
        section.add(new H3(section.getTranslation(
                "relief.card." + kind.name(), isolated(Formats.current().digits(card.lastFour())))));
        section.add(help);
        return true;
    }

    private Component running(EmergencyForm.About about, Instant until, boolean may) {
        EmergencyRunning running = new EmergencyRunning(about.id(), until);
        return may
                ? running.with(reason -> end.now(about.who(), about.customer(), about.card(), about.kind(), reason))
                : running;
    }

    private Component emergency(Section section, EmergencyForm.About about) {
        NativeDetails details =
                new NativeDetails(section.getTranslation("emergency.open"), new EmergencyForm(access, about));
        details.setId("emergency-" + about.id());
        return details;
    }

    private Component unlock(Section section, EmergencyForm.About about, int wrongInRow) {
        Div result = new Div();
        Button button = new Button(
                section.getTranslation("unlock.propose"),
                click -> CounterSection.proposed(
                        result, () -> unlocks.propose(about.who(), about.customer(), about.card(), about.kind())));
        button.setId("unlock-" + about.id());
        button.addThemeVariants(ButtonVariant.PRIMARY);
        Paragraph locked = new Paragraph(
                section.getTranslation("unlock.locked", Formats.current().number(wrongInRow)));
        Div form = new Div(locked, new Div(button), result);
        form.addClassName("counter-form");
        return form;
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
