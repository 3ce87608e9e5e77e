package ir.ramzineh.sms;

import java.io.ByteArrayOutputStream;

/** The default alphabet of mobile networks (3GPP TS 23.038, 6.2.1): 160 signs of it cost what 70 others do. */
public final class GsmAlphabet {
    /** Announces a sign of the extension table; stands in the table for itself. */
    public static final byte ESCAPE = 0x1b;

    private static final String BASIC = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞ\u001bÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡"
            + "ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
    private static final String EXTENDED = "^{}\\[~]|€";
    private static final byte[] EXTENDED_CODES = {0x14, 0x28, 0x29, 0x2f, 0x3c, 0x3d, 0x3e, 0x40, 0x65};

    private GsmAlphabet() {}

    /** Whether every sign of a text is in the alphabet. */
    public static boolean holds(String text) {
        return text.chars()
                .allMatch(sign -> (sign != ESCAPE && BASIC.indexOf(sign) >= 0) || EXTENDED.indexOf(sign) >= 0);
    }

    /**
     * A text as SMPP carries it: one septet in each byte, two for signs of the extension table.
     *
     * @throws IllegalArgumentException the alphabet does not hold the text
     */
    public static byte[] encoded(String text) {
        if (!holds(text)) {
            throw new IllegalArgumentException("a sign of the text is not in the alphabet");
        }
        ByteArrayOutputStream septets = new ByteArrayOutputStream(text.length());
        text.chars().forEach(sign -> {
            int basic = BASIC.indexOf(sign);
            if (basic < 0) {
                septets.write(ESCAPE);
            }
            septets.write(basic < 0 ? EXTENDED_CODES[EXTENDED.indexOf(sign)] : basic);
        });
        return septets.toByteArray();
    }
}
