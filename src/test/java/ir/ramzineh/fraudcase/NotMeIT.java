package ir.ramzineh.fraudcase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ir.ramzineh.PeopleFixtures;
import ir.ramzineh.PortalIT;
import ir.ramzineh.TestClock;
import ir.ramzineh.card.CardNotFoundException;
import ir.ramzineh.card.Cards;
import ir.ramzineh.customer.Customer;
import ir.ramzineh.customer.Notices;
import ir.ramzineh.kernel.CardId;
import ir.ramzineh.kernel.IdSource;
import ir.ramzineh.kernel.PasswordKind;
import ir.ramzineh.kernel.Rial;
import ir.ramzineh.kernel.Transaction;
import ir.ramzineh.kernel.TransactionType;
import ir.ramzineh.vault.Vault;
import ir.ramzineh.verification.PlayedCard;
import ir.ramzineh.verification.RecentVerification;
import ir.ramzineh.verification.RecentVerifications;
import ir.ramzineh.verification.Verdict;
import ir.ramzineh.verification.VerificationRequest;
import ir.ramzineh.verification.Verifications;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** "It was not me": codes stop at once, one case stands, and nobody does it to another person's card (3.2 D). */
@PortalIT
class NotMeIT {
    @Autowired
    private AutowireCapableBeanFactory beans;

    @Autowired
    private NotMe notMe;

    @Autowired
    private FraudCases cases;

    @Autowired
    private Cards cards;

    @Autowired
    private Notices notices;

    @Autowired
    private Verifications verifications;

    @Autowired
    private RecentVerifications history;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Vault vault;

    @Autowired
    private IdSource ids;

    @Autowired
    private TestClock clock;

    private PeopleFixtures people;
    private Customer owner;
    private PlayedCard card;

    @BeforeEach
    void somebodyWithACard() {
        people = PeopleFixtures.of(beans);
        people.forgetWaits();
        owner = people.customer(PeopleFixtures.randomUserName());
        card = cardOf(owner);
    }

    @Test
    void fromThePressOnNoCodeIsAcceptedAndTheCaseNamesMerchantTerminalAndAmount() throws Exception {
        assertThat(pays()).isEqualTo(Verdict.ACCEPTED);
        RecentVerification payment = history.of(owner.id(), card.id(), 1).getFirst();
        int seen = people.messages(owner.mobile());

        Reported reported = notMe.report(owner.id(), card.id(), ReportedBy.PORTAL, new Suspect.Payment(payment.id()));

        assertThat(reported.opened()).isTrue();
        assertThat(reported.stopped()).isTrue();
        clock.advance(Duration.ofMinutes(3));
        assertThat(pays()).isEqualTo(Verdict.REFUSED);
        assertThat(cards.one(owner.id(), card.id()).first().frozen()).isTrue();
        FraudCase stands = cases.one(reported.caseId()).orElseThrow();
        assertThat(stands.merchant()).isEqualTo("M-77");
        assertThat(stands.terminalId()).isEqualTo("T-77");
        assertThat(stands.amount()).isEqualTo(new Rial(1_000_000));
        assertThat(stands.state()).isEqualTo(CaseState.OPEN);
        assertThat(people.text(owner.mobile(), seen)).contains("قطع");
        assertThat(notices.unread(owner.id(), 5))
                .anyMatch(notice -> notice.kind().equals("fraud-case.stopped"));
    }

    @Test
    void manyPressesAtOnceAreOneCaseAndOneMessage() throws Exception {
        int seen = people.messages(owner.mobile());
        Callable<Reported> press =
                () -> notMe.report(owner.id(), card.id(), ReportedBy.PORTAL, new Suspect.WholeCard());
        List<Reported> all;
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Future<Reported>> presses =
                    threads.invokeAll(Stream.generate(() -> press).limit(8).toList());
            all = presses.stream().map(Future::resultNow).toList();
        }

