package ir.ramzineh.token;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;

/** Draws QR codes: error correction M, quiet zone of four modules as ISO/IEC 18004 asks, one path for all modules. */
public final class QrDrawing {
    private static final int QUIET_MODULES = 4;

    private QrDrawing() {}

    /** The picture of a text. */
    public static QrImage of(String content) {
        ByteMatrix matrix = encode(content);
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < matrix.getHeight(); y++) {
            appendRuns(path, matrix, y);
        }
        return new QrImage(matrix.getWidth() + 2 * QUIET_MODULES, path.toString());
    }

    /** Horizontal runs of dark modules become one rectangle each; neighbours leave no hairline between them. */
    private static void appendRuns(StringBuilder path, ByteMatrix matrix, int y) {
        int x = 0;
        while (x < matrix.getWidth()) {
            int start = x;
            while (x < matrix.getWidth() && matrix.get(x, y) == 1) {
                x++;
            }
            if (x > start) {
                path.append('M').append(start + QUIET_MODULES).append(' ').append(y + QUIET_MODULES);
                path.append('h')
                        .append(x - start)
                        .append("v1h-")
                        .append(x - start)
                        .append('z');
            } else {
                x++;
            }
        }
    }

    private static ByteMatrix encode(String content) {
        try {
            return Encoder.encode(content, ErrorCorrectionLevel.M).getMatrix();
        } catch (WriterException e) {
            // The cause may quote the content, which is a secret.
            throw new IllegalStateException("the content does not fit into a QR code");
        }
    }
}
