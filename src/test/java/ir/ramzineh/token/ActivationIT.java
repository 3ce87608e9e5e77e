package ir.ramzineh.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ir.ramzineh.PeopleFixtures;
import ir.ramzineh.PortalIT;
import ir.ramzineh.TestClock;
import ir.ramzineh.TestPhone;
import ir.ramzineh.card.CardNotFoundException;
import ir.ramzineh.card.CardPasswords;
import ir.ramzineh.card.PasswordState;
import ir.ramzineh.customer.Customer;
import ir.ramzineh.issuer.ActivationWay;
import ir.ramzineh.kernel.CardId;
import ir.ramzineh.kernel.CardNumber;
import ir.ramzineh.kernel.IdSource;
import ir.ramzineh.kernel.PasswordKind;
import ir.ramzineh.vault.Field;
import ir.ramzineh.vault.Vault;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Activation in every way, played by a phone that knows nothing but the documented protocol. */
@PortalIT
class ActivationIT {
    private static final String MELLI = "603799";
    private static final String SHAHR = "502806";

    @Autowired
    private AutowireCapableBeanFactory beans;

    @Autowired
    private Activations activations;

    @Autowired
    private ActivationChanges changes;

    @Autowired
    private Tokens tokens;

    @Autowired
    private TokenExpiry expiry;

    @Autowired
    private CardPasswords passwords;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Vault vault;

    @Autowired
    private IdSource ids;

    @Autowired
    private TestClock clock;

    @LocalServerPort
    private int port;

    private PeopleFixtures people;
    private Customer customer;
    private TestPhone phone;

    @BeforeEach
    void somebodyWithAPhone() {
        people = PeopleFixtures.of(beans);
        people.forgetWaits();
        customer = people.customer(PeopleFixtures.randomUserName());
        phone = new TestPhone(URI.create("http://localhost:" + port));
    }

    @Test
    void S12_4_theQrAloneIsProvenInThePortalAndTheStaticPasswordEndsOnlyThen() {
        CardId card = card(MELLI, "melli");
        Activation activation = start(card, PasswordKind.SECOND, ActivationWay.QR);
        phone.scan(take(activation).link());
        assertThat(state(card)).isEqualTo(PasswordState.STATIC);
        assertThat(activations.prove(customer.id(), activation.id(), wrong())).isEqualTo(new ProofOutcome.Wrong(4));
        assertThat(state(card)).isEqualTo(PasswordState.STATIC);

        String code = phone.code(clock.instant());
        assertThat(activations.prove(customer.id(), activation.id(), code))
                .isInstanceOfSatisfying(
                        ProofOutcome.Proven.class,
                        proven -> assertThat(proven.staticDisabled()).isTrue());
        assertThat(state(card)).isEqualTo(PasswordState.DYNAMIC);
        assertThat(activations.prove(customer.id(), activation.id(), code))
                .isEqualTo(new ProofOutcome.Over(ActivationState.PROVEN));
        TokenKey live = tokens.live(card, PasswordKind.SECOND).getFirst();
        long step = live.match(code, clock.instant(), 1).orElseThrow();
        assertThat(tokens.claimStep(live.id(), step, 0, clock.instant())).isFalse();
    }

    @Test
    void S8_5_aScannedQrSendsACodeAndTheFirstPhoneWithItGetsTheKey() throws Exception {
        CardId card = card(SHAHR, "shahr");
        int seen = people.messages(customer.mobile());
        Activation activation = start(card, PasswordKind.SECOND, ActivationWay.QR_AND_SMS);
        phone.scan(take(activation).link());
        assertThat(phone.claim("12345678", "early").status()).isEqualTo(410);
        assertThat(phone.reportScan().body().get("codeNeeded").booleanValue()).isTrue();
        assertThat(phone.reportScan().status()).isEqualTo(200);
        String text = people.text(customer.mobile(), seen);
        assertThat(people.messages(customer.mobile())).isEqualTo(seen + 1);
        String code = text.lines().toList().getLast();

        TestPhone.Answer refused = phone.claim(wrongLike(code), "Pixel 9");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().get("triesLeft").intValue()).isEqualTo(4);

        List<TestPhone> phones = new ArrayList<>(List.of(phone));
        for (int i = 0; i < 7; i++) {
            TestPhone other = new TestPhone(URI.create("http://localhost:" + port));
            other.readSameAs(phone);
            phones.add(other);
        }
        List<Integer> statuses = together(phones.stream()
                .<Callable<Integer>>map(
                        each -> () -> each.claim(code, "Pixel 9").status())
                .toList());
        assertThat(statuses).filteredOn(status -> status == 200).hasSize(1);
        TestPhone winner = phones.get(statuses.indexOf(200));
        assertThat(winner.claim("00000000", "again").status()).isEqualTo(200);

