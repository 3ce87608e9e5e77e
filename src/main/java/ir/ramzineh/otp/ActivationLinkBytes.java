package ir.ramzineh.otp;

import ir.ramzineh.otp.ActivationLink.Mechanism;
import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The bytes of an {@link ActivationLink}, version 1. */
final class ActivationLinkBytes {
    private static final int VERSION = 1;
    private static final int SELF_CONTAINED = 1;
    private static final int CLAIM = 2;

    private ActivationLinkBytes() {}

    static byte[] encode(ActivationLink link) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(200);
        TotpSpec spec = link.context().spec();
        bytes.write(VERSION);
        bytes.write(link.mechanism() == Mechanism.CLAIM ? CLAIM : SELF_CONTAINED);
        bytes.write(ActivationContext.wireCode(link.context().kind()));
        bytes.write(spec.algorithm().wireCode());
        bytes.write(spec.digits());
        bytes.write(spec.periodSeconds() >> 8);
        bytes.write(spec.periodSeconds());
        text(bytes, link.context().reference());
        text(bytes, link.issuerKey());
        text(bytes, link.issuerName());
        text(bytes, link.cardLabel());
        bytes.write(link.typedParts().size());
        for (PartFormat part : link.typedParts()) {
            bytes.write(part.number());
            bytes.write(part.alphabet().wireCode());
            bytes.write(part.length());
        }
        ScannedPart scanned = link.scanned();
        if (scanned == null) {
            bytes.write(0);
        } else {
            bytes.write(scanned.number());
            block(bytes, scanned.material());
        }
        return bytes.toByteArray();
    }

    static ActivationLink decode(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        try {
            if (in.get() != VERSION) {
                throw new IllegalArgumentException("unknown version of activation link");
            }
            Mechanism mechanism = switch (in.get()) {
                case SELF_CONTAINED -> Mechanism.SELF_CONTAINED;
                case CLAIM -> Mechanism.CLAIM;
                default -> throw new IllegalArgumentException("unknown mechanism");
            };
            var kind = ActivationContext.kindOfWireCode(in.get());
            TotpSpec spec = new TotpSpec(HashAlgorithm.ofWireCode(in.get()), in.get(), in.getShort());
            ActivationContext context = new ActivationContext(text(in), kind, spec);
            ActivationLink link = new ActivationLink(
                    mechanism, context, text(in), text(in), text(in), typedParts(in), scannedPart(in));
            if (in.hasRemaining()) {
                throw new IllegalArgumentException("bytes after the end of an activation link");
            }
            return link;
        } catch (BufferUnderflowException e) {
            throw new IllegalArgumentException("an activation link ends too early", e);
        }
    }

    private static List<PartFormat> typedParts(ByteBuffer in) {
        int count = in.get();
        if (count < 0 || count > PartFormat.NUMBER_MAX) {
            throw new IllegalArgumentException("too many parts");
        }
        List<PartFormat> parts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            parts.add(new PartFormat(in.get(), PartAlphabet.ofWireCode(in.get()), Byte.toUnsignedInt(in.get())));
        }
        return parts;
    }

    private static @Nullable ScannedPart scannedPart(ByteBuffer in) {
        int number = in.get();
        return number == 0 ? null : new ScannedPart(number, block(in));
    }

    private static void text(ByteArrayOutputStream out, String text) {
        block(out, text.getBytes(StandardCharsets.UTF_8));
    }

    private static void block(ByteArrayOutputStream out, byte[] block) {
        out.write(block.length);
        out.writeBytes(block);
    }

    private static String text(ByteBuffer in) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(block(in)))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("not UTF-8", e);
        }
    }

    private static byte[] block(ByteBuffer in) {
        byte[] block = new byte[Math.min(Byte.toUnsignedInt(in.get()), in.remaining() + 1)];
        in.get(block);
        return block;
    }
}