        assertThat(all).extracting(Reported::caseId).containsOnly(all.getFirst().caseId());
        assertThat(all).filteredOn(Reported::opened).hasSize(1);
        assertThat(all).filteredOn(Reported::stopped).hasSize(1);
        assertThat(cases.of(owner.id(), card.id(), 10)).hasSize(1);
        people.text(owner.mobile(), seen);
        Thread.sleep(Duration.ofMillis(500));
        assertThat(people.messages(owner.mobile())).isEqualTo(seen + 1);
    }

    @Test
    void aCardThatIsStillStaticStopsTooAndOpensAgain() {
        card.set("state = 'STATIC'");

        assertThat(notMe.report(owner.id(), card.id(), ReportedBy.SMS, new Suspect.WholeCard())
                        .stopped())
                .isTrue();

        assertThat(cards.one(owner.id(), card.id()).second().frozen()).isTrue();
        assertThat(notMe.report(owner.id(), card.id(), ReportedBy.SMS, new Suspect.WholeCard())
                        .stopped())
                .isFalse();
    }

    @Test
    void aPressOnAPaymentPageThatSentNothingIsACaseToo() {
        long request = ids.next();
        jdbc.sql("""
                insert into harim_request (id, channel, request_id, request_digest, payment_hash, transaction_type, amount,
                                           merchant_id, terminal_id, merchant_name, requester_id, asked_at, closes_at,
                                           outcome, card_id)
                values (:id, 'test', :id, unhex(repeat('00', 32)), unhex(repeat('00', 32)), 'PURCHASE', 7000000,
                        'M-66', 'T-66', 'شگفت‌آباد', 'PSP', utc_timestamp(3), utc_timestamp(3), 'WRONG_DATA', :card)
                """).param("id", request).param("card", card.id().value()).update();

        Reported reported = notMe.report(owner.id(), card.id(), ReportedBy.PORTAL, new Suspect.Request(request));

        FraudCase opened = cases.one(reported.caseId()).orElseThrow();
        assertThat(opened.suspect()).isEqualTo(new Suspect.Request(request));
        assertThat(opened.merchant()).isEqualTo("شگفت‌آباد");
        assertThat(opened.amount()).isEqualTo(new Rial(7_000_000));
        assertThat(opened.terminalId()).isEqualTo("T-66");
    }

    @Test
    void anotherPersonsCardPaymentOrMessageIsNotFoundAndLeavesATrace() {
        Customer stranger = people.customer(PeopleFixtures.randomUserName());
        PlayedCard own = cardOf(stranger);
        assertThat(pays()).isEqualTo(Verdict.ACCEPTED);
        long payment = history.of(owner.id(), card.id(), 1).getFirst().id();

        assertThatThrownBy(() -> notMe.report(stranger.id(), card.id(), ReportedBy.PORTAL, new Suspect.WholeCard()))
                .isInstanceOf(CardNotFoundException.class);
        assertThatThrownBy(
                        () -> notMe.report(stranger.id(), card.id(), ReportedBy.PORTAL, new Suspect.Payment(payment)))
                .isInstanceOf(CardNotFoundException.class);
        assertThatThrownBy(() -> notMe.report(stranger.id(), own.id(), ReportedBy.PORTAL, new Suspect.Payment(payment)))
                .isInstanceOf(UnknownSuspectException.class);

        assertThat(traces("access.foreign-card", card.id())).isGreaterThanOrEqualTo(1);
        assertThat(traces("access.foreign-report", own.id())).isEqualTo(1);
        assertThat(cards.one(owner.id(), card.id()).second().frozen()).isFalse();
        assertThat(cards.one(stranger.id(), own.id()).second().frozen()).isFalse();
        assertThatThrownBy(() -> cases.of(stranger.id(), card.id(), 5)).isInstanceOf(CardNotFoundException.class);
    }

    @Test
    void aNoteIsKeptSealedAndInOrder() {
        long id = notMe.report(owner.id(), card.id(), ReportedBy.PORTAL, new Suspect.WholeCard())
                .caseId();
        cases.note(id, "teller", "با مشتری تماس گرفته شد.");
        clock.advance(Duration.ofSeconds(1));
        cases.note(id, "teller", "پرونده به حراست رفت.");

        assertThat(cases.notes(id))
                .extracting(CaseNote::text)
                .containsExactly("با مشتری تماس گرفته شد.", "پرونده به حراست رفت.");
        assertThat(jdbc.sql("select count(*) from fraud_case_note where text_sealed like '%تماس%'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private PlayedCard cardOf(Customer customer) {
        PlayedCard played = PlayedCard.dynamic(jdbc, vault, ids);
        jdbc.sql("update card set customer_id = :customer where id = :card")
                .param("customer", customer.id().value())
                .param("card", played.id().value())
                .update();
        return played;
    }

    private Verdict pays() {
        return verifications.verify(
                "switch",
                new VerificationRequest(
                        UUID.randomUUID().toString(),
                        card.number(),
                        PasswordKind.SECOND,
                        card.code(clock.instant()),
                        new Transaction(TransactionType.PURCHASE, new Rial(1_000_000), "M-77", "T-77")));
    }

    private int traces(String kind, CardId of) {
        return jdbc.sql("select count(*) from audit_event where kind = :kind and card_id = :card")
                .param("kind", kind)
                .param("card", of.value())
                .query(Integer.class)
                .single();
    }
}
