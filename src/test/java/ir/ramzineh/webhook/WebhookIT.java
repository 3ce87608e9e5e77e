package ir.ramzineh.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import ir.ramzineh.PortalIT;
import ir.ramzineh.TestClock;
import ir.ramzineh.audit.AuditEvent;
import ir.ramzineh.audit.AuditTrail;
import ir.ramzineh.audit.FollowedEvents;
import ir.ramzineh.kernel.CardId;
import ir.ramzineh.kernel.CustomerId;
import ir.ramzineh.kernel.IdSource;
import ir.ramzineh.kernel.InvalidValueException;
import ir.ramzineh.staff.NotPermittedException;
import ir.ramzineh.staff.Role;
import ir.ramzineh.staff.StaffFixtures;
import ir.ramzineh.staff.StaffId;
import ir.ramzineh.webhook.PlayedReceiver.Received;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Every event reaches its receivers at least once, signed, and no receiver holds anybody up (docs/protocol/webhooks.md). */
@PortalIT
class WebhookIT {
    private static final Set<EventFamily> TOKENS = EnumSet.of(EventFamily.TOKEN);

    @Autowired
    private Webhooks webhooks;

    @Autowired
    private EventFollower follower;

    @Autowired
    private DeliverySweep sweep;

    @Autowired
    private EndpointTable endpoints;

    @Autowired
    private DeliveryTable deliveries;

    @Autowired
    private WebhookSender sender;

    @Autowired
    private FollowedEvents events;

    @Autowired
    private WebhookSettings settings;

    @Autowired
    private AuditTrail audit;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private IdSource ids;

    @Autowired
    private TestClock clock;

    private final List<Long> people = new ArrayList<>();

    @Autowired
    private AutowireCapableBeanFactory beans;

    @TempDir
    private Path folder;

    private StaffId administrator;
    private PlayedReceiver receiver;

    @BeforeEach
    void anAdministratorAndAReceiver() throws Exception {
        administrator = StaffFixtures.of(beans).member(Role.ADMINISTRATOR, null).id();
        receiver = new PlayedReceiver();
    }

    @AfterEach
    void nobodyIsToldAnyMore() {
        webhooks.all(administrator).forEach(each -> webhooks.remove(administrator, each.id()));
        receiver.close();
    }

    @Test
    void anEventReachesItsReceiverSignedOnceAndWithNothingButIdsAndMaskedValues() throws Exception {
        Webhooks.Added added = add(receiver.address("http"));
        long before = IdSource.lowestOf(clock.instant());
        happens("token.activated", Map.of("card", "3973", "device", "گوشی سارا", "address", "192.0.2.7"));

        await().untilAsserted(() -> assertThat(ownReceived()).hasSize(1));

        Received first = ownReceived().getFirst();
        assertThat(first.isSignedWith(added.secret().text())).isTrue();
        assertThat(first.isSignedWith("whsec_" + "A".repeat(43) + "=")).isFalse();
        assertThat(first.id()).startsWith("msg_");
        assertThat(Long.parseLong(first.id().substring(4))).isGreaterThanOrEqualTo(before);
        assertThat(first.body())
                .contains("\"type\":\"token.activated\"", "\"card\":\"3973\"", "\"actor\":\"customer\"")
                .doesNotContain("سارا", "192.0.2.7", "device");
        await().untilAsserted(() -> assertThat(only(added.id()).state()).isEqualTo(DeliveryState.DELIVERED));
        assertThat(only(added.id()).status()).isEqualTo(204);
        assertThat(only(added.id()).millis()).isBetween(0, 10_000);
        follower.follow();
        follower.lookBackFar();
        Thread.sleep(Duration.ofMillis(1500));
        assertThat(ownReceived()).hasSize(1);
    }

