package ir.ramzineh.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import ir.ramzineh.Patience;
import ir.ramzineh.PeopleFixtures;
import ir.ramzineh.PlayedBank;
import ir.ramzineh.SecondNode;
import ir.ramzineh.TestClock;
import ir.ramzineh.TestPhone;
import ir.ramzineh.card.CardDirectory;
import ir.ramzineh.card.FoundCard;
import ir.ramzineh.channelapi.ChannelClients;
import ir.ramzineh.channelapi.ChannelScope;
import ir.ramzineh.kernel.CardId;
import ir.ramzineh.kernel.CardNumber;
import ir.ramzineh.kernel.IdSource;
import ir.ramzineh.kernel.MobileNumber;
import ir.ramzineh.kernel.NationalId;
import ir.ramzineh.kernel.PasswordKind;
import ir.ramzineh.kernel.Rial;
import ir.ramzineh.kernel.Transaction;
import ir.ramzineh.kernel.TransactionType;
import ir.ramzineh.otp.OtpKey;
import ir.ramzineh.simulator.SimulatorInbox;
import ir.ramzineh.sms.IncomingMessages;
import ir.ramzineh.sms.IncomingSms;
import ir.ramzineh.vault.Field;
import ir.ramzineh.vault.Vault;
import ir.ramzineh.verification.Verdict;
import ir.ramzineh.verification.VerificationRequest;
import ir.ramzineh.verification.Verifications;
import java.net.URI;
import java.net.http.HttpResponse;
import java.security.SecureRandom;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Owners, the ways to their codes, and the clients that ask about them. */
abstract class CaseScene {
    static final String SHORT_NUMBER = "30003303";
    static final String DIALLED_CODE = "*737*60#";
    private static final Pattern CODE = Pattern.compile("(?<![0-9])([0-9]{7})(?![0-9])");

    @Autowired
    AutowireCapableBeanFactory beans;

    @Autowired
    ApplicationContext portal;

    @Autowired
    DataSource dataSource;

    @Autowired
    CardDirectory directory;

    @Autowired
    ChannelClients clients;

    @Autowired
    IncomingMessages incoming;

    @Autowired
    SimulatorInbox inbox;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Vault vault;

    @Autowired
    IdSource ids;

    @Autowired
    TestClock clock;

    @LocalServerPort
    int port;

    private final SecureRandom random = new SecureRandom();
    Calls calls = new Calls(0);

    @BeforeEach
    final void nobodyHasToWait() {
        calls = new Calls(port);
        PeopleFixtures.of(beans).forgetWaits();
    }

    final String key(ChannelScope first, ChannelScope... rest) {
        return clients.register("case-" + ids.next(), "A case", EnumSet.of(first, rest))
                .bearer();
    }

    final Owner owner(String bin, String channels, boolean app) {
        return owner(bin, channels, app, "NORMAL", 1420, true);
    }

    /**
     * Somebody new.
     *
     * @param channels switched on for the second password, which is dynamic
     * @param app whether there is a proven token
     * @param expiryYear Jalali
     */
    final Owner owner(String bin, String channels, boolean app, String product, int expiryYear, boolean active) {
        PlayedBank bank = beans.createBean(PlayedBank.class);
        NationalId nationalId = PeopleFixtures.randomNationalId();
        MobileNumber mobile = PeopleFixtures.randomMobile();
        CardNumber number = PlayedBank.number(bin);
        bank.person(nationalId, mobile);
        long row = bank.card(nationalId, number, product, expiryYear, active);
        FoundCard found = directory.find(number).orElseThrow();
        byte[] secret = new byte[32];
        random.nextBytes(secret);
        Owner owner = new Owner(nationalId, mobile, found.customer(), number, found.card(), row, new OtpKey(secret));
        set(owner.card(), "state = 'DYNAMIC', channels = '" + channels + "'");
        if (app) {
            token(owner, secret);
        }
        return owner;
    }

    private void token(Owner owner, byte[] secret) {
        long token = ids.next();
        jdbc.sql("""
                insert into token (id, customer_id, card_id, kind, way, state, active_slot, key_sealed, algorithm, digits,
                                   period_seconds, created_at)
                values (:token, :customer, :card, 'SECOND', 'QR', 'ACTIVE', 1, :key, 'SHA256', 7, 60, utc_timestamp(3))
                """)
                .param("token", token)
                .param("customer", owner.customer().value())
                .param("card", owner.card().value())
                .param("key", vault.sealBytes(new Field("token", "key_sealed"), token, secret))
                .update();
    }

    /** Changes the second password behind the portal's back. */
    final void set(CardId card, String assignment) {
        jdbc.sql("update card_password set " + assignment + " where card_id = :card and kind = 'SECOND'")
                .param("card", card.value())
                .update();
    }

    /** A payment of its own: terminals of tests share no countdown. */
    final Transaction payment() {
        return new Transaction(TransactionType.PURCHASE, new Rial(1_000_000), "M1", "T" + ids.next());
    }

