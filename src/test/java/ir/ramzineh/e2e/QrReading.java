package ir.ramzineh.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.NotFoundException;
import com.google.zxing.client.j2se.BufferedImageLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.multi.qrcode.QRCodeMultiReader;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;

/** What a camera reads off a photograph of the screen. Where ZBar is installed, both readers must see the same. */
final class QrReading {
    private static final Path ZBAR = Path.of("/usr/bin/zbarimg");
    private static final int ZBAR_SECONDS_MAX = 30;

    private QrReading() {}

    static String of(byte[] png) {
        String seen = zxing(png);
        if (Files.isExecutable(ZBAR)) {
            assertThat(zbar(png)).as("what ZBar reads").isEqualTo(seen);
        }
        return seen;
    }

    private static String zxing(byte[] png) {
        try {
            BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
            BinaryBitmap bitmap = new BinaryBitmap(new HybridBinarizer(new BufferedImageLuminanceSource(image)));
            return new QRCodeMultiReader().decodeMultiple(bitmap, Map.of(DecodeHintType.TRY_HARDER, true))[0].getText();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NotFoundException unreadable) {
            throw new AssertionError("no QR code can be read off the screen", unreadable);
        }
    }

    private static String zbar(byte[] png) {
        try {
            Path file = Files.createTempFile(Path.of("target"), "qr", ".png");
            try {
                Files.write(file, png);
                Process process = new ProcessBuilder(ZBAR.toString(), "--raw", "-q", file.toString())
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
                String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                if (!process.waitFor(ZBAR_SECONDS_MAX, TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                }
                return text.strip();
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
