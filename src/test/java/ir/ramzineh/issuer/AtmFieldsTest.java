package ir.ramzineh.issuer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ir.ramzineh.kernel.PasswordKind;
import ir.ramzineh.kernel.StartupProblem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The ATM of each bank as data: its own words, and a closed list of what they do. */
class AtmFieldsTest {
    private final Issuers issuers = Issuers.bundled();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            melli | 1-1-1 | عملیات رمز > فعال‌سازی رمز یکبار مصرف اول یا دوم > رمز یکبار مصرف اول | FIRST | RECEIPT_AND_SMS
            melli | 1-1-2 | عملیات رمز > فعال‌سازی رمز یکبار مصرف اول یا دوم > رمز یکبار مصرف دوم | SECOND | RECEIPT_AND_SMS
            mellat | 1-1-1 | رمز کارت > فعال‌سازی رمز پویا > ارسال کد فعال‌سازی | SECOND | SMS_CODE
            mellat | 2-1 | تغییر رمز > فعال‌سازی رمز پویا | SECOND | SMS_CODE
            parsian | 1-1 | عملیات رمز > ثبت‌نام رمز یکبارمصرف | SECOND | SMS_CODE
            maskan | 1-1-1 | تغییر رمز > خدمات رمز پویا > تخصیص رمز دوم پویا | SECOND | SERIAL_AND_SMS
            noor | 1-2 | عملیات رمز > فعال‌سازی رمز یکبار مصرف دوم | SECOND | RECEIPT_AND_SMS
            """)
    void S3_1_S4_2_S4_3_S7_1_S9_1_S14_5_thePathsOfTheArticlesActivate(
            String bank, String id, String path, PasswordKind kind, ActivationWay way) {
        AtmEntry.Action action = atm(bank).action(id).orElseThrow();

        assertThat(path(bank, id)).isEqualTo(path);
        assertThat(action.action()).isEqualTo(AtmAction.ACTIVATE);
        assertThat(action.passwords()).containsExactly(kind);
        assertThat(action.way()).contains(way);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            mellat | 3-1-1 | تغییر رمز و خدمات رمز پویا > فعال‌سازی رمز پویا > فعال سازی سامانه رمزنگار ملت نسخه پیامکی | ACTIVATE_CHANNEL
            mellat | 2-2 | تغییر رمز > غیر فعال‌سازی رمز پویا | DEACTIVATE
            mellat | 3-2-1 | تغییر رمز و خدمات رمز پویا > غیرفعال‌سازی رمز پویا > غیر فعال‌سازی سامانه رمزنگار ملت-نسخه پیامکی | DEACTIVATE_CHANNEL
            noor | 1-3 | عملیات رمز > غیرفعال سازی رمز یکبار مصرف اول و دوم | DEACTIVATE
            noor | 2-1 | رمز پویا > فعال‌سازی پیامک رمز پویا | ACTIVATE_CHANNEL
            parsian | 1-2 | عملیات رمز > تغییر کلمه عبور هشت رقمی | SET_PIN
            """)
    void S4_7_S4_8_S4_9_S7_14_S13_1_S14_8_theOtherPathsDoWhatTheySay(
            String bank, String id, String path, AtmAction action) {
        assertThat(path(bank, id)).isEqualTo(path);
        assertThat(atm(bank).action(id).map(AtmEntry.Action::action)).contains(action);
    }

    @Test
    void S3_5_S3_6_S14_6_theSplitOfAKeyIsThatOfTheBank() {
        assertThat(atm("melli").receiptPart())
                .contains(new ActivationRules.TextPart(8, ActivationRules.Alphabet.DIGITS));
        assertThat(atm("melli").receiptSmsPart().map(ActivationRules.TextPart::length))
                .contains(114);
        assertThat(atm("noor").receiptPart().map(ActivationRules.TextPart::length))
                .contains(8);
        assertThat(atm("mellat").receiptPart()).isEmpty();
    }

    @Test
    void S7_2_S9_2_theMessagesAreVerbatimWithTheirNonJoiners() {
        Locale persian = Locale.of("fa");
        assertThat(atm("parsian")
                        .action("1-1")
                        .flatMap(AtmEntry.Action::message)
                        .orElseThrow()
                        .in(persian))
                .isEqualTo("این سرویس برای مشتریانی قابل استفاده است که شماره همراه خود را قبلا در سیستم ثبت کرده‌اند. "
                        + "کلمه عبور اعلامی در این مرحله را عمیقا مراقبت نموده و نزد خود نگه دارید.");
        assertThat(atm("maskan")
                        .action("1-1-1")
                        .flatMap(AtmEntry.Action::message)
                        .orElseThrow()
                        .in(persian))
                .isEqualTo("با فعال‌سازی رمز پویا، رمز ایستا غیرفعال می‌گردد.");
    }

    @ParameterizedTest
    @CsvSource({
        "28406193, ",
        "1234567, LENGTH",
        "284061935, LENGTH",
        "2840619x, LENGTH",
        "11118406, ",
        "11118401, SAME_DIGIT",
        "10101010, ",
        "10101011, SAME_DIGIT",
        "12384067, ",
        "12348067, RUN",
        "84067654, RUN",
        "84066540, ",
        "90128406, "
    })
    void S7_4_D6_aSimplePinIsRefusedAndTheReasonIsNamed(String pin, PinRule.Broken broken) {
        assertThat(atm("parsian").pin().orElseThrow().brokenBy(pin)).isEqualTo(Optional.ofNullable(broken));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            way: receipt-and-sms|way: qr|expected one of receipt-and-sms, serial-and-sms, sms-code
            action: prove|action: dance|menu[1].entries[2].entries[1].action: expected one of activate, activate-channel
            receipt-sms-part: {length: 114|receipt-sms-part: {length: 20|receipt-sms-part.length: expected a whole number from 28 to 160
            receipt-part: {length: 8, alphabet: digits}|app-link: "http://x"|app-link: expected a short https address
            mobile: typed|mobile: guessed|atm.mobile: expected one of shown, typed
            passwords: [first]|passwords: [first, second]|both only to deactivate
            ways: [qr, screen|ways: [sms-code, screen|ways of the portal
            mobile: typed|serial: {length: 12, alphabet: digits}!  mobile: typed|exactly where an entry has way serial-and-sms
            """)
    void aMistakeIsOneSentenceWithFileLineAndField(String right, String wrong, String sentence) {
        String broken = bundled("melli").replace(right, wrong.replace("!", "\n"));

        assertThatThrownBy(() -> ProfileFile.read("melli", "melli.yaml", broken))
                .isInstanceOf(StartupProblem.class)
                .hasMessageMatching("(?s)melli\\.yaml, line [0-9]+.*")
                .hasMessageContaining(sentence);
    }

    private AtmProfile atm(String bank) {
        return issuers.byKey(bank).flatMap(IssuerProfile::atm).orElseThrow();
    }

    private String path(String bank, String id) {
        StringBuilder path = new StringBuilder();
        List<AtmEntry> entries = atm(bank).menu();
        for (String part = ""; !part.equals(id); ) {
            int end = id.indexOf('-', part.length() + 1);
            part = end < 0 ? id : id.substring(0, end);
            String wanted = part;
            AtmEntry entry = entries.stream()
                    .filter(each -> each.id().equals(wanted))
                    .findFirst()
                    .orElseThrow();
            path.append(path.isEmpty() ? "" : " > ").append(entry.label().fa());
            entries = entry instanceof AtmEntry.Group group ? group.entries() : List.of();
        }
        return path.toString();
    }

    private static String bundled(String key) {
        try (var file = Issuers.class.getResourceAsStream("/issuers/" + key + ".yaml")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
