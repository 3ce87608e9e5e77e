package ir.ramzineh.cases;

import static org.assertj.core.api.Assertions.assertThat;

import ir.ramzineh.PortalIT;
import ir.ramzineh.TestPhone;
import ir.ramzineh.card.Cards;
import ir.ramzineh.card.SettingsChange;
import ir.ramzineh.channelapi.ChannelScope;
import ir.ramzineh.issuer.ActivationWay;
import ir.ramzineh.issuer.AtmAction;
import ir.ramzineh.issuer.AtmEntry;
import ir.ramzineh.issuer.IssuerProfile;
import ir.ramzineh.issuer.Issuers;
import ir.ramzineh.kernel.PasswordKind;
import ir.ramzineh.kernel.Transaction;
import ir.ramzineh.token.Activation;
import ir.ramzineh.token.Activations;
import ir.ramzineh.token.ProofOutcome;
import ir.ramzineh.token.StartOutcome;
import ir.ramzineh.verification.PasswordPolicies;
import ir.ramzineh.verification.Verdict;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

@PortalIT
@DisplayName("Security case 7: whoever is locked out by a stranger has a way back")
class WayBackIT extends CaseScene {
    @Autowired
    private Issuers issuers;

    @Autowired
    private Activations activations;

    @Autowired
    private Cards cards;

    @Autowired
    private PasswordPolicies policies;

    static Stream<String> banks() {
        return Issuers.bundled().all().stream().map(IssuerProfile::key);
    }

    @ParameterizedTest
    @MethodSource("banks")
    void atEveryBankANewActivationInThePortalOpensALockedPassword(String bank) throws Exception {
        Owner owner = lockedAt(bank);
        ActivationWay way = profile(bank).second().ways().stream()
                .filter(one -> one != ActivationWay.SCREEN_AND_SMS)
                .findFirst()
                .orElseThrow();
        StartOutcome begun = activations.start(owner.customer(), owner.card(), PasswordKind.SECOND, way);
        assertThat(begun).isInstanceOf(StartOutcome.Started.class);
        Activation activation = ((StartOutcome.Started) begun).activation();
        TestPhone phone = new TestPhone(URI.create("http://localhost:" + port));
        phone.scan(activations
                .takeQr(owner.customer(), activation.id())
                .orElseThrow()
                .link());
        if (way == ActivationWay.QR_AND_SMS) {
            long seen = newest(owner);
            phone.reportScan();
            phone.claim(lineOfTheCode(owner, seen), "Phone");
        }
        assertThat(activations.prove(owner.customer(), activation.id(), phone.code(clock.instant())))
                .isInstanceOf(ProofOutcome.Proven.class);

        assertThat(state(owner)).isEqualTo("DYNAMIC");
        assertThat(failedAttempts(owner)).isZero();
        clock.advance(Duration.ofSeconds(phone.periodSeconds()));
        assertThat(ask(owner, phone.code(clock.instant()))).isEqualTo(Verdict.ACCEPTED);
    }

    @ParameterizedTest
    @MethodSource("banks")
    void atEveryBankThePortalTakesALockedPasswordBackToStatic(String bank) throws Exception {
        Owner owner = lockedAt(bank);
        assertThat(policies.of(owner.number(), PasswordKind.SECOND).staticAllowed())
                .as("the lock does not bring the weaker password back by itself")
                .isFalse();

        cards.change(owner.customer(), owner.card(), PasswordKind.SECOND, new SettingsChange.SwitchOff());

        assertThat(state(owner)).isEqualTo("STATIC");
        assertThat(policies.of(owner.number(), PasswordKind.SECOND).staticAllowed())
                .isTrue();
    }

    @ParameterizedTest
    @MethodSource("banks")
    void atEveryAtmSwitchingOffTakesALockedPasswordBackToStaticAndSaysSoBefore(String bank) throws Exception {
        Owner owner = lockedAt(bank);
        String entry = switchingOff(profile(bank)).orElseThrow();
        String key = key(ChannelScope.TERMINAL);

        HttpResponse<String> remains = calls.post("terminals/remains", key, remains(owner, entry));
        assertThat(remains.body()).contains("رمز دوم ایستای کارت دوباره معتبر می");
        HttpResponse<String> done =
                calls.post("terminals/actions", key, calls.wish("w-" + ids.next(), owner, entry, Map.of()));

        assertThat(done.body()).contains("\"DONE\"");
        assertThat(state(owner)).isEqualTo("STATIC");
    }

    /** Where payment codes need no activation (S11.7), they are back with the static password. */
    @Test
    void paymentCodesFromTheStartComeBackToo() throws Exception {
        Owner owner = lockedAt("mehr-iran");
        cards.change(owner.customer(), owner.card(), PasswordKind.SECOND, new SettingsChange.SwitchOff());

        Transaction payment = payment();
        String code = askedOnAPaymentPage(owner, payment);
        assertThat(verdict(key(ChannelScope.VERIFICATION), "b-" + ids.next(), owner, code, payment))
                .isEqualTo(Verdict.ACCEPTED);
    }

    @Test
    void aLockOfTheSecondPasswordLeavesTheFirstAndEverybodyElseAlone() throws Exception {
        Owner neighbour = Source.APP.owner(this);
        Owner owner = lockedAt("melli");
        assertThat(policies.of(owner.number(), PasswordKind.FIRST).staticAllowed())
                .isTrue();
        assertThat(ask(neighbour, neighbour.appCode(clock.instant()))).isEqualTo(Verdict.ACCEPTED);
    }

    /** Somebody else's guesses have locked it. */
    private Owner lockedAt(String bank) throws Exception {
        IssuerProfile profile = profile(bank);
        Owner owner = owner(profile.bins().getFirst(), "APP,HARIM", true);
        for (int i = 0; i < profile.wrongCodeLimit(); i++) {
            ask(owner, "%06d".formatted(i));
        }
        assertThat(state(owner)).isEqualTo("LOCKED");
        assertThat(ask(owner, owner.appCode(clock.instant()))).isEqualTo(Verdict.REFUSED);
        return owner;
    }

    private IssuerProfile profile(String bank) {
        return issuers.byKey(bank).orElseThrow();
    }

    private static Optional<String> switchingOff(IssuerProfile profile) {
        return profile.atm().orElseThrow().menu().stream()
                .flatMap(AtmEntry::flat)
                .filter(AtmEntry.Action.class::isInstance)
                .map(AtmEntry.Action.class::cast)
                .filter(action -> action.action() == AtmAction.DEACTIVATE
                        && action.passwords().contains(PasswordKind.SECOND))
                .map(AtmEntry.Action::id)
                .findFirst();
    }

    private String remains(Owner owner, String entry) {
        return calls.wish("none", owner, entry, Map.of()).replaceFirst("\"requestId\":\"none\",", "");
    }

    private Verdict ask(Owner owner, String code) throws Exception {
        return verdict(key(ChannelScope.VERIFICATION), "l-" + ids.next(), owner, code, payment());
    }
}
