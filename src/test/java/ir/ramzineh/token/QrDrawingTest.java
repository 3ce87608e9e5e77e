package ir.ramzineh.token;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.Result;
import com.google.zxing.ResultMetadataType;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class QrDrawingTest {
    private static final int PIXELS_PER_MODULE = 4;
    private static final Pattern RUN = Pattern.compile("M(\\d+) (\\d+)h(\\d+)v1h-(\\d+)z");
    private static final String LINK = "https://bank.example/ramzna/#" + "AQIDBAUGBwgJCgsMDQ4P".repeat(9);

    @Test
    void anIndependentReaderReadsTheDrawnPathWithErrorCorrectionM() throws Exception {
        Result read = read(QrDrawing.of(LINK));
        assertThat(read.getText()).isEqualTo(LINK);
        assertThat(read.getResultMetadata()).containsEntry(ResultMetadataType.ERROR_CORRECTION_LEVEL, "M");
    }

    @Test
    void fourModulesAroundItStayLight() {
        QrImage image = QrDrawing.of(LINK);
        Matcher run = RUN.matcher(image.path());
        while (run.find()) {
            int x = Integer.parseInt(run.group(1));
            int y = Integer.parseInt(run.group(2));
            int end = x + Integer.parseInt(run.group(3));
            assertThat(x).isGreaterThanOrEqualTo(4);
            assertThat(end).isLessThanOrEqualTo(image.modules() - 4);
            assertThat(y).isBetween(4, image.modules() - 5);
        }
    }

    @Test
    void aPictureDoesNotPrintWhatItSays() {
        QrImage image = QrDrawing.of(LINK);
        QrHandover handover = new QrHandover(image, LINK, java.util.Optional.of("ABCD EFGH"));
        assertThat(handover.toString()).doesNotContain("ramzna", "ABCD", image.path());
    }

    private static Result read(QrImage image) throws Exception {
        int side = image.modules() * PIXELS_PER_MODULE;
        int[] pixels = new int[side * side];
        Arrays.fill(pixels, 0xffffff);
        Matcher run = RUN.matcher(image.path());
        while (run.find()) {
            int x = Integer.parseInt(run.group(1)) * PIXELS_PER_MODULE;
            int y = Integer.parseInt(run.group(2)) * PIXELS_PER_MODULE;
            int width = Integer.parseInt(run.group(3)) * PIXELS_PER_MODULE;
            for (int row = y; row < y + PIXELS_PER_MODULE; row++) {
                Arrays.fill(pixels, row * side + x, row * side + x + width, 0);
            }
        }
        return new QRCodeReader()
                .decode(
                        new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(side, side, pixels))),
                        Map.of(DecodeHintType.TRY_HARDER, true));
    }
}
