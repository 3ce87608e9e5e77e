package ir.ramzineh.cases;

import static org.assertj.core.api.Assertions.assertThat;

import ir.ramzineh.PortalIT;
import ir.ramzineh.TestPhone;
import ir.ramzineh.channelapi.ChannelScope;
import ir.ramzineh.kernel.Rial;
import ir.ramzineh.kernel.Transaction;
import ir.ramzineh.smallamount.AllowanceRequest;
import ir.ramzineh.smallamount.SmallAmounts;
import ir.ramzineh.verification.Verdict;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

@PortalIT
@DisplayName("Security case 1: one good code many times at once, over two channels and two nodes")
class OneCodeManyAtOnceIT extends CaseScene {
    /** What all phones of a test may ask for in a minute, less a few for others. */
    private static final int PHONES = 48;

    @Autowired
    private SmallAmounts smallAmounts;

    @ParameterizedTest
    @EnumSource
    void of64SubmissionsOfOneCodeOneIsAcceptedAndTheOthersAreRefusedAlike(Source source) throws Exception {
        Owner owner = source.owner(this);
        Transaction payment = payment();
        String code = source.code(this, owner, payment);
        clock.hold();
        List<String> keys = List.of(key(ChannelScope.VERIFICATION), key(ChannelScope.VERIFICATION));

        onTwoNodes(there -> {
            List<Verdict> verdicts = Together.all(Together.MANY, n -> {
                String id = owner.card().value() + "-" + n;
                return n % 4 < 2
                        ? () -> verdict(keys.get(n % 2), id, owner, code, payment)
                        : () -> verdict(there, "channel-" + n % 2, question(id, owner, code, payment));
            });
            assertThat(verdicts).containsOnlyOnce(Verdict.ACCEPTED).hasSize(Together.MANY);
        });
        assertThat(reasons(owner)).containsOnlyOnce("ACCEPTED").hasSize(Together.MANY);
        assertThat(reasons(owner)).containsOnly("ACCEPTED", "ALREADY_USED");
        assertThat(failedAttempts(owner)).isZero();
    }

    @Test
    void of64SmallPaymentsOfTheWholeAllowanceOneIsAllowed() throws Exception {
        Owner owner = Source.BOUND.owner(this);
        smallAmounts.accept(owner.customer(), owner.card(), true);
        List<String> keys = List.of(key(ChannelScope.SMALL_AMOUNT), key(ChannelScope.SMALL_AMOUNT));

        onTwoNodes(there -> {
            List<Boolean> allowed = Together.all(Together.MANY, n -> {
                String id = owner.card().value() + "-" + n;
                return n % 4 < 2
                        ? () -> calls.patiently(
                                        "static-allowances", keys.get(n % 2), calls.allowance(id, owner, 1_000_000))
                                .body()
                                .contains("true")
                        : () -> Together.stubborn(() -> there.bean(SmallAmounts.class)
                                .allow(
                                        "channel-" + n % 2,
                                        new AllowanceRequest(id, owner.number(), new Rial(1_000_000))));
            });
            assertThat(allowed).containsOnlyOnce(true).hasSize(Together.MANY);
        });
    }

    /** The code of an activation is a code too: whoever is first has the key (S4.5, S7.10). */
    @Test
    void ofManyPhonesWithOneActivationCodeOneGetsTheKey() throws Exception {
        Owner owner = owner("610433", "APP", false);
        long seen = newest(owner);
        HttpResponse<String> begun = calls.post(
                "terminals/actions",
                key(ChannelScope.TERMINAL),
                calls.wish("a-" + ids.next(), owner, "1-1-1", Map.of("mobileConfirmed", true)));
        assertThat(begun.body()).contains("DONE");
        String code = lineOfTheCode(owner, seen);

        List<Integer> answers = Together.all(
                PHONES,
                n -> () -> new TestPhone(URI.create("http://localhost:" + port))
                        .claimByCard(owner.number().digits(), "SECOND", code, "Phone " + n)
                        .status());

        assertThat(answers).containsOnlyOnce(200);
        assertThat(answers).as("the others hear that it is gone, or held").containsOnly(200, 409, 422);
    }
}
