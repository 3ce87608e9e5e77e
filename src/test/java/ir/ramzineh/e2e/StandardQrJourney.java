package ir.ramzineh.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import ir.ramzineh.Patience;
import ir.ramzineh.PortalIT;
import ir.ramzineh.issuer.ActivationWay;
import ir.ramzineh.kernel.CardNumber;
import ir.ramzineh.kernel.PasswordKind;
import ir.ramzineh.otp.Base32;
import ir.ramzineh.trial.DemonstrationPeople;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

/** The QR code for any authenticator, followed by programs that are not ours; their codes are accepted once. */
@PortalIT
class StandardQrJourney extends PortalJourney {
    private static final String MELLI = "603799";
    private static final Path OATHTOOL = Path.of("/usr/bin/oathtool");

    /** What an authenticator reads in the link. */
    private record Link(String secret, String algorithm, int digits, int period) {
        static Link of(String text) {
            URI uri = URI.create(text);
            assertThat(uri.getScheme()).isEqualTo("otpauth");
            assertThat(uri.getHost()).isEqualTo("totp");
            Map<String, String> values = Arrays.stream(uri.getQuery().split("&"))
                    .map(pair -> pair.split("=", 2))
                    .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
            return new Link(
                    values.get("secret"),
                    values.getOrDefault("algorithm", "SHA1"),
                    Integer.parseInt(values.getOrDefault("digits", "6")),
                    Integer.parseInt(values.getOrDefault("period", "30")));
        }
    }

    /** Makes codes of a link. */
    private interface Authenticator {
        String code(Link link, Instant at) throws Exception;
    }

    @Test
    void anotherLibraryOfJavaMakesAcceptedCodes() throws Exception {
        provesAndPaysOnce(StandardQrJourney::byLibrary);
    }

    @Test
    void oathtoolMakesAcceptedCodes() throws Exception {
        assumeTrue(Files.isExecutable(OATHTOOL), "oathtool is not installed");
        provesAndPaysOnce(StandardQrJourney::byOathtool);
    }

    private void provesAndPaysOnce(Authenticator phone) throws Exception {
        CardNumber card = DemonstrationPeople.PARSA.cardOf(MELLI);
        ActivationPages portal = signIn(Browser.fresh(Screen.DESKTOP), registered(DemonstrationPeople.PARSA), EN)
                .pressShortcut();
        portal.chooseCard(card);
        portal.choosePassword(PasswordKind.SECOND);
        portal.chooseWay(ActivationWay.STANDARD_QR);
        Link link = Link.of(QrReading.of(portal.photographQr()));
        portal.prove(phone.code(link, clock.instant()));
        assertThat(portal.success()).isNotBlank();
        clock.advance(CODE_LIFE_MAX);
        String code = phone.code(link, clock.instant());
        assertThat(code).hasSize(link.digits());
        CardSwitch asked = cardSwitch();
        assertThat(List.of(asked.ask(card, code), asked.ask(card, code))).containsExactly("ACCEPTED", "REFUSED");
    }

    private static String byLibrary(Link link, Instant at) throws GeneralSecurityException {
        String algorithm = "Hmac" + link.algorithm();
        var generator =
                new TimeBasedOneTimePasswordGenerator(Duration.ofSeconds(link.period()), link.digits(), algorithm);
        return generator.generateOneTimePasswordString(new SecretKeySpec(Base32.decode(link.secret()), algorithm), at);
    }

    private static String byOathtool(Link link, Instant at) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        OATHTOOL.toString(),
                        "--totp=" + link.algorithm(),
                        "--base32",
                        "--digits=" + link.digits(),
                        "--time-step-size=" + link.period() + "s",
                        "--now=@" + at.getEpochSecond(),
                        link.secret())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String code = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        assertThat(process.waitFor(Patience.LONG.toSeconds(), TimeUnit.SECONDS)).isTrue();
        return code;
    }
}