    @Test
    void onlyWhatWasChosenIsTold() {
        WebhookId id = add(receiver.address("http")).id();
        happens("card.frozen", Map.of());
        happens("token.deleted", Map.of());
        follower.follow();

        assertThat(ownKinds(id)).containsExactly("token.deleted");

        webhooks.choose(administrator, id, EnumSet.of(EventFamily.CARD));
        happens("card.frozen", Map.of());
        happens("token.deleted", Map.of());
        follower.follow();
        // What stood in the trail before the change and within the look back is told too; nothing is told twice.
        assertThat(ownKinds(id)).containsExactlyInAnyOrder("token.deleted", "card.frozen", "card.frozen");
    }

    @Test
    void aRowThatIsCommittedLateBelowOthersIsNotLost() {
        WebhookId id = add(receiver.address("http")).id();
        TransactionTemplate own = new TransactionTemplate(transactions);
        own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        transaction.executeWithoutResult(status -> {
            audit.record(event("token.replaced", Map.of()));
            own.executeWithoutResult(inner -> audit.record(event("token.activated", Map.of())));
            own.executeWithoutResult(inner -> follower.follow());
            assertThat(ownKinds(id)).containsExactly("token.activated");
        });

        follower.follow();

        assertThat(ownKinds(id)).containsExactlyInAnyOrder("token.activated", "token.replaced");
    }

    @Test
    void aRowThatAppearsFarBelowTheMarkIsFoundByTheLongLookBack() {
        clock.advance(Duration.ofHours(-2));
        WebhookId id = add(receiver.address("http")).id();
        happens("token.move-started", Map.of());
        clock.reset();
        deliveries.readUpTo(ids.next());
        happens("token.renamed", Map.of());
        follower.follow();
        assertThat(ownKinds(id)).containsExactly("token.renamed");

        follower.lookBackFar();

        assertThat(ownKinds(id)).containsExactlyInAnyOrder("token.renamed", "token.move-started");
    }

    @Test
    void aFailingReceiverIsAskedAgainWithTheSameIdAndBodyAndThenHasIt() {
        // The next try is due when the clock is moved, however slow the machine is.
        clock.hold();
        receiver.answers(500);
        WebhookId id = add(receiver.address("http")).id();
        happens("token.activated", Map.of());
        await().untilAsserted(() -> assertThat(ownReceived()).hasSize(1));
        await().untilAsserted(() -> assertThat(only(id).status()).isEqualTo(500));
        assertThat(only(id).state()).isEqualTo(DeliveryState.WAITING);
        assertThat(only(id).dueAt()).isAfter(clock.instant());

        receiver.answers(200);
        clock.advance(settings.retries().getFirst().plusSeconds(1));

        await().untilAsserted(() -> assertThat(only(id).state()).isEqualTo(DeliveryState.DELIVERED));
        assertThat(ownReceived()).hasSize(2);
        assertThat(ownReceived()).extracting(Received::id).containsOnly("msg_" + only(id).event());
        assertThat(ownReceived())
                .extracting(Received::body)
                .containsOnly(ownReceived().getFirst().body());
        assertThat(only(id).tries()).isEqualTo(2);
    }

    @Test
    void theWaitsGrowUpToADayThenItIsParkedAndSentAgainByHand() {
        clock.hold();
        receiver.answers(503);
        WebhookId id = add(receiver.address("http")).id();
        webhooks.pause(administrator, id);
        happens("token.activated", Map.of());
        follower.follow();
        long event = only(id).event();
        webhooks.resume(administrator, id);

        for (int i = 0; i <= settings.retries().size(); i++) {
            int tries = i + 1;
            await().untilAsserted(() -> {
                assertThat(only(id).tries()).isEqualTo(tries);
                assertThat(only(id).status()).isEqualTo(503);
                assertThat(only(id).state() == DeliveryState.PARKED
                                || only(id).dueAt().isAfter(clock.instant()))
                        .isTrue();
            });
            if (i < settings.retries().size()) {
                assertThat(settings.retries().subList(i, settings.retries().size()))
                        .isSorted();
                clock.advance(settings.retries().get(i).plusMinutes(6));
            }
        }
        assertThat(only(id).state()).isEqualTo(DeliveryState.PARKED);
        assertThat(settings.retries().stream().reduce(Duration.ZERO, Duration::plus))
                .isBetween(Duration.ofHours(23), Duration.ofHours(25));

        receiver.answers(200);
        clock.advance(Duration.ofMinutes(6));
        assertThat(webhooks.sendAgain(administrator, id, event)).isTrue();
        assertThat(webhooks.sendAgain(administrator, id, event)).isFalse();
        await().untilAsserted(() -> assertThat(only(id).state()).isEqualTo(DeliveryState.DELIVERED));
        assertThat(ownReceived())
                .hasSize(settings.retries().size() + 2)
                .extracting(Received::id)
                .containsOnly("msg_" + event);
    }

