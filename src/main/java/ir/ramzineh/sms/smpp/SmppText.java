package ir.ramzineh.sms.smpp;

import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Texts as they travel: UCS-2 on the way out, whatever the centre says on the way in. */
final class SmppText {
    /** Bytes of one short message. */
    static final int SINGLE_BYTES_MAX = 140;
    /** What the joining header leaves of it. */
    private static final int PART_BYTES_MAX = 134;

    private static final byte HEADER_REST = 5;
    private static final byte JOINED_8_BIT = 0;
    private static final byte JOINED_REST = 3;

    private SmppText() {}

    static byte[] encoded(String text) {
        return text.getBytes(StandardCharsets.UTF_16BE);
    }

    /** The parts of a long text, each with its header. No sign of two code units is cut in half. */
    static List<byte[]> parts(byte[] encoded, int reference) {
        List<byte[]> pieces = new ArrayList<>();
        for (int from = 0; from < encoded.length; ) {
            int to = Math.min(from + PART_BYTES_MAX, encoded.length);
            if (to < encoded.length
                    && Character.isHighSurrogate(ByteBuffer.wrap(encoded).getChar(to - 2))) {
                to -= 2;
            }
            pieces.add(Arrays.copyOfRange(encoded, from, to));
            from = to;
        }
        List<byte[]> parts = new ArrayList<>();
        for (int i = 0; i < pieces.size(); i++) {
            byte[] piece = pieces.get(i);
            parts.add(ByteBuffer.allocate(HEADER_REST + 1 + piece.length)
                    .put(HEADER_REST)
                    .put(JOINED_8_BIT)
                    .put(JOINED_REST)
                    .put((byte) reference)
                    .put((byte) pieces.size())
                    .put((byte) (i + 1))
                    .put(piece)
                    .array());
        }
        return parts;
    }

    /** A text from a phone. Its alphabet is what the centre says; the default alphabet is read as ASCII, which holds for digits. */
    static String decoded(byte[] bytes, byte dataCoding, boolean withHeader) {
        byte[] text = withHeader && bytes.length > 0 ? afterHeader(bytes) : bytes;
        return new String(text, charset(dataCoding));
    }

    private static byte[] afterHeader(byte[] bytes) {
        int from = Math.min(bytes.length, 1 + Byte.toUnsignedInt(bytes[0]));
        return Arrays.copyOfRange(bytes, from, bytes.length);
    }

    /** The two bits that mean UCS-2 in the general groups (3GPP TS 23.038, section 4). */
    private static Charset charset(byte dataCoding) {
        return (dataCoding & 0x8c) == 0x08 ? StandardCharsets.UTF_16BE : StandardCharsets.ISO_8859_1;
    }
}
