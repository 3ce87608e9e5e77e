package ir.ramzineh.portal;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import ir.ramzineh.audit.ActivityEntry;
import ir.ramzineh.audit.Actor;
import ir.ramzineh.audit.AuditTrail;
import ir.ramzineh.card.CardOverview;
import ir.ramzineh.card.Cards;
import ir.ramzineh.fraudcase.NotMe;
import ir.ramzineh.fraudcase.Suspect;
import ir.ramzineh.kernel.CardId;
import ir.ramzineh.kernel.CustomerId;
import ir.ramzineh.ui.Formats;
import ir.ramzineh.ui.Glyph;
import ir.ramzineh.ui.PageTitles;
import ir.ramzineh.ui.StatePanel;
import ir.ramzineh.ui.Texts;
import jakarta.annotation.security.RolesAllowed;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Everything that was done to the customer's cards, phones and sign-in, in plain words and Jalali time. */
@Route(value = "activity", layout = PortalLayout.class)
@Menu(title = "nav.activity", order = 4, icon = "ACTIVITY")
@RolesAllowed("CUSTOMER")
@StyleSheet("ramzineh/cards.css")
class ActivityView extends Div implements HasDynamicTitle {
    private static final long serialVersionUID = 1L;
    private static final int PAGE = 30;
    private static final int SHOWN_MAX = 300;
    private static final String OWN_REPORTS = "fraud-case.";

    private final transient AuditTrail audit;
    private final transient NotMe notMe;
    private final transient CustomerId customer;
    private final transient Map<Long, String> lastFourOfCards;
    private final Div place = new Div();
    private int shown = PAGE;

    ActivityView(SignedInCustomer signedIn, AuditTrail audit, NotMe notMe, Cards cards) {
        this.audit = audit;
        this.notMe = notMe;
        this.customer = signedIn.require();
        this.lastFourOfCards = cards.of(customer).stream()
                .collect(Collectors.toMap(card -> card.id().value(), CardOverview::lastFour));
        addClassName("stack");
        Paragraph intro = new Paragraph(getTranslation("activity.intro"));
        intro.addClassName("hint");
        add(new H1(getTranslation("activity.title")), intro, place);
        show();
    }

    private void show() {
        List<ActivityEntry> entries = audit.activityOf(customer, shown + 1);
        place.removeAll();
        if (entries.isEmpty()) {
            place.add(StatePanel.empty(
                    Glyph.ACTIVITY, getTranslation("activity.empty"), getTranslation("activity.empty.text")));
            return;
        }
        UnorderedList list = new UnorderedList();
        list.setId("activity-list");
        list.addClassNames("surface", "timeline");
        entries.stream().limit(shown).map(this::row).forEach(list::add);
        place.add(list);
        if (entries.size() > shown && shown < SHOWN_MAX) {
            place.add(more());
        }
    }

    private Component more() {
        Button more = new Button(getTranslation("activity.more"), click -> {
            shown += PAGE;
            show();
        });
        more.setId("activity-more");
        return more;
    }

    private ListItem row(ActivityEntry entry) {
        boolean byStaff = entry.actor() instanceof Actor.Staff
                && (entry.kind().startsWith("card.") || entry.kind().startsWith("token."));
        String sentence = byStaff ? getTranslation("activity.by-staff", sentence(entry)) : sentence(entry);
        Span what = new Span(sentence);
        what.addClassName("timeline-title");
        Span when = new Span(Formats.current().dateTime(entry.at()));
        when.addClassName("hint");
        Div words = new Div(what, when);
        words.addClassName("timeline-words");
        CardId card = entry.card();
        if (card != null
                && lastFourOfCards.containsKey(card.value())
                && !entry.kind().startsWith(OWN_REPORTS)) {
            Div foot = new Div(new NotMeButton(
                    "not-me-activity-" + entry.id(),
                    sentence,
                    notMe,
                    customer,
                    card,
                    new Suspect.Activity(entry.id()),
                    () -> getUI().ifPresent(ui -> ui.navigate(CardAddress.cardPage(card)))));
            foot.addClassName("timeline-foot");
            words.add(foot);
        }
        return new ListItem(Glyph.OPEN_CIRCLE.create(), words);
    }

    /** The sentence of the kind of event, its {@code {name}} places filled from the event. */
    private String sentence(ActivityEntry entry) {
        String key = "activity." + entry.kind();
        Texts texts = Texts.of(getLocale());
        String text = texts.get(texts.has(key) ? key : "activity.other");
        Map<String, String> details = new HashMap<>(entry.details());
        CardId card = entry.card();
        String lastFour = card == null ? null : lastFourOfCards.get(card.value());
        if (lastFour != null) {
            details.putIfAbsent("card", lastFour);
        }
        boolean cardIsNamed = text.contains("{card}");
        text = new EventWords(getLocale()).fill(text, details);
        return lastFour == null || cardIsNamed
                ? text
                : text + " · "
                        + getTranslation("activity.card", Formats.current().digits(lastFour));
    }

    @Override
    public String getPageTitle() {
        return PageTitles.of("activity.title");
    }
}
