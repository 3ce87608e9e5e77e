package ir.ramzineh.token;

import static org.assertj.core.api.Assertions.assertThat;

import ir.ramzineh.TestPhone;
import ir.ramzineh.TestPhoneCalls;
import ir.ramzineh.cases.Together;
import ir.ramzineh.issuer.ActivationWay;
import ir.ramzineh.kernel.CardId;
import ir.ramzineh.kernel.PasswordKind;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

/** Phones with active tokens. */
abstract class PhoneScene extends ActivationScene {
    private static final int AT_ONCE = 10;

    @Autowired
    PhoneTokens phoneTokens;

    @Autowired
    PhoneActivations phones;

    /** An active token on a phone that has proven its first code itself. */
    final TestPhoneCalls active(CardId card, String deviceName) {
        Activation activation = start(card, PasswordKind.SECOND, ActivationWay.QR);
        TestPhone fresh = new TestPhone(portal());
        fresh.scan(take(activation).link());
        TestPhoneCalls calls = new TestPhoneCalls(portal(), fresh.keyInHex(), TestPhoneCalls.newDevice());
        assertThat(proven(fresh, calls, deviceName)).isInstanceOf(ProofOutcome.Proven.class);
        return calls;
    }

    final ProofOutcome proven(TestPhone fresh, TestPhoneCalls calls, String deviceName) {
        return phones.prove(
                new ActivationRef(fresh.reference()),
                fresh.code(clock.instant()),
                new DeviceId(calls.device()),
                deviceName);
    }

    /** Straight at the door, so that many calls do not meet the limit of their address. */
    final Optional<PhoneCaller> caller(TestPhoneCalls.Call call) {
        String[] path = call.path().split("/", -1);
        return phoneTokens.caller(new PhoneRequest(
                path[4],
                "POST",
                call.path(),
                call.time(),
                call.mac(),
                call.body().getBytes(StandardCharsets.UTF_8)));
    }

    final PhoneCaller known(TestPhoneCalls calls) {
        return caller(calls.state(clock.instant())).orElseThrow();
    }

    final MoveOutcome move(TestPhoneCalls old, TestPhone next) {
        PhoneOutcome<MoveOutcome> outcome =
                phoneTokens.move(known(old), new DeviceId(old.device()), next.publicKey(), "Pixel 10");
        return outcome instanceof PhoneOutcome.Done<MoveOutcome>(MoveOutcome move)
                ? move
                : new MoveOutcome.Refused(outcome.toString());
    }

    /** What the new phone reads off the screen of the old one. */
    final TestPhoneCalls received(TestPhone next, MoveOutcome outcome) {
        ClaimOutcome.Claimed key = ((MoveOutcome.Ready) outcome).key();
        next.receive(JsonMapper.shared()
                .valueToTree(Map.of(
                        "reference", key.reference().value(),
                        "ephemeralKey", key.ephemeralKey(),
                        "sealedKey", key.sealedKey(),
                        "algorithm", key.token().algorithm(),
                        "digits", key.token().digits(),
                        "periodSeconds", key.token().periodSeconds(),
                        "password", key.token().kind().name())));
        return new TestPhoneCalls(portal(), next.keyInHex(), TestPhoneCalls.newDevice());
    }

    final int living(CardId card) {
        return Objects.requireNonNull(jdbc.sql("select count(*) from token where card_id = :card and active_slot = 1")
                .param("card", card.value())
                .query(Integer.class)
                .single());
    }

    /** Messages to the customer, sent or on their way. */
    final int messages(String template) {
        return jdbc.sql("select count(*) from sms_message where customer_id = :id and template = :template")
                .param("id", customer.id().value())
                .param("template", template)
                .query(Integer.class)
                .single();
    }

    final URI portal() {
        return URI.create("http://localhost:" + port);
    }

    /** Many calls, as many at once as a node has connections for; who loses a lock asks again, as a phone does after a 503. */
    static <T> List<T> crowd(List<? extends Callable<T>> calls) throws Exception {
        List<T> results = new ArrayList<>();
        try (ExecutorService pool = Executors.newFixedThreadPool(AT_ONCE)) {
            for (Future<T> each : pool.invokeAll(calls.stream()
                    .<Callable<T>>map(call -> () -> Together.stubborn(call))
                    .toList())) {
                results.add(each.get());
            }
        }
        return results;
    }
}
