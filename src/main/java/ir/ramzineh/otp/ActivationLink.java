package ir.ramzineh.otp;

import java.net.URI;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the QR code for our own app holds: a link into the portal's phone page with everything in its fragment, which
 * browsers keep to themselves. Byte layout in docs/protocol/activation.md.
 *
 * @param mechanism whether the parts hold the key, or the phone must claim it
 * @param context reference, password kind and how codes are made
 * @param issuerKey of the issuer profile, such as {@code mellat}
 * @param issuerName as shown above the codes
 * @param cardLabel masked card number or its nickname; at most ten digits, BIN and last four
 * @param typedParts the parts that come on other ways and that the app asks for; for a claim, the short code
 * @param scanned the part in the QR code itself, null where all parts are typed or claimed
 */
public record ActivationLink(
        Mechanism mechanism,
        ActivationContext context,
        String issuerKey,
        String issuerName,
        String cardLabel,
        List<PartFormat> typedParts,
        @Nullable ScannedPart scanned) {

    static final String PATH = "/ramzna/#";
    private static final int NAME_LENGTH_MAX = 60;
    private static final int LABEL_DIGITS_MAX = 10;
    private static final int LINK_LENGTH_MAX = 2000;

    /** How the key reaches the phone. */
    public enum Mechanism {
        /** The parts together make the key; no network is needed. */
        SELF_CONTAINED,
        /** The phone asks the portal once, with the reference, the short code and its public key. */
        CLAIM
    }

    /** Checks lengths, and that no full card number stands in the label. */
    public ActivationLink {
        typedParts = List.copyOf(typedParts);
        if (!issuerKey.matches("[a-z0-9-]{1,30}")) {
            throw new IllegalArgumentException("an issuer key has 1 to 30 of a-z 0-9 -");
        }
        checkText(issuerName);
        checkText(cardLabel);
        if (cardLabel.chars().filter(Character::isDigit).count() > LABEL_DIGITS_MAX) {
            throw new IllegalArgumentException("a label shows a card number only masked");
        }
        if (typedParts.size() + (scanned == null ? 0 : 1) > PartFormat.NUMBER_MAX) {
            throw new IllegalArgumentException("too many parts");
        }
        if (mechanism == Mechanism.CLAIM && scanned != null) {
            throw new IllegalArgumentException("a claim carries no part of the key");
        }
        if (mechanism == Mechanism.SELF_CONTAINED && typedParts.isEmpty() && scanned == null) {
            throw new IllegalArgumentException("a key has at least one part");
        }
    }

    /**
     * The link for the QR code.
     *
     * @param base address of the portal without a slash at its end, such as {@code https://bank.example}
     */
    public String toUrl(URI base) {
        return base + PATH + fragment();
    }

    /** What stands behind the {@code #}: base64url without padding. A secret where a scanned part is in it. */
    public String fragment() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(ActivationLinkBytes.encode(this));
    }

    /**
     * Reads a link or its fragment.
     *
     * @throws IllegalArgumentException for anything but exactly one well-formed link; without its content
     */
    public static ActivationLink parse(String linkOrFragment) {
        if (linkOrFragment.length() > LINK_LENGTH_MAX) {
            throw new IllegalArgumentException("not an activation link");
        }
        String fragment = linkOrFragment.substring(linkOrFragment.indexOf('#') + 1);
        if (!fragment.matches("[A-Za-z0-9_-]+")) {
            throw new IllegalArgumentException("not an activation link");
        }
        ActivationLink link = ActivationLinkBytes.decode(Base64.getUrlDecoder().decode(fragment));
        if (!link.fragment().equals(fragment)) {
            throw new IllegalArgumentException("left-over bits in an activation link");
        }
        return link;
    }

    private static void checkText(String text) {
        if (text.isBlank() || text.length() > NAME_LENGTH_MAX || text.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("a name has 1 to " + NAME_LENGTH_MAX + " signs, no control signs");
        }
    }
}