        TestPhone.Answer proven = winner.prove(winner.code(clock.instant()));
        assertThat(proven.status()).isEqualTo(200);
        assertThat(proven.headers().get("cache-control")).contains("no-store");
        assertThat(state(card)).isEqualTo(PasswordState.DYNAMIC);
        assertThat(tokens.of(customer.id(), card))
                .singleElement()
                .satisfies(token -> assertThat(token.label()).isEqualTo("Pixel 9"));
    }

    @Test
    void S1_14_theCodeOnTheScreenAndTheOneBySmsMakeTheKeyTypedOrScanned() throws Exception {
        for (boolean scanned : new boolean[] {true, false}) {
            people.forgetWaits();
            CardId card = card(MELLI, "melli");
            int seen = people.messages(customer.mobile());
            Activation activation = start(card, PasswordKind.SECOND, ActivationWay.SCREEN_AND_SMS);
            QrHandover handover = take(activation);
            String part = people.text(customer.mobile(), seen).lines().toList().getLast();
            if (scanned) {
                phone.scan(handover.link());
                phone.typeSecondPart(part);
            } else {
                phone.typeBothParts(
                        handover.typed().orElseThrow(), part, true, activation.digits(), activation.periodSeconds());
            }
            assertThat(activations.prove(customer.id(), activation.id(), phone.code(clock.instant())))
                    .isInstanceOf(ProofOutcome.Proven.class);
        }
    }

    @Test
    void anyAuthenticatorWorksAndTheFirstPasswordLeavesItsPinAlive() {
        CardId card = card(MELLI, "melli");
        Activation activation = start(card, PasswordKind.FIRST, ActivationWay.STANDARD_QR);
        phone.scan(take(activation).link());
        assertThat(activations.prove(customer.id(), activation.id(), phone.code(clock.instant())))
                .isInstanceOfSatisfying(
                        ProofOutcome.Proven.class,
                        proven -> assertThat(proven.staticDisabled()).isFalse());
        assertThat(passwords.status(card, PasswordKind.SECOND).state()).isEqualTo(PasswordState.STATIC);
    }

    @Test
    void aQrIsTakenOnceByWhoeverIsFirstAndNeverAfterItsLife() throws Exception {
        Activation activation = start(card(MELLI, "melli"), PasswordKind.SECOND, ActivationWay.QR);
        assertThat(activations.takeQr(
                        people.customer(PeopleFixtures.randomUserName()).id(), activation.id()))
                .isEmpty();
        List<Boolean> taken = together(Collections.nCopies(
                16, () -> activations.takeQr(customer.id(), activation.id()).isPresent()));
        assertThat(taken).filteredOn(each -> each).hasSize(1);

        Activation late = start(card(MELLI, "melli"), PasswordKind.SECOND, ActivationWay.QR);
        clock.advance(Duration.between(clock.instant(), late.visibleUntil()));
        assertThat(activations.takeQr(customer.id(), late.id())).isEmpty();
    }

    @Test
    void of16ProofsOfOneCodeOneCountsAndTheOlderTokenDies() throws Exception {
        CardId card = card(MELLI, "melli");
        TokenId old = activate(card);
        clock.advance(Duration.ofMinutes(3));
        Activation activation = start(card, PasswordKind.SECOND, ActivationWay.QR);
        phone.scan(take(activation).link());
        assertThat(tokens.live(card, PasswordKind.SECOND))
                .extracting(TokenKey::id)
                .containsExactly(old);
        String code = phone.code(clock.instant());
        List<ProofOutcome> outcomes =
                together(Collections.nCopies(16, () -> activations.prove(customer.id(), activation.id(), code)));
        assertThat(outcomes)
                .filteredOn(each -> each instanceof ProofOutcome.Proven)
                .hasSize(1);
        assertThat(tokens.live(card, PasswordKind.SECOND))
                .singleElement()
                .satisfies(live -> assertThat(live.id()).isNotEqualTo(old));
    }

    @Test
    void wrongFirstCodesEndTheActivationAndLeaveEverythingElseAsItWas() throws Exception {
        CardId card = card(MELLI, "melli");
        TokenId old = activate(card);
        Activation activation = start(card, PasswordKind.SECOND, ActivationWay.QR);
        phone.scan(take(activation).link());
        String wrong = wrong();
        together(Collections.nCopies(32, () -> activations.prove(customer.id(), activation.id(), wrong)));
        assertThat(jdbc.sql("select proof_tries from activation where id = :id")
                        .param("id", activation.id().value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(5);
        assertThat(activations.prove(customer.id(), activation.id(), phone.code(clock.instant())))
                .isEqualTo(new ProofOutcome.Over(ActivationState.FAILED));
        assertThat(tokens.live(card, PasswordKind.SECOND))
                .extracting(TokenKey::id)
                .containsExactly(old);
        assertThat(state(card)).isEqualTo(PasswordState.DYNAMIC);
    }

    @Test
    void anExpiredActivationProvesNothingAndItsKeyIsDestroyed() {
        CardId card = card(MELLI, "melli");
        Activation activation = start(card, PasswordKind.SECOND, ActivationWay.QR);
        phone.scan(take(activation).link());
        clock.advance(Duration.between(clock.instant(), activation.expiresAt()));
        assertThat(activations.prove(customer.id(), activation.id(), phone.code(clock.instant())))
                .isEqualTo(new ProofOutcome.Over(ActivationState.EXPIRED));
        expiry.tidyUp();
        assertThat(jdbc.sql("select count(*) from token where card_id = :card and key_sealed is not null")
                        .param("card", card.value())
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(state(card)).isEqualTo(PasswordState.STATIC);
    }

    @Test
    void ofTwoActivationsOfOnePasswordTheLaterLives() throws Exception {
        CardId card = card(MELLI, "melli");
        List<StartOutcome> started = together(Collections.nCopies(
                2, () -> activations.start(customer.id(), card, PasswordKind.SECOND, ActivationWay.QR)));
        assertThat(started).allMatch(each -> each instanceof StartOutcome.Started);
        assertThat(jdbc.sql("select state from activation where card_id = :card")
                        .param("card", card.value())
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrder("PREPARED", "REPLACED");
    }

    @Test
    void somebodyElsesActivationAndCardDoNotExist() {
        CardId card = card(MELLI, "melli");
        Activation activation = start(card, PasswordKind.SECOND, ActivationWay.QR);
        phone.scan(take(activation).link());
        Customer stranger = people.customer(PeopleFixtures.randomUserName());
        assertThat(activations.find(stranger.id(), activation.id())).isEmpty();
        assertThat(activations.prove(stranger.id(), activation.id(), phone.code(clock.instant())))
                .isInstanceOf(ProofOutcome.Over.class);
        activations.cancel(stranger.id(), activation.id());
        assertThat(activations
                        .find(customer.id(), activation.id())
                        .orElseThrow()
                        .state())
                .isEqualTo(ActivationState.SHOWN);
        assertThatThrownBy(() -> activations.start(stranger.id(), card, PasswordKind.SECOND, ActivationWay.QR))
                .isInstanceOf(CardNotFoundException.class);
    }

    @Test
    void anOpenPageHearsEveryStepAndIsForgottenAtTheEnd() throws Exception {
        CardId card = card(MELLI, "melli");
        Activation activation = start(card, PasswordKind.SECOND, ActivationWay.QR);
        BlockingQueue<ActivationState> heard = new LinkedBlockingQueue<>();
        int before = changes.listeners();
        Subscription closed = activations.onChange(customer.id(), activation.id(), state -> {});
        activations.onChange(customer.id(), activation.id(), heard::add);
        closed.close();
        assertThat(heard.poll(3, TimeUnit.SECONDS)).isEqualTo(ActivationState.PREPARED);
        phone.scan(take(activation).link());
        assertThat(heard.poll(3, TimeUnit.SECONDS)).isEqualTo(ActivationState.SHOWN);
        // As another node would: the row alone changes.
        jdbc.sql("update activation set state = 'SCANNED' where id = :id")
                .param("id", activation.id().value())
                .update();
        assertThat(heard.poll(5, TimeUnit.SECONDS)).isEqualTo(ActivationState.SCANNED);
        activations.prove(customer.id(), activation.id(), phone.code(clock.instant()));
        assertThat(heard.poll(3, TimeUnit.SECONDS)).isEqualTo(ActivationState.PROVEN);
        Thread.sleep(200);
        assertThat(changes.listeners()).isEqualTo(before);
    }

    @Test
    void S9_10_deletingATokenMakesThePasswordStaticAgainAndItsCodesWorthless() {
        CardId card = card(MELLI, "melli");
        TokenId token = activate(card);
        assertThat(tokens.delete(customer.id(), token)).isEqualTo(new DeleteOutcome.Deleted(card, PasswordKind.SECOND));
        assertThat(tokens.delete(customer.id(), token)).isEqualTo(new DeleteOutcome.Unknown());
        assertThat(state(card)).isEqualTo(PasswordState.STATIC);
        assertThat(tokens.live(card, PasswordKind.SECOND)).isEmpty();
    }

    @Test
    void theTablesHoldNothingThatThePhoneReads() {
        Activation activation = start(card(MELLI, "melli"), PasswordKind.SECOND, ActivationWay.STANDARD_QR);
        byte[] sealed = jdbc.sql("select handover_sealed from activation where id = :id")
                .param("id", activation.id().value())
                .query(byte[].class)
                .single();
        String secret = take(activation).typed().orElseThrow();
        assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("otpauth", secret.replace(" ", ""));
        assertThat(jdbc.sql("select count(*) from activation where id = :id and handover_sealed is null")
                        .param("id", activation.id().value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    private TokenId activate(CardId card) {
        TestPhone first = new TestPhone(URI.create("http://localhost:" + port));
        Activation activation = start(card, PasswordKind.SECOND, ActivationWay.QR);
        first.scan(take(activation).link());
        return activations.prove(customer.id(), activation.id(), first.code(clock.instant()))
                        instanceof ProofOutcome.Proven proven
                ? proven.token()
                : new TokenId(Long.MAX_VALUE);
    }

    private Activation start(CardId card, PasswordKind kind, ActivationWay way) {
        StartOutcome outcome = activations.start(customer.id(), card, kind, way);
        assertThat(outcome).isInstanceOf(StartOutcome.Started.class);
        return ((StartOutcome.Started) outcome).activation();
    }

    private QrHandover take(Activation activation) {
        return activations.takeQr(customer.id(), activation.id()).orElseThrow();
    }

    private PasswordState state(CardId card) {
        return passwords.status(card, PasswordKind.SECOND).state();
    }

    /** A code that the phone does not show, now or near. */
    private String wrong() {
        for (int candidate = 1; ; candidate++) {
            String code = "%07d".formatted(candidate);
            boolean near = false;
            for (int step = -6; step <= 6; step++) {
                near |= phone.code(clock.instant().plusSeconds((long) step * phone.periodSeconds()))
                        .equals(code);
            }
            if (!near) {
                return code;
            }
        }
    }

    private static String wrongLike(String code) {
        return (code.charAt(0) == '1' ? "2" : "1") + code.substring(1);
    }

    private CardId card(String bin, String issuer) {
        long id = ids.next();
        Field pan = new Field("card", "pan_sealed");
        Field owner = new Field("card", "owner_sealed");
        String digits = number(bin).digits();
        String nationalId = customer.nationalId().digits();
        jdbc.sql("""
                insert into card (id, pan_sealed, pan_hash, owner_sealed, owner_hash, customer_id, issuer, product,
                                  holder_fa, holder_en, expiry_year, expiry_month, active, created_at)
                values (:id, :pan, :panHash, :owner, :ownerHash, :customer, :issuer, 'NORMAL', 'آزمون', 'Test', 1420, 1,
                        true, utc_timestamp(3))
                """)
                .param("id", id)
                .param("pan", vault.seal(pan, id, digits))
                .param("panHash", vault.lookupHash(pan, digits))
                .param("owner", vault.seal(owner, id, nationalId))
                .param("ownerHash", vault.lookupHash(owner, nationalId))
                .param("customer", customer.id().value())
                .param("issuer", issuer)
                .update();
        jdbc.sql(
                        "insert into card_password (card_id, kind, state) values (:id, 'FIRST', 'STATIC'), (:id, 'SECOND', 'STATIC')")
                .param("id", id)
                .update();
        return new CardId(id);
    }

    private static CardNumber number(String bin) {
        String body = bin + "%09d".formatted(ThreadLocalRandom.current().nextInt(1_000_000_000));
        for (char check = '0'; check <= '9'; check++) {
            try {
                return new CardNumber(body + check);
            } catch (IllegalArgumentException notThisOne) {
                continue;
            }
        }
        throw new IllegalStateException("one of ten check digits fits");
    }

    private static <T> List<T> together(List<? extends Callable<T>> calls) throws Exception {
        List<T> results = new ArrayList<>();
        try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<T> each : pool.invokeAll(calls)) {
                results.add(each.get());
            }
        }
        return results;
    }
}
