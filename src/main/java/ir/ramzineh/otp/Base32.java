package ir.ramzineh.otp;

import java.io.ByteArrayOutputStream;

/** Base32 of RFC 4648, section 6, as {@code otpauth} links carry it: upper case, no padding. */
public final class Base32 {
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int TEXT_LENGTH_MAX = 1024;

    private Base32() {}

    /** Encodes without padding. */
    public static String encode(byte[] bytes) {
        StringBuilder text = new StringBuilder((bytes.length * 8 + 4) / 5);
        int bits = 0;
        int buffer = 0;
        for (byte b : bytes) {
            buffer = ((buffer << 8) | (b & 0xff)) & 0xfff;
            bits += 8;
            while (bits >= 5) {
                bits -= 5;
                text.append(ALPHABET.charAt((buffer >> bits) & 0x1f));
            }
        }
        if (bits > 0) {
            text.append(ALPHABET.charAt((buffer << (5 - bits)) & 0x1f));
        }
        return text.toString();
    }

    /**
     * Decodes; lower case and trailing padding are fine. Signs outside the alphabet, impossible lengths and left-over
     * bits that are not zero are refused: two texts for one key would be two names for one secret.
     *
     * @throws IllegalArgumentException without the text, which is usually a secret
     */
    public static byte[] decode(String text) {
        String body = text.replaceAll("=+$", "");
        if (text.length() > TEXT_LENGTH_MAX
                || body.length() % 8 == 1
                || body.length() % 8 == 3
                || body.length() % 8 == 6) {
            throw new IllegalArgumentException("not a base32 length");
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(body.length() * 5 / 8);
        int bits = 0;
        int buffer = 0;
        for (int i = 0; i < body.length(); i++) {
            buffer = ((buffer << 5) | valueOf(body.charAt(i))) & 0xfff;
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                bytes.write(buffer >> bits);
            }
        }
        if ((buffer & ((1 << bits) - 1)) != 0) {
            throw new IllegalArgumentException("left-over bits in base32");
        }
        return bytes.toByteArray();
    }

    private static int valueOf(char c) {
        int value = ALPHABET.indexOf(c >= 'a' && c <= 'z' ? c - 'a' + 'A' : c);
        if (value < 0) {
            throw new IllegalArgumentException("not a base32 sign");
        }
        return value;
    }
}
