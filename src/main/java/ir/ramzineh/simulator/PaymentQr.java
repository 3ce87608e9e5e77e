package ir.ramzineh.simulator;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import ir.ramzineh.kernel.Transaction;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** A payment as the customer's app takes it: a link, and the picture of it (docs/protocol/codes.md). */
@Component
class PaymentQr {
    private static final int QUIET_MODULES = 4;

    private final URI app;

    PaymentQr(@Value("${ramzineh.token.public-url:http://localhost:8080}") URI publicUrl) {
        this.app = publicUrl.resolve("/ramzna/");
    }

    String link(Transaction payment) {
        String lines = String.join(
                "\n",
                payment.type().name(),
                Long.toString(payment.amount().amount()),
                payment.merchantId(),
                payment.terminalId());
        return app + "#pay."
                + Base64.getUrlEncoder().withoutPadding().encodeToString(lines.getBytes(StandardCharsets.UTF_8));
    }

    /** One square for each dark module, inside the quiet zone that cameras need. */
    String svg(Transaction payment) {
        try {
            ByteMatrix modules =
                    Encoder.encode(link(payment), ErrorCorrectionLevel.M).getMatrix();
            StringBuilder dark = new StringBuilder();
            for (int y = 0; y < modules.getHeight(); y++) {
                for (int x = 0; x < modules.getWidth(); x++) {
                    if (modules.get(x, y) == 1) {
                        dark.append("M%d %dh1v1h-1z".formatted(x + QUIET_MODULES, y + QUIET_MODULES));
                    }
                }
            }
            int side = modules.getWidth() + 2 * QUIET_MODULES;
            return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\"><path d=\"%s\"/></svg>"
                    .formatted(side, side, dark);
        } catch (WriterException e) {
            throw new IllegalStateException(e);
        }
    }
}
