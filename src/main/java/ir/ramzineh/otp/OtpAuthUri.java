package ir.ramzineh.otp;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The {@code otpauth://} link that any authenticator scans (Key URI format). Read strictly: what one app takes and
 * another does not is refused, so that a customer does not learn at the till that his app guessed.
 *
 * @param type time or counter
 * @param issuer name of the bank, empty where the link names none; no colon
 * @param account label under it, such as a masked card number; no colon
 * @param key the secret
 * @param digits 4 to 10
 * @param moving period in seconds for {@link Type#TOTP}, counter (all 64 bits, unsigned) for {@link Type#HOTP}
 */
public record OtpAuthUri(
        Type type, String issuer, String account, OtpKey key, HashAlgorithm algorithm, int digits, long moving) {

    private static final Pattern LINK = Pattern.compile("otpauth://(totp|hotp)/([^/?#]*)\\?([^#]*)");
    private static final Pattern ENCODED = Pattern.compile("([^%+]|\\+|%[0-9A-Fa-f]{2})*");
    private static final int LINK_LENGTH_MAX = 2000;
    private static final int DIGITS_DEFAULT = 6;
    private static final int PERIOD_DEFAULT = 30;
    private static final int NAME_LENGTH_MAX = 200;

    /** What moves from code to code. */
    public enum Type {
        TOTP,
        HOTP
    }

    /** Checks digits, period and names. */
    public OtpAuthUri {
        Hotp.checkDigits(digits);
        if (type == Type.TOTP && (moving < 1 || moving > TotpSpec.PERIOD_SECONDS_MAX)) {
            throw new IllegalArgumentException("a period has 1 to " + TotpSpec.PERIOD_SECONDS_MAX + " seconds");
        }
        if (issuer.contains(":") || account.contains(":") || account.isBlank()) {
            throw new IllegalArgumentException("issuer and account have no colon, and the account has a name");
        }
        if (issuer.length() > NAME_LENGTH_MAX || account.length() > NAME_LENGTH_MAX) {
            throw new IllegalArgumentException("issuer and account have at most " + NAME_LENGTH_MAX + " signs");
        }
    }

    /** A link for codes by time. */
    public static OtpAuthUri totp(String issuer, String account, OtpKey key, TotpSpec spec) {
        return new OtpAuthUri(Type.TOTP, issuer, account, key, spec.algorithm(), spec.digits(), spec.periodSeconds());
    }

    /** How codes are made, for a link by time. */
    public TotpSpec totpSpec() {
        if (type != Type.TOTP) {
            throw new IllegalStateException("this link counts");
        }
        return new TotpSpec(algorithm, digits, (int) moving);
    }

    /** The link as it goes into a QR code, all values spelt out, spaces as {@code %20}. A secret. */
    public String toUri() {
        String label = issuer.isEmpty() ? encode(account) : encode(issuer) + ":" + encode(account);
        return "otpauth://" + (type == Type.TOTP ? "totp" : "hotp") + "/" + label
                + "?secret=" + Base32.encode(key.bytes())
                + (issuer.isEmpty() ? "" : "&issuer=" + encode(issuer))
                + "&algorithm=" + algorithm
                + "&digits=" + digits
                + (type == Type.TOTP ? "&period=" + moving : "&counter=" + Long.toUnsignedString(moving));
    }

    /**
     * Reads a link. Refuses what the format leaves open and apps take differently: a colon inside the account, an
     * issuer that differs from the label's prefix, a parameter given twice.
     *
     * @throws IllegalArgumentException without the link, which holds a secret
     */
    public static OtpAuthUri parse(String link) {
        Matcher found = LINK.matcher(link);
        if (link.length() > LINK_LENGTH_MAX || !found.matches()) {
            throw new IllegalArgumentException("not an otpauth link");
        }
        Type type = found.group(1).equals("totp") ? Type.TOTP : Type.HOTP;
        String label = decode(found.group(2));
        Map<String, String> parameters = parameters(found.group(3));
        int colon = label.indexOf(':');
        String prefix = colon < 0 ? "" : label.substring(0, colon);
        String issuer = parameters.getOrDefault("issuer", prefix);
        if (colon >= 0 && !prefix.equals(issuer)) {
            throw new IllegalArgumentException("two different issuers");
        }
        return new OtpAuthUri(
                type,
                issuer,
                label.substring(colon + 1).stripLeading(),
                new OtpKey(Base32.decode(required(parameters, "secret"))),
                algorithm(parameters.getOrDefault("algorithm", "SHA1")),
                number(parameters, "digits", DIGITS_DEFAULT),
                type == Type.TOTP ? number(parameters, "period", PERIOD_DEFAULT) : counter(parameters));
    }

    private static Map<String, String> parameters(String query) {
        Map<String, String> parameters = new HashMap<>();
        for (String parameter : query.split("&", 20)) {
            int equals = parameter.indexOf('=');
            if (equals < 0
                    || parameters.put(parameter.substring(0, equals), decode(parameter.substring(equals + 1)))
                            != null) {
                throw new IllegalArgumentException("a parameter without a value, or given twice");
            }
        }
        return parameters;
    }

    private static HashAlgorithm algorithm(String name) {
        return switch (name) {
            case "SHA1" -> HashAlgorithm.SHA1;
            case "SHA256" -> HashAlgorithm.SHA256;
            case "SHA512" -> HashAlgorithm.SHA512;
            default -> throw new IllegalArgumentException("unknown hash algorithm");
        };
    }

    private static String required(Map<String, String> parameters, String name) {
        String value = parameters.get(name);
        if (value == null || value.isEmpty()) {
            throw new IllegalArgumentException("an otpauth link without " + name);
        }
        return value;
    }

    private static int number(Map<String, String> parameters, String name, int otherwise) {
        String value = parameters.get(name);
        if (value == null) {
            return otherwise;
        }
        if (!value.matches("[0-9]{1,4}")) {
            throw new IllegalArgumentException(name + " is not a small number");
        }
        return Integer.parseInt(value);
    }

    private static long counter(Map<String, String> parameters) {
        try {
            return Long.parseUnsignedLong(required(parameters, "counter"));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("the counter is not a number", e);
        }
    }

    /** Percent-encoding of RFC 3986: everything but letters, digits and {@code -._~}; never a plus for a space. */
    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }

    /** A plus is a plus here: Key URIs are not forms. */
    private static String decode(String text) {
        if (!ENCODED.matcher(text).matches()) {
            throw new IllegalArgumentException("broken percent-encoding");
        }
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    /** Neither secret nor account. */
    @Override
    public String toString() {
        return "OtpAuthUri[" + type + ", " + algorithm + ", " + digits + "]";
    }
}
