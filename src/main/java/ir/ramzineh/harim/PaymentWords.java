package ir.ramzineh.harim;

import ir.ramzineh.issued.IssuedCode;
import ir.ramzineh.issuer.IssuerProfile;
import java.text.NumberFormat;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;

/** What the message of a payment says besides the code: type, amount and recipient (I7). Digits are Latin, to be typed. */
final class PaymentWords {
    private static final ZoneId TEHRAN = ZoneId.of("Asia/Tehran");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final int RECIPIENT_LENGTH_MAX = 30;

    private PaymentWords() {}

    static Map<String, String> values(
            RequestTable.Waiting request, IssuerProfile issuer, IssuedCode code, Locale locale) {
        return Map.of(
                "bank", issuer.sms().bankName().in(locale),
                "recipient", recipient(request),
                "amount",
                        NumberFormat.getIntegerInstance(Locale.ROOT)
                                .format(request.payment().amount().amount()),
                "code", code.code(),
                "time", TIME.format(code.expiresAt().atZone(TEHRAN)));
    }

    /** The name the page gave, else the number of the merchant. */
    static String recipient(RequestTable.Waiting request) {
        String name = request.merchantName().strip();
        String shown = name.isEmpty() ? request.payment().merchantId() : name;
        return shown.codePoints()
                .limit(RECIPIENT_LENGTH_MAX)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