    @Test
    void aReceiverThatNeverAnswersHoldsNobodyElse() throws Exception {
        clock.hold();
        CountDownLatch held = new CountDownLatch(1);
        receiver.answers(exchange -> {
            try {
                held.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        try (PlayedReceiver quick = new PlayedReceiver()) {
            WebhookId slow = add(receiver.address("http")).id();
            WebhookId other = add(quick.address("http")).id();
            for (int i = 0; i < 5; i++) {
                happens("token.activated", Map.of());
            }
            await().untilAsserted(() -> assertThat(own(quick.received())).hasSize(5));
            await().untilAsserted(() ->
                    assertThat(own(other, DeliveryState.DELIVERED)).hasSize(5));
            assertThat(own(slow, DeliveryState.DELIVERED)).isEmpty();
            assertThat(receiver.received()).hasSizeLessThan(2);

            await().untilAsserted(() -> assertThat(own(slow, null))
                    .anySatisfy(delivery -> assertThat(delivery.problem()).isEqualTo("timeout")));
        } finally {
            held.countDown();
        }
    }

    @Test
    void anAnswerWithoutEndIsNotRead() throws Exception {
        receiver.answers(exchange -> {
            exchange.sendResponseHeaders(200, 0);
            byte[] much = new byte[65_536];
            try {
                while (true) {
                    exchange.getResponseBody().write(much);
                }
            } catch (java.io.IOException cut) {
                // As it should be.
            }
        });
        long begin = System.nanoTime();
        WebhookAnswer answer = send(receiver.address("http"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(settings.answerWithin());
    }

    @Test
    void aRedirectIsAnAnswerLikeAnyOtherAndNotFollowed() throws Exception {
        try (PlayedReceiver elsewhere = new PlayedReceiver()) {
            receiver.answers(exchange -> {
                exchange.getResponseHeaders().set("Location", elsewhere.address("http"));
                exchange.sendResponseHeaders(307, -1);
            });

            assertThat(send(receiver.address("http")))
                    .extracting(WebhookAnswer::status)
                    .isEqualTo(307);
            assertThat(elsewhere.received()).isEmpty();
        }
    }

    @Test
    void aReceiverWithAnotherCertificateIsToldNothing() throws Exception {
        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(ownCertificate()));
        try (PlayedReceiver secure = new PlayedReceiver(server)) {
            assertThat(send(secure.address("https")))
                    .extracting(WebhookAnswer::problem)
                    .isEqualTo("tls");
            assertThat(secure.received()).isEmpty();
        }
        assertThat(send(receiver.address("https")).status()).isNull();
        String nobody = receiver.address("http");
        receiver.close();
        assertThat(send(nobody)).extracting(WebhookAnswer::problem).isEqualTo("not-connected");
    }

    @Test
    void aNodeThatDiesBetweenSendingAndNotingSendsTheSameIdAgain() throws Exception {
        WebhookId id = add(receiver.address("http")).id();
        webhooks.pause(administrator, id);
        happens("token.activated", Map.of());
        follower.follow();
        // The node sends, and is gone before it notes anything down.
        Instant now = clock.instant();
        DeliveryTable.Claimed claimed = claim(id, now).orElseThrow();
        webhooks.resume(administrator, id);
        EndpointTable.Target target = endpoints.target(id.value(), now).orElseThrow();
        sender.send("msg_" + claimed.event(), claimed.body(), target.address(), target.secrets());
        assertThat(claim(id, now)).isEmpty();

        clock.advance(Duration.ofSeconds(31));

        await().untilAsserted(() -> assertThat(only(id).state()).isEqualTo(DeliveryState.DELIVERED));
        assertThat(ownReceived()).hasSize(2);
        assertThat(ownReceived()).extracting(Received::id).containsOnly("msg_" + claimed.event());
        // A note of the dead node that comes late changes nothing.
        deliveries.note(claimed, DeliveryState.PARKED, new WebhookAnswer(500, null, 1), null);
        assertThat(only(id).state()).isEqualTo(DeliveryState.DELIVERED);
    }

    @Test
    void twoNodesQueueAndClaimAnEventOnce() {
        WebhookId id = add(receiver.address("http")).id();
        webhooks.pause(administrator, id);
        happens("token.activated", Map.of());
        EventFollower second = new EventFollower(events, endpoints, deliveries, settings, clock);
        follower.follow();
        second.follow();
        second.lookBackFar();
        assertThat(ownKinds(id)).containsExactly("token.activated");

        Instant now = clock.instant();
        assertThat(claim(id, now)).isPresent();
        assertThat(claim(id, now)).isEmpty();
    }

    @Test
    void afterARotationBothSecretsSignUntilTheOverlapIsOver() throws Exception {
        Webhooks.Added added = add(receiver.address("http"));
        WebhookSecret fresh = webhooks.rotate(administrator, added.id());
        Received during = received(webhooks.test(administrator, added.id()));
        assertThat(during.body()).contains("webhook.test");
        assertThat(during.isSignedWith(added.secret().text())).isTrue();
        assertThat(during.isSignedWith(fresh.text())).isTrue();

        clock.advance(settings.rotationOverlap().plusSeconds(1));
        Received after = received(webhooks.test(administrator, added.id()));
        assertThat(after.isSignedWith(added.secret().text())).isFalse();
        assertThat(after.isSignedWith(fresh.text())).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://169.254.169.254/latest/meta-data",
                "http://192.0.2.1/x",
                "ftp://example.org/",
                "https://user:pass@example.org/",
                "https://example.org/#part",
                "https:///x",
                "not an address"
            })
    void anAddressThatIsNoPlaceForEventsIsNotTaken(String address) {
        assertThatThrownBy(() -> add(address)).isInstanceOf(InvalidValueException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "10.1.2.3",
                "172.16.0.1",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "0.0.0.0",
                "[fd00::1]",
                "[fe80::1]",
                "[::ffff:10.1.2.3]"
            })
    void whatOnlyThisMachineReachesIsRefusedAtTheConnection(String host) throws Exception {
        WebhookAnswer answer = send("https://" + host + ":9/x");

        assertThat(answer.problem()).isEqualTo("refused-address");
    }

    @ParameterizedTest
    @EnumSource(value = Role.class, mode = EnumSource.Mode.EXCLUDE, names = "ADMINISTRATOR")
    void nobodyButAnAdministratorMayDoAnyOfIt(Role role) {
        WebhookId id = add(receiver.address("http")).id();
        StaffId who = StaffFixtures.of(beans).member(role, StaffFixtures.HOME).id();

        List<Runnable> deeds = List.of(
                () -> webhooks.all(who),
                () -> webhooks.add(who, "x", receiver.address("http"), TOKENS),
                () -> webhooks.choose(who, id, TOKENS),
                () -> webhooks.pause(who, id),
                () -> webhooks.resume(who, id),
                () -> webhooks.rotate(who, id),
                () -> webhooks.test(who, id),
                () -> webhooks.deliveries(who, id, null, 10),
                () -> webhooks.sendAgain(who, id, 1),
                () -> webhooks.remove(who, id));

        assertThat(deeds).allSatisfy(deed -> assertThatThrownBy(deed::run).isInstanceOf(NotPermittedException.class));
    }

    @Test
    void neitherSecretNorAddressStandsInAPlainColumn() {
        Webhooks.Added added = add(receiver.address("http"));
        String row = jdbc.sql("select * from webhook_endpoint where id = :id")
                .param("id", added.id().value())
                .query()
                .singleRow()
                .toString();

        assertThat(row).doesNotContain(added.secret().text(), "of-the-receiver");
        assertThat(added.secret()).hasToString("WebhookSecret[]");
        assertThat(webhooks.all(administrator))
                .extracting(WebhookEndpoint::address)
                .allSatisfy(shown -> assertThat(shown).doesNotContain("of-the-receiver"));
    }

    /** A certificate that nobody but its owner has signed. */
    private SSLContext ownCertificate() throws Exception {
        Path file = folder.resolve("own.p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "own",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=127.0.0.1",
                        "-ext",
                        "SAN=ip:127.0.0.1",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        "of-the-test",
                        "-keystore",
                        file.toString())
                .redirectErrorStream(true)
                .start();
        assertThat(keytool.waitFor()).isZero();
        KeyStore store = KeyStore.getInstance(file.toFile(), "of-the-test".toCharArray());
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, "of-the-test".toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }

    private Webhooks.Added add(String address) {
        return webhooks.add(administrator, "Fraud desk " + ids.next() % 1000, address, TOKENS);
    }

    private WebhookAnswer send(String address) throws InterruptedException {
        return sender.send(
                "msg_1",
                "{}",
                new WebhookAddress(java.net.URI.create(address)),
                List.of(new WebhookSecret("whsec_" + "A".repeat(43) + "=")));
    }

    private WebhookDelivery only(WebhookId id) {
        List<WebhookDelivery> all = own(id, null);
        assertThat(all).hasSize(1);
        return all.getFirst();
    }

    /** Deliveries of what this test made happen: those of other tests whose clock ran ahead come as news too. */
    private List<WebhookDelivery> own(WebhookId id, DeliveryState state) {
        Set<Long> events = ownEvents();
        return deliveries.of(id.value(), state, Integer.MAX_VALUE).stream()
                .filter(delivery -> events.contains(delivery.event()))
                .toList();
    }

    /** What reached the receiver of that. */
    private List<Received> ownReceived() {
        return own(receiver.received());
    }

    private List<Received> own(List<Received> received) {
        Set<Long> events = ownEvents();
        return received.stream()
                .filter(each -> events.contains(Long.parseLong(each.id().substring(4))))
                .toList();
    }

    /** What the receiver is told about one event. */
    private Received received(long event) {
        return await().until(
                        () -> receiver.received().stream()
                                .filter(each -> each.id().equals("msg_" + event))
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    /** As a node does that is about to send something of this test. */
    private Optional<DeliveryTable.Claimed> claim(WebhookId id, Instant now) {
        return deliveries
                .claimOldest(id.value(), now, now.plusSeconds(30))
                .filter(claimed -> ownEvents().contains(claimed.event()));
    }

    private Set<Long> ownEvents() {
        return Set.copyOf(jdbc.sql("select id from audit_event where customer_id in (:people)")
                .param("people", people)
                .query(Long.class)
                .list());
    }

    /** What this test made happen; other tests write the same trail. */
    private List<String> ownKinds(WebhookId id) {
        return jdbc.sql("""
                        select d.kind from webhook_delivery d join audit_event e on e.id = d.event_id
                        where d.endpoint_id = :id and e.customer_id in (:people)
                        """)
                .param("id", id.value())
                .param("people", people)
                .query(String.class)
                .list();
    }

    private void happens(String kind, Map<String, String> details) {
        transaction.executeWithoutResult(status -> audit.record(event(kind, details)));
    }

    private AuditEvent event(String kind, Map<String, String> details) {
        CustomerId person = new CustomerId(ids.next());
        people.add(person.value());
        return AuditEvent.by(person, new CardId(ids.next()), kind, details);
    }
}
