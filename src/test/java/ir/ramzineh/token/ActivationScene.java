package ir.ramzineh.token;

import static org.assertj.core.api.Assertions.assertThat;

import ir.ramzineh.PeopleFixtures;
import ir.ramzineh.TestClock;
import ir.ramzineh.TestPhone;
import ir.ramzineh.card.CardPasswords;
import ir.ramzineh.card.PasswordState;
import ir.ramzineh.customer.Customer;
import ir.ramzineh.issuer.ActivationWay;
import ir.ramzineh.kernel.CardId;
import ir.ramzineh.kernel.CardNumber;
import ir.ramzineh.kernel.IdSource;
import ir.ramzineh.kernel.PasswordKind;
import ir.ramzineh.otp.ClaimSeal;
import ir.ramzineh.vault.Field;
import ir.ramzineh.vault.Vault;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A customer with cards and a phone that knows nothing but the documented protocol. */
abstract class ActivationScene {
    static final String MELLI = "603799";
    static final String SHAHR = "502806";

    @Autowired
    private AutowireCapableBeanFactory beans;

    @Autowired
    Activations activations;

    @Autowired
    ActivationChanges changes;

    @Autowired
    Tokens tokens;

    @Autowired
    TokenExpiry expiry;

    @Autowired
    CardPasswords passwords;

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

    PeopleFixtures people;
    Customer customer;
    TestPhone phone;

    @BeforeEach
    void somebodyWithAPhone() {
        people = PeopleFixtures.of(beans);
        people.forgetWaits();
        customer = people.customer(PeopleFixtures.randomUserName());
        phone = new TestPhone(URI.create("http://localhost:" + port));
    }

    final TokenId activate(CardId card) {
        TestPhone first = new TestPhone(URI.create("http://localhost:" + port));
        Activation activation = start(card, PasswordKind.SECOND, ActivationWay.QR);
        first.scan(take(activation).link());
        return activations.prove(customer.id(), activation.id(), first.code(clock.instant()))
                        instanceof ProofOutcome.Proven proven
                ? proven.token()
                : new TokenId(Long.MAX_VALUE);
    }

    final Activation start(CardId card, PasswordKind kind, ActivationWay way) {
        StartOutcome outcome = activations.start(customer.id(), card, kind, way);
        assertThat(outcome).isInstanceOf(StartOutcome.Started.class);
        return ((StartOutcome.Started) outcome).activation();
    }

    final QrHandover take(Activation activation) {
        return activations.takeQr(customer.id(), activation.id()).orElseThrow();
    }

    final PasswordState state(CardId card) {
        return passwords.status(card, PasswordKind.SECOND).state();
    }

    /** A code that the phone does not show, now or near. */
    final String wrong() {
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

    static String wrongLike(String code) {
        return (code.charAt(0) == '1' ? "2" : "1") + code.substring(1);
    }

    final CardId card(String bin, String issuer) {
        return card(number(bin), issuer);
    }

    final CardId card(CardNumber number, String issuer) {
        long id = ids.next();
        Field pan = new Field("card", "pan_sealed");
        Field owner = new Field("card", "owner_sealed");
        String digits = number.digits();
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

    static CardNumber number(String bin) {
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

    /** A public key of a phone that is none. */
    static String publicKey() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return ClaimSeal.publicKeyText(generator.generateKeyPair().getPublic());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static <T> List<T> together(List<? extends Callable<T>> calls) throws Exception {
        List<T> results = new ArrayList<>();
        try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<T> each : pool.invokeAll(calls)) {
                results.add(each.get());
            }
        }
        return results;
    }
}
