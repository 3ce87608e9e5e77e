package ir.ramzineh.sms.smpp;

import ir.ramzineh.sms.GsmAlphabet;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Texts as they travel: in the default alphabet or UCS-2 on the way out, whatever the centre says on the way in. */
final class SmppText {
    /** How a text is written. */
    enum Writing {
        /** One septet in each byte; 140 bytes on the air hold 160 of them, beside the joining header 153. */
        GSM(160, 153),
        UCS2(140, 134);

        private final int singleBytesMax;
        private final int partBytesMax;

        Writing(int singleBytesMax, int partBytesMax) {
            this.singleBytesMax = singleBytesMax;
            this.partBytesMax = partBytesMax;
        }

        /** Whether bytes of this writing fit into one short message. */
        boolean fits(byte[] encoded) {
            return encoded.length <= singleBytesMax;
        }
    }

    private static final byte HEADER_REST = 5;
    private static final byte JOINED_8_BIT = 0;
    private static final byte JOINED_REST = 3;

    private SmppText() {}

    static byte[] encoded(String text, Writing writing) {
        return writing == Writing.GSM ? GsmAlphabet.encoded(text) : text.getBytes(StandardCharsets.UTF_16BE);
    }

    /** The parts of a long text, each with its header. No sign of two units is cut in half. */
    static List<byte[]> parts(byte[] encoded, Writing writing, int reference) {
        List<byte[]> pieces = new ArrayList<>();
        for (int from = 0; from < encoded.length; ) {
            int to = Math.min(from + writing.partBytesMax, encoded.length);
            if (to < encoded.length) {
                to -= unfinished(encoded, to, writing);
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

    /** How many bytes before {@code end} begin a sign that ends behind it. */
    private static int unfinished(byte[] encoded, int end, Writing writing) {
        return switch (writing) {
            case GSM -> encoded[end - 1] == GsmAlphabet.ESCAPE ? 1 : 0;
            case UCS2 -> Character.isHighSurrogate(ByteBuffer.wrap(encoded).getChar(end - 2)) ? 2 : 0;
        };
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
