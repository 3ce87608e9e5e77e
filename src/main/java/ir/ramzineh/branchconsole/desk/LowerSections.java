package ir.ramzineh.branchconsole.desk;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import ir.ramzineh.audit.ActivityEntry;
import ir.ramzineh.audit.Actor;
import ir.ramzineh.branchconsole.BranchTable;
import ir.ramzineh.fraudcase.CaseHandling;
import ir.ramzineh.fraudcase.FraudCase;
import ir.ramzineh.helpdesk.CustomerFile;
import ir.ramzineh.session.SignedInDevice;
import ir.ramzineh.sms.SmsTimeline;
import ir.ramzineh.ui.Formats;
import ir.ramzineh.ui.LtrText;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Below the cards: sign-ins, text messages, cases and the newest lines of the trail. */
class LowerSections {
    /** The channel under which the app on a phone speaks. */
    private static final String PHONE = "phone";

    private final CustomerFile file;
    private final CustomerDeeds deeds;
    private final DeskWords words;
    private final Formats formats;

    LowerSections(CustomerFile file, CustomerDeeds deeds, Locale reader) {
        this.file = file;
        this.deeds = deeds;
        this.words = DeskWords.of(reader);
        this.formats = words.formats();
    }

    Component sessions() {
        Section section = DeskWords.section("desk-sessions", words.get("desk.sessions"));
        if (file.sessions().isEmpty()) {
            section.add(DeskWords.hint(words.get("desk.sessions.none")));
            return section;
        }
        BranchTable table = new BranchTable(
                "desk-sessions-table",
                words.get("desk.sessions"),
                words.get("desk.session.browser"),
                words.get("desk.session.since"),
                words.get("desk.session.last"),
                words.get("desk.session.address"),
                words.get("desk.action"));
        int number = 0;
        for (SignedInDevice device : file.sessions()) {
            number++;
            table.row(
                    BranchTable.text(
                            words.get("devices.name", words.get(device.browserKey()), words.get(device.systemKey()))),
                    BranchTable.text(formats.dateTime(device.signedInAt())),
                    BranchTable.text(formats.ago(device.lastUsedAt(), file.at())),
                    LtrText.verbatim(device.clientAddress()),
                    deeds.endSession(device, number)
                            .<Component>map(button -> button)
                            .orElse(new Span("–")));
        }
        section.add(table);
        deeds.endSessions().ifPresent(section::add);
        return section;
    }

    Component messages() {
        Section section = DeskWords.section("desk-messages", words.get("desk.messages"));
        if (file.messages().isEmpty()) {
            section.add(DeskWords.hint(words.get("desk.messages.none")));
            return section;
        }
        BranchTable table = new BranchTable(
                "desk-messages-table",
                words.get("desk.messages"),
                words.get("desk.when"),
                words.get("desk.message.for"),
                words.get("desk.mobile"),
                words.get("desk.message.state"),
                words.get("desk.message.delay"),
                words.get("desk.message.provider"));
        for (SmsTimeline.Entry entry : file.messages()) {
            String provider = entry.provider();
            table.row(
                    BranchTable.text(formats.dateTime(entry.asked())),
                    BranchTable.text(words.message(entry.kinds())),
                    new LtrText(entry.maskedNumber()),
                    BranchTable.text(words.get("desk.message." + DeskWords.part(entry.state()))),
                    BranchTable.text(delay(entry)),
                    provider == null ? new Span("–") : LtrText.verbatim(provider));
        }
        section.add(table);
        return section;
    }

    private String delay(SmsTimeline.Entry entry) {
        Instant ended = entry.ended();
        Instant handedOver = entry.handedOver();
        Instant then = ended != null ? ended : handedOver;
        return then == null ? "–" : formats.duration(Duration.between(entry.asked(), then));
    }

    Component cases() {
        Section section = DeskWords.section("desk-cases", words.get("desk.cases"));
        if (file.cases().isEmpty()) {
            section.add(DeskWords.hint(words.get("desk.cases.none")));
            return section;
        }
        BranchTable table = new BranchTable(
                "desk-cases-table",
                words.get("desk.cases"),
                words.get("desk.case.reported"),
                words.get("desk.case.what"),
                words.get("desk.case.state"),
                words.get("desk.case.holder"),
                words.get("desk.action"));
        for (FraudCase one : file.cases()) {
            Anchor open = new Anchor("branch/cases/" + one.id(), words.get("desk.case.open"));
            open.setId("desk-case-" + one.id());
            table.row(
                    BranchTable.text(formats.dateTime(one.reportedAt())),
                    BranchTable.text(CaseWords.what(one, words)),
                    BranchTable.text(CaseWords.state(one, words)),
                    one.handling()
                            .map(CaseHandling::by)
                            .<Component>map(LtrText::verbatim)
                            .orElse(new Span(words.get("desk.case.nobody"))),
                    open);
        }
        section.add(table);
        return section;
    }

    Component activity() {
        Section section = DeskWords.section("desk-activity", words.get("desk.activity"));
        section.add(DeskWords.hint(words.get("desk.activity.words")));
        BranchTable table = new BranchTable(
                "desk-activity-table",
                words.get("desk.activity"),
                words.get("desk.when"),
                words.get("desk.activity.what"),
                words.get("desk.activity.who"));
        for (ActivityEntry entry : file.activity()) {
            table.row(
                    BranchTable.text(formats.dateTime(entry.at())),
                    BranchTable.text(words.event(entry.kind(), details(entry))),
                    BranchTable.text(actor(entry.actor())));
        }
        section.add(table);
        return section;
    }

    /** The text of an event may name the card by its last digits. */
    private Map<String, String> details(ActivityEntry entry) {
        Map<String, String> details = new HashMap<>(entry.details());
        file.cards().stream()
                .filter(card -> card.card().id().equals(entry.card()))
                .findFirst()
                .ifPresent(card -> details.putIfAbsent("card", card.card().lastFour()));
        return details;
    }

    private String actor(Actor actor) {
        return switch (actor) {
            case Actor.Customer customer -> words.get("desk.actor.customer");
            case Actor.Channel(String client) when client.equals(PHONE) -> words.get("desk.actor.phone");
            case Actor.Channel(String client) -> words.get("desk.actor.channel", client);
            case Actor.Staff(String name) -> words.get("desk.actor.staff", name);
            case Actor.Portal() -> words.get("desk.actor.portal");
            case Actor.Anonymous() -> words.get("desk.actor.anonymous");
        };
    }
}
