package ir.ramzineh.issuer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ir.ramzineh.kernel.CardNumber;
import ir.ramzineh.kernel.PasswordKind;
import ir.ramzineh.kernel.StartupProblem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IssuersTest {
    private final Issuers issuers = Issuers.bundled();

    @TempDir
    Path folder;

    @Test
    void theSevenBanksOfTheRequirementsAreThere() {
        assertThat(issuers.all())
                .extracting(IssuerProfile::key)
                .containsExactly("maskan", "mehr-iran", "mellat", "melli", "noor", "parsian", "shahr");
    }

    @ParameterizedTest
    @CsvSource({
        "6037990000001111, melli",
        "6063730000001225, mehr-iran",
        "5028060000001330, shahr",
        "6280230000001447, maskan",
        "6221060000001556, parsian",
        "6104330000001662, mellat",
        "5076770000001772, noor"
    })
    void aCardIsFoundByItsBin(String card, String bank) {
        assertThat(issuers.of(CardNumber.of(card))).map(IssuerProfile::key).contains(bank);
    }

    /** The word must not depend on the order in which a Java machine happens to keep a set. */
    @Test
    void theFingerprintNamesTheTextsOfTheFiles() throws IOException {
        Path file = folder.resolve("melli.yaml");
        try (var bundled = getClass().getResourceAsStream("/issuers/melli.yaml")) {
            Files.write(file, bundled.readAllBytes());
        }
        Issuers own = new Issuers(new IssuerProperties(folder));
        assertThat(own.fingerprint()).hasSize(12).isEqualTo(issuers.fingerprint());

        Files.writeString(file, Files.readString(file) + "# changed\n");
        assertThat(own.reload()).isEmpty();
        assertThat(own.fingerprint()).isNotEqualTo(issuers.fingerprint());

        Files.writeString(file, "name: [");
        assertThat(own.reload()).get().extracting(ProfileProblem::file).isEqualTo("melli.yaml");
        assertThat(own.of(CardNumber.of("6037990000001111")))
                .as("the old ones serve")
                .isPresent();
    }

    @Test
    void aCardOfAnotherBankHasNoProfile() {
        assertThat(issuers.of(CardNumber.of("6219861034529007"))).isEmpty();
    }

    @Test
    void I2_D4_digitsAndLivesStayInsideTheCentralBanksBounds() {
        for (IssuerProfile bank : issuers.all()) {
            assertThat(bank.first().digits()).isGreaterThanOrEqualTo(4);
            assertThat(bank.second().digits()).isGreaterThanOrEqualTo(7);
            for (PasswordKind kind : PasswordKind.values()) {
                assertThat(bank.password(kind).lifeSecondsMax()).isLessThanOrEqualTo(120);
                assertThat(bank.password(kind).ways()).isNotEmpty();
            }
            assertThat(bank.wrongCodeLimit()).isBetween(1, 5);
            assertThat(bank.giftCards().dynamicPasswords()).isFalse();
        }
    }

    @Test
    void S7_13_S8_5_S12_4_D7_theWaysOfTheArticlesAreOffered() {
        assertThat(bank("parsian").wrongCodeLimit()).isEqualTo(3);
        assertThat(bank("mehr-iran").second().ways()).containsExactly(ActivationWay.QR);
        assertThat(bank("shahr").second().ways()).containsExactly(ActivationWay.QR_AND_SMS);
        assertThat(bank("melli").second().ways()).contains(ActivationWay.QR, ActivationWay.SCREEN_AND_SMS);
        assertThat(bank("maskan").second().digits()).isEqualTo(8);
        assertThat(bank("maskan").secondActivatedText().in(Locale.forLanguageTag("fa")))
                .isEqualTo("با فعال\u200cسازی رمز پویا، رمز ایستا غیرفعال می\u200cگردد.");
    }

    @Test
    void anEighthBankIsAFile() throws IOException {
        own("sepah.yaml", bundled("noor").replace("507677", "58921010").replace("Noor Credit Institution", "Sepah"));

        Issuers nine = new Issuers(new IssuerProperties(folder));

        assertThat(nine.all()).hasSize(8);
        assertThat(nine.of(CardNumber.of("5892101000000006")))
                .map(IssuerProfile::key)
                .contains("sepah");
    }

    @Test
    void theLongerPrefixWins() throws IOException {
        own("branch.yaml", bundled("noor").replace("507677", "60379900"));

        Issuers withBranch = new Issuers(new IssuerProperties(folder));

        assertThat(withBranch.of(CardNumber.of("6037990000001111")))
                .map(IssuerProfile::key)
                .contains("branch");
    }

    @Test
    void theOperatorsFileTakesThePlaceOfTheBundledOne() throws IOException {
        own("parsian.yaml", bundled("parsian").replace("  limit: 3", "  limit: 2"));

        assertThat(new Issuers(new IssuerProperties(folder)).byKey("parsian"))
                .map(IssuerProfile::wrongCodeLimit)
                .contains(2);
    }

    @Test
    void twoBanksWithOneBinAreRefused() throws IOException {
        own("copy.yaml", bundled("noor"));

        assertThatThrownBy(() -> new Issuers(new IssuerProperties(folder)))
                .isInstanceOf(StartupProblem.class)
                .hasMessageContaining("field bins")
                .hasMessageContaining("507677");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            digits: 7|digits: 6|second.digits: expected a whole number from 7 to 10
            digits: 7|digits: seven|second.digits: expected a whole number from 7 to 10
            digits: 7|length: 7|passwords.second.digits is missing
            max: 120}|max: 121}|life-seconds.max: expected a whole number from 30 to 120
            disables-static: false|disables-static: maybe|expected true or false
            disables-static: true|disables-static: false|(S0.5)
            ways: [qr,|ways: [fax,|expected a list with at least one of qr, qr-and-sms, screen-and-sms, standard-qr
            sms-code: {length: 8|sms-code: {length: 3|sms-code: expected a length from 6 to 12
            screen-part: {length: 24|screen-part: {length: 8|at least 64 bits
            limit: 3|limit: 6|wrong-codes.limit: expected a whole number from 1 to 5
            standard-code: {digits: 8|standard-code: {digits: 6|passwords.second.standard-code.digits: expected 8
            ink: "#ffffff"|ink: "#702030"|contrast
            ["603799"|["60379"|prefixes of 6 or 8 digits
            life-hours: 24|life-hours: 25|expected a whole number from 1 to 24
            qr-visible-seconds: 120|qr-visible-seconds: 120!  new-phone-wait-hours: 73|from 0 to 72
            ways: [qr, screen-and-sms, standard-qr]|ways: [qr, move, standard-qr]|ways of the portal
            sms:|extra: 1!sms:|no such field here
            """)
    void aMistakeIsOneSentenceWithFileLineAndField(String right, String wrong, String sentence) {
        String broken = bundled("melli").replace(right, wrong.replace("!", "\n"));

        assertThatThrownBy(() -> ProfileFile.read("melli", "melli.yaml", broken))
                .isInstanceOf(StartupProblem.class)
                .hasMessageMatching("(?s)melli\\.yaml, line [0-9]+.*")
                .hasMessageContaining(sentence);
    }

    @Test
    void S10_23_aBankMayLetTheWishForANewPhoneWait() {
        String waits = bundled("melli")
                .replace("qr-visible-seconds: 120", "qr-visible-seconds: 120\n  new-phone-wait-hours: 24");
        assertThat(ProfileFile.read("melli", "melli.yaml", waits)
                        .profile()
                        .activation()
                        .newPhoneWait())
                .isEqualTo(Duration.ofHours(24));
        assertThat(ProfileFile.read("melli", "melli.yaml", bundled("melli"))
                        .profile()
                        .activation()
                        .newPhoneWait())
                .isZero();
    }

    @Test
    void brokenYamlNamesItsLine() {
        assertThatThrownBy(() -> ProfileFile.read("melli", "melli.yaml", "name:\n  fa: \"open\n"))
                .isInstanceOf(StartupProblem.class)
                .hasMessageMatching("(?s)melli.yaml, line [0-9]+: expected YAML.*");
    }

    @Test
    void aMissingFolderIsSaid() {
        assertThatThrownBy(() -> new Issuers(new IssuerProperties(folder.resolve("nowhere"))))
                .isInstanceOf(StartupProblem.class)
                .hasMessageContaining("ramzineh.issuer.directory");
    }

    private IssuerProfile bank(String key) {
        return issuers.byKey(key).orElseThrow();
    }

    private void own(String name, String content) throws IOException {
        Files.writeString(folder.resolve(name), content);
    }

    private static String bundled(String key) {
        try (var file = Issuers.class.getResourceAsStream("/issuers/" + key + ".yaml")) {
            return new String(file.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