    final String askedOnAPaymentPage(Owner owner, Transaction payment) throws Exception {
        long seen = newest(owner);
        HttpResponse<String> told = calls.post(
                "payment-codes", key(ChannelScope.PAYMENT_CODE), calls.press("p-" + ids.next(), owner, payment));
        assertThat(told.statusCode()).isEqualTo(200);
        return arrived(owner, seen);
    }

    final String texted(Owner owner) {
        long seen = newest(owner);
        text(owner.mobile(), owner.number().lastFour());
        return arrived(owner, seen);
    }

    final IncomingMessages.Result text(MobileNumber from, String words) {
        return incoming.receive(new IncomingSms("test", Long.toString(ids.next()), from.e164(), SHORT_NUMBER, words));
    }

    final String dialled(Owner owner) throws Exception {
        String key = key(ChannelScope.USSD);
        String path = "ussd/sessions/s-" + ids.next();
        calls.post(path, key, calls.step(1, owner, ""));
        return code(calls.post(path, key, calls.step(2, owner, "1")).body());
    }

    /** A phone with both parts of a key that began at an ATM of a bank that prints one of them (S3.5, S3.6). */
    final TestPhone atAnAtm(Owner owner) throws Exception {
        long seen = newest(owner);
        HttpResponse<String> begun = calls.post(
                "terminals/actions",
                key(ChannelScope.TERMINAL),
                calls.wish(
                        "a-" + ids.next(),
                        owner,
                        "1-1-2",
                        Map.of("mobile", owner.mobile().national())));
        Matcher receipt = Pattern.compile("[0-9]{4} [0-9]{4}").matcher(begun.body());
        assertThat(receipt.find()).as(begun.body()).isTrue();
        await().atMost(Patience.LONG).until(() -> newest(owner) != seen);
        TestPhone phone = new TestPhone(URI.create("http://localhost:" + port));
        List<String> sms = inbox.of(owner.mobile(), 1).getFirst().text().lines().toList();
        phone.typeBothParts(receipt.group(), sms.getLast(), true, 7, 60);
        return phone;
    }

    final long newest(Owner owner) {
        return inbox.of(owner.mobile(), 1).stream()
                .mapToLong(sms -> sms.id())
                .findFirst()
                .orElse(0);
    }

    /** The code of the next message. */
    final String arrived(Owner owner, long seen) {
        await().atMost(Patience.LONG).until(() -> newest(owner) != seen);
        return code(inbox.of(owner.mobile(), 1).getFirst().text());
    }

    /** The line of the next message on which its code stands by itself. */
    final String lineOfTheCode(Owner owner, long seen) {
        await().atMost(Patience.LONG).until(() -> newest(owner) != seen);
        return inbox.of(owner.mobile(), 1).getFirst().text().lines().toList().get(1);
    }

    static String code(String text) {
        Matcher code = CODE.matcher(text);
        assertThat(code.find()).as(text.replaceAll("[0-9]", "#")).isTrue();
        return code.group(1);
    }

    /** The verdict of the portal over HTTP; asked again while it is too busy. */
    final Verdict verdict(String key, String id, Owner owner, String code, Transaction payment) throws Exception {
        return calls.verdict(key, calls.question(id, owner, code, payment));
    }

    static VerificationRequest question(String id, Owner owner, String code, Transaction payment) {
        return new VerificationRequest(id, owner.number(), PasswordKind.SECOND, code, payment);
    }

    final int failedAttempts(Owner owner) {
        return jdbc.sql("select failed_attempts from card_password where card_id = :card and kind = 'SECOND'")
                .param("card", owner.card().value())
                .query(Integer.class)
                .single();
    }

    final String state(Owner owner) {
        return jdbc.sql("select state from card_password where card_id = :card and kind = 'SECOND'")
                .param("card", owner.card().value())
                .query(String.class)
                .single();
    }

    /** Why the questions about a card were answered as they were, in the order of their rows. */
    final List<String> reasons(Owner owner) {
        return jdbc.sql("select reason from verification where card_id = :card order by id")
                .param("card", owner.card().value())
                .query(String.class)
                .list();
    }

    /** What is done with a second node. */
    interface OnTwoNodes {
        void run(SecondNode there) throws Exception;
    }

    final void onTwoNodes(OnTwoNodes deed) throws Exception {
        try (HikariDataSource pool = SecondNode.pool(dataSource, config -> {});
                SecondNode there = SecondNode.over(portal, pool)) {
            deed.run(there);
        }
    }

    /** The same, for what comes of it. */
    interface GotOnTwoNodes<T> {
        T get(SecondNode there) throws Exception;
    }

    final <T> T onTwoNodesGet(GotOnTwoNodes<T> deed) throws Exception {
        try (HikariDataSource pool = SecondNode.pool(dataSource, config -> {});
                SecondNode there = SecondNode.over(portal, pool)) {
            return deed.get(there);
        }
    }

    /** The second node, asked again while it is too busy. */
    static Verdict verdict(SecondNode there, String channel, VerificationRequest question) throws Exception {
        return Together.stubborn(() -> there.bean(Verifications.class).verify(channel, question));
    }
}
