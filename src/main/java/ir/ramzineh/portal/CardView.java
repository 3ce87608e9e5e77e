package ir.ramzineh.portal;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import ir.ramzineh.card.CardNotFoundException;
import ir.ramzineh.card.CardOverview;
import ir.ramzineh.card.CardSettings;
import ir.ramzineh.card.Cards;
import ir.ramzineh.card.PasswordOverview;
import ir.ramzineh.card.PasswordState;
import ir.ramzineh.fraudcase.CaseState;
import ir.ramzineh.fraudcase.FraudCase;
import ir.ramzineh.fraudcase.FraudCases;
import ir.ramzineh.fraudcase.NotMe;
import ir.ramzineh.fraudcase.Suspect;
import ir.ramzineh.issuer.IssuerProfile;
import ir.ramzineh.issuer.Issuers;
import ir.ramzineh.kernel.CardId;
import ir.ramzineh.kernel.CustomerId;
import ir.ramzineh.kernel.PasswordKind;
import ir.ramzineh.smallamount.SmallAmounts;
import ir.ramzineh.token.TokenView;
import ir.ramzineh.token.Tokens;
import ir.ramzineh.ui.Formats;
import ir.ramzineh.ui.Glyph;
import ir.ramzineh.ui.Loading;
import ir.ramzineh.ui.Notice;
import ir.ramzineh.ui.PageTitles;
import ir.ramzineh.ui.StatePanel;
import ir.ramzineh.verification.RecentVerifications;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One card: both passwords with their phones and settings, and what became of its latest codes. Under {@code /codes} the
 * same card as an answer to "where is my code?" (3.2 of the requirements, feature A).
 */
