package ir.ramzineh.portal;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import ir.ramzineh.card.CardOverview;
import ir.ramzineh.card.CardSettings;
import ir.ramzineh.card.PasswordState;
import ir.ramzineh.issuer.CodeChannel;
import ir.ramzineh.issuer.IssuerProfile;
import ir.ramzineh.issuer.UssdRules;
import ir.ramzineh.kernel.PasswordKind;
import ir.ramzineh.ui.Formats;
import ir.ramzineh.ui.Glyph;
import ir.ramzineh.ui.LtrText;
import java.util.Optional;

/** Ways to a code that work for this card now, the quickest first, and the one thing to press where none does. */
class OtherWays extends Section {
    private static final long serialVersionUID = 1L;

    private final UnorderedList list = new UnorderedList();

    OtherWays(CardOverview card, CardSettings settings, Optional<IssuerProfile> issuer) {
        setId("codes-ways");
        addClassNames("surface", "settings-panel");
        list.addClassName("timeline");
        H2 title = new H2(getTranslation("codes.ways.title"));
        add(title, list);
        boolean dynamic = settings.password().state() == PasswordState.DYNAMIC;
        if (settings.password().frozen()) {
            step("frozen", CardAddress.settingsPage(card.id(), PasswordKind.SECOND), "next-step.unfreeze");
        } else if (!settings.usable()) {
            step("none", CardAddress.activationPage(card.id(), PasswordKind.SECOND), "password.activate");
        } else {
            if (dynamic && on(settings, CodeChannel.APP)) {
                way(Glyph.PHONE, "app");
            }
            if (dynamic && on(settings, CodeChannel.SMS_TEXT_IN)) {
                Div words = way(Glyph.MESSAGE, "sms-text-in", Formats.current().digits(card.lastFour()));
                issuer.flatMap(profile -> profile.sms().shortNumber())
                        .ifPresent(number ->
                                words.add(press("sms-text-in", "sms:" + number + "?body=" + card.lastFour(), number)));
            }
            if (dynamic && on(settings, CodeChannel.USSD)) {
                Div words = way(Glyph.KEY, "ussd");
                issuer.flatMap(IssuerProfile::ussd)
                        .map(UssdRules::serviceCode)
                        .ifPresent(code -> words.add(press("ussd", "tel:" + code.replace("#", "%23"), code)));
            }
            if (on(settings, CodeChannel.HARIM)) {
                way(Glyph.CARD, "harim");
            } else if (settings.channelsOffered().contains(CodeChannel.HARIM)) {
                step("harim-off", CardAddress.settingsPage(card.id(), PasswordKind.SECOND), "password.settings");
            }
        }
        Paragraph branch = new Paragraph(getTranslation("codes.way.branch"));
        branch.addClassName("hint");
        add(branch);
    }

    private static boolean on(CardSettings settings, CodeChannel channel) {
        return settings.channelsOn().contains(channel);
    }

    /** One press on a phone: the message or the call is ready to go. Its digits are those of a checked profile. */
    private Anchor press(String name, String target, String shown) {
        Anchor link = new Anchor();
        // Vaadin lets no scheme but those of the web through unasked.
        link.setUnsafeHref(target);
        link.add(LtrText.verbatim(shown));
        link.setId("codes-way-" + name);
        link.setRouterIgnore(true);
        link.addClassName("button-link");
        return link;
    }

    private Div way(Glyph glyph, String name, Object... values) {
        Div words = new Div(
                title(getTranslation("channel." + name)), new Span(getTranslation("codes.way." + name, values)));
        words.addClassName("timeline-words");
        list.add(new ListItem(glyph.create(), words));
        return words;
    }

    private void step(String name, String target, String key) {
        Anchor link = new Anchor(target, getTranslation(key));
        link.setId("codes-way-" + name);
        link.addClassNames("button-link", "button-link-primary");
        Div words = new Div(new Span(getTranslation("codes.way." + name)), link);
        words.addClassName("timeline-words");
        list.add(new ListItem(Glyph.INFO.create(), words));
    }

    private static Span title(String text) {
        Span title = new Span(text);
        title.addClassName("timeline-title");
        return title;
    }
}
