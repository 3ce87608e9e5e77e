package ir.ramzineh.e2e;

import ir.ramzineh.PeopleFixtures;
import ir.ramzineh.TestClock;
import ir.ramzineh.TestPhone;
import ir.ramzineh.card.CardOverview;
import ir.ramzineh.card.Cards;
import ir.ramzineh.channelapi.ChannelClients;
import ir.ramzineh.channelapi.ChannelScope;
import ir.ramzineh.customer.Customer;
import ir.ramzineh.issuer.ActivationWay;
import ir.ramzineh.issuer.Issuers;
import ir.ramzineh.kernel.CardNumber;
import ir.ramzineh.kernel.PasswordKind;
import ir.ramzineh.simulator.SimulatorInbox;
import ir.ramzineh.token.Activation;
import ir.ramzineh.token.Activations;
import ir.ramzineh.token.StartOutcome;
import ir.ramzineh.trial.DemonstrationPerson;
import java.net.URI;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What every journey has at hand: the portal's address, people with their phones, a card switch. */
@ExtendWith(KeepsTraces.class)
abstract class PortalJourney {
    static final Locale FA = Locale.of("fa");
    static final Locale EN = Locale.ENGLISH;

    /** Longer than any code lives, so that the next one is another. */
    static final Duration NEXT_CODE = Duration.ofSeconds(60);

    /** The longest that a code of any bank lives (S10.14). */
    static final Duration CODE_LIFE_MAX = Duration.ofSeconds(120);

    @LocalServerPort
    private int port;

    @Autowired
    TestClock clock;

    @Autowired
    SimulatorInbox inbox;

    @Autowired
    Issuers issuers;

    @Autowired
    Cards cards;

    @Autowired
    private Activations activations;

    @Autowired
    private ChannelClients channels;

    @Autowired
    private AutowireCapableBeanFactory beans;

    final URI portal() {
        return URI.create("http://localhost:" + port);
    }

    final PeopleFixtures people() {
        return PeopleFixtures.of(beans);
    }

    /** A person who has signed up before the journey begins, and how to sign in as them. */
    record Registered(Customer customer, DemonstrationPerson person, String userName) {}

    /** Signs a demonstration person up behind the portal's pages, as if for the first time. */
    final Registered registered(DemonstrationPerson person) {
        PeopleFixtures people = people();
        people.forget(person);
        String userName = PeopleFixtures.randomUserName();
        return new Registered(people.customer(userName, person.nationalId(), person.mobile()), person, userName);
    }

    /** Signs in with password and texted code. */
    final HomePage signIn(Browser browser, Registered who, Locale language) {
        signInUpToTheCode(browser, who, language);
        return new HomePage(browser, portal()).awaitShown();
    }

    /** As {@link #signIn}, whatever page comes then. */
    final PublicPages signInUpToTheCode(Browser browser, Registered who, Locale language) {
        PublicPages pages = new PublicPages(browser, portal()).entry(language);
        SimulatedPhone phone = new SimulatedPhone(inbox, who.person().mobile());
        pages.giveCredentials(who.userName(), PeopleFixtures.PASSWORD);
        pages.awaitCodePage();
        pages.giveCode(phone.webCode());
        return pages;
    }

    final CardOverview card(Customer customer, CardNumber number) {
        return cards.of(customer.id()).stream()
                .filter(card -> card.maskedNumber().startsWith(number.digits().substring(0, 6)))
                .filter(card -> card.lastFour().equals(number.lastFour()))
                .findFirst()
                .orElseThrow();
    }

    /** Makes the second password of a card dynamic behind the portal's pages; the phone then shows its codes. */
    final TestPhone activated(Customer customer, CardNumber number) {
        return activated(customer, number, ActivationWay.STANDARD_QR, phone -> {});
    }

    /**
     * As above, in another way.
     *
     * @param scanned what is left to do when the phone has scanned the QR code
     */
    final TestPhone activated(
            Customer customer, CardNumber number, ActivationWay way, Consumer<? super TestPhone> scanned) {
        Activation activation = begun(customer, number, way);
        TestPhone phone = new TestPhone(portal());
        phone.scan(
                activations.takeQr(customer.id(), activation.id()).orElseThrow().link());
        scanned.accept(phone);
        activations.prove(customer.id(), activation.id(), phone.code(clock.instant()));
        return phone;
    }

    /** Begins an activation behind the portal's pages; the link is what its QR code says. */
    final String activationLink(Customer customer, CardNumber number, ActivationWay way) {
        Activation activation = begun(customer, number, way);
        return activations.takeQr(customer.id(), activation.id()).orElseThrow().link();
    }

    private Activation begun(Customer customer, CardNumber number, ActivationWay way) {
        StartOutcome outcome =
                activations.start(customer.id(), card(customer, number).id(), PasswordKind.SECOND, way);
        if (!(outcome instanceof StartOutcome.Started(Activation activation))) {
            throw new AssertionError("cannot begin: " + outcome);
        }
        return activation;
    }

    /** A switch with a key of its own: the journeys' clock may have left the life of an earlier one. */
    final CardSwitch cardSwitch() {
        String id = "journey-" + UUID.randomUUID().toString().substring(0, 8);
        return new CardSwitch(
                portal(),
                channels.register(id, "Card switch of the journeys", EnumSet.allOf(ChannelScope.class))
                        .bearer());
    }
}