@Route(value = "cards/:card" + CardAddress.ID_PATTERN, layout = PortalLayout.class)
@RouteAlias(value = "cards/:card" + CardAddress.ID_PATTERN + "/" + CardAddress.CODES, layout = PortalLayout.class)
@RolesAllowed("CUSTOMER")
@StyleSheet("ramzineh/cards.css")
class CardView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private static final long serialVersionUID = 1L;
    private static final int VERIFICATIONS_SHOWN = 10;

    private final transient Cards cards;
    private final transient Tokens tokens;
    private final transient RecentVerifications verifications;
    private final transient CardCodes codes;
    private final transient NotMe notMe;
    private final transient FraudCases cases;
    private final transient SmallAmounts smallAmounts;
    private final transient Issuers issuers;
    private final transient Clock clock;
    private final transient CustomerId customer;
    private String titleKey = "cards.title";

    CardView(
            SignedInCustomer signedIn,
            Cards cards,
            Tokens tokens,
            RecentVerifications verifications,
            CardCodes codes,
            NotMe notMe,
            FraudCases cases,
            SmallAmounts smallAmounts,
            Issuers issuers,
            Clock clock) {
        this.cards = cards;
        this.tokens = tokens;
        this.verifications = verifications;
        this.codes = codes;
        this.notMe = notMe;
        this.cases = cases;
        this.smallAmounts = smallAmounts;
        this.issuers = issuers;
        this.clock = clock;
        this.customer = signedIn.require();
        addClassName("stack");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        try {
            CardOverview card = cards.one(
                    customer, CardAddress.card(event.getRouteParameters()).orElseThrow(CardNotFoundException::new));
            if (event.getLocation().getPath().endsWith("/" + CardAddress.CODES)) {
                showCodes(card);
            } else {
                show(card);
            }
        } catch (CardNotFoundException unknown) {
            event.rerouteToError(NotFoundException.class);
        }
    }

    private void show(CardOverview card) {
        removeAll();
        titleKey = "cards.title";
        Optional<IssuerProfile> issuer = issuers.byKey(card.issuerKey());
        Div art = new Div(new CardArt(card, issuer.orElse(null)));
        art.addClassName("card-page-art");
        add(back("cards", "cards.title"), title(issuer, card));
        List<FraudCase> open = cases.of(customer, card.id(), FraudCases.LIMIT_MAX).stream()
                .filter(one -> one.state() == CaseState.OPEN)
                .toList();
        if (StoppedPanel.concerns(card, open)) {
            add(new StoppedPanel(card, open));
        }
        add(art);
        if (card.gift()) {
            add(new Notice(
                    Notice.Kind.INFO,
                    issuer.map(profile -> profile.giftCards().text().in(getLocale()))
                            .orElse(getTranslation("next-step.keep-static"))));
        } else if (card.expired() || !card.active()) {
            add(new Notice(Notice.Kind.WARNING, getTranslation("next-step.renew")));
        } else {
            List<TokenView> own = tokens.of(customer, card.id());
            add(password(card, card.second(), own), password(card, card.first(), own));
            add(new SmallAmountPanel(smallAmounts, customer, card.id()));
        }
        add(recent(card.id()));
    }

    private void showCodes(CardOverview card) {
        removeAll();
        titleKey = "codes.link";
        CardSettings settings = cards.settings(customer, card.id(), PasswordKind.SECOND);
        add(
                back(CardAddress.cardPage(card.id()), "settings.back"),
                new H1(getTranslation("codes.title", Formats.current().digits(card.lastFour()))),
                new OtherWays(card, settings, issuers.byKey(card.issuerKey())),
                new H2(getTranslation("codes.list.title")),
                new Loading<>(() -> codes.of(customer, card.id()), lines -> lines(card.id(), lines)));
    }

    private Component lines(CardId card, List<CodeLine> lines) {
        if (lines.isEmpty()) {
            return StatePanel.empty(Glyph.MESSAGE, getTranslation("codes.empty"), getTranslation("codes.empty.text"));
        }
        return new CodeTimeline(
                lines,
                (line, title) -> line.sms()
                        .map(sms -> notMe("not-me-sms-" + sms.id().value(), title, card, new Suspect.Message(sms.id())))
                        .or(() -> line.request()
                                .map(request -> notMe(
                                        "not-me-request-" + request.id(),
                                        title,
                                        card,
                                        new Suspect.Request(request.id()))))
                        .orElseThrow());
    }

    private NotMeButton notMe(String id, String line, CardId card, Suspect suspect) {
        return new NotMeButton(
                id,
                line,
                notMe,
                customer,
                card,
                suspect,
                () -> getUI().ifPresent(ui -> {
                    show(cards.one(customer, card));
                    ui.getPage().getHistory().replaceState(null, CardAddress.cardPage(card));
                    ui.getPage().executeJs("window.scrollTo({top: 0})");
                }));
    }

    private Anchor back(String target, String key) {
        Anchor back = new Anchor(target, Glyph.BACK.create(), new Span(getTranslation(key)));
        back.setId("card-back");
        back.addClassName("back-link");
        return back;
    }

    private H1 title(Optional<IssuerProfile> issuer, CardOverview card) {
        String bank = issuer.map(profile -> profile.name().in(getLocale())).orElse(getTranslation("card.unknown-bank"));
        return new H1(getTranslation("card.title", bank, Formats.current().digits(card.lastFour())));
    }

    private Section password(CardOverview card, PasswordOverview password, List<TokenView> own) {
        PasswordKind kind = password.kind();
        String id = "card-password-" + CardAddress.word(kind);
        H2 heading = new H2(getTranslation(PasswordBadge.nameKey(kind)));
        Div head = new Div(heading, new PasswordBadge(password));
        head.addClassName("password-head");
        Section section = new Section(head, explanation(password));
        section.setId(id);
        section.addClassNames("surface", "password-panel");
        own.stream()
                .filter(token -> token.kind() == kind)
                .forEach(token -> section.add(new TokenPanel(token, tokens, customer, clock, () -> reload(card.id()))));
        section.add(actions(card, password, id));
        return section;
    }

    private Component explanation(PasswordOverview password) {
        String state = password.frozen() ? "frozen" : CardAddress.word(password.state());
        Paragraph text =
                new Paragraph(getTranslation("password.explained." + CardAddress.word(password.kind()) + "." + state));
        Div explanation = new Div(text);
        Instant lastAccepted = password.lastAcceptedAt();
        if (lastAccepted != null) {
            Paragraph last = new Paragraph(
                    getTranslation("password.last-accepted", Formats.current().ago(lastAccepted, clock.instant())));
            last.addClassName("hint");
            explanation.add(last);
        }
        return explanation;
    }

    private Div actions(CardOverview card, PasswordOverview password, String id) {
        PasswordKind kind = password.kind();
        boolean on = password.state() == PasswordState.DYNAMIC;
        Anchor activate = new Anchor(
                CardAddress.activationPage(card.id(), kind),
                getTranslation(on ? "password.replace" : "password.activate"));
        activate.setId(id + "-activate");
        activate.addClassName("button-link");
        if (!on) {
            activate.addClassName("button-link-primary");
        }
        Div actions = new Div();
        if (!password.frozen()) {
            // Nothing is activated before the freeze has ended.
            actions.add(activate);
        }
        actions.addClassName("button-row");
        if (on || password.frozen() || cards.settings(customer, card.id(), kind).usable()) {
            Anchor settings =
                    new Anchor(CardAddress.settingsPage(card.id(), kind), getTranslation("password.settings"));
            settings.setId(id + "-settings");
            settings.addClassName("button-link");
            actions.add(settings);
        }
        return actions;
    }

    private Section recent(CardId card) {
        Anchor where =
                new Anchor(CardAddress.codesPage(card), Glyph.MESSAGE.create(), new Span(getTranslation("codes.link")));
        where.setId("card-codes");
        where.addClassName("button-link");
        Section section = new Section(
                new H2(getTranslation("verifications.title")),
                where,
                new VerificationList(
                        card,
                        verifications.of(customer, card, VERIFICATIONS_SHOWN),
                        (one, line) -> notMe("not-me-" + one.id(), line, card, new Suspect.Payment(one.id()))));
        section.addClassName("stack-section");
        return section;
    }

    private void reload(CardId card) {
        show(cards.one(customer, card));
    }

    @Override
    public String getPageTitle() {
        return PageTitles.of(titleKey);
    }
}
