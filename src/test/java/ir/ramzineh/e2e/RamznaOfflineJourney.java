package ir.ramzineh.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import com.google.zxing.BarcodeFormat;
import com.google.zxing.WriterException;
import com.google.zxing.client.j2se.MatrixToImageWriter;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import ir.ramzineh.PortalIT;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.RescaleOp;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.crypto.spec.SecretKeySpec;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The app without a portal: a cold start, another version, a token of somebody else, a wrong password. */
@PortalIT
class RamznaOfflineJourney extends RamznaOnAPhone {
    private static final String TITLE = "ورود به رمزنا";
    private static final String NEW_TITLE = "ورود به رمزنای تازه";
    private static final String KEY = "12345678901234567890";
    private static final String FOREIGN =
            "otpauth://totp/Example:mina?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Example&digits=6&period=30";

    @TempDir
    private Path folder;

    @Test
    void S10_16_opensWithoutANetworkAndTakesANewVersionWithoutLosingATokenOrKeepingTheOldOne()
            throws GeneralSecurityException, IOException {
        try (Relay relay = new Relay(portal())) {
            Browser browser = phoneBrowser();
            browser.command(
                    "Storage.clearDataForOrigin",
                    Map.of("origin", relay.address().toString(), "storageTypes", "all"));
            RamznaPages ramzna = new RamznaPages(browser, relay.address()).firstRun();
            ramzna.choosePicture(aScreenshotOf(FOREIGN));
            ramzna.addScanned();
            assertShowsACodeOfNow(ramzna);
            awaitKept(browser);
            assertThat(browser.command("Page.getInstallabilityErrors", Map.of()).get("installabilityErrors"))
                    .as("why it cannot be installed")
                    .isEqualTo(List.of());
            Map<String, Object> manifest = browser.command("Page.getAppManifest", Map.of());
            assertThat(manifest.get("errors")).isEqualTo(List.of());
            assertThat(manifest.get("url").toString())
                    .startsWith(relay.address().resolve("/ramzna/").toString());

            // Nobody is there: a cold start from the device alone.
            relay.goAway();
            browser.driver().get("about:blank");
            ramzna.open();
            assertThat(ramzna.text("title")).isEqualTo(TITLE);
            ramzna.unlock(RamznaPages.PASSWORD);
            ramzna.getCode();
            assertShowsACodeOfNow(ramzna);
            browser.driver().get("about:blank");

            // Another version: it comes in at the door, where nothing is lost.
            relay.comeBack();
            relay.release("'" + TITLE + "'", "'" + NEW_TITLE + "'");
            ramzna.open();
            ramzna.until(driver -> ramzna.text("title").equals(NEW_TITLE));
            assertThat(caches(browser)).singleElement().asString().startsWith("ramzna next-");
            ramzna.unlock(RamznaPages.PASSWORD);
            assertThat(ramzna.tokens()).isOne();
            ramzna.getCode();
            assertShowsACodeOfNow(ramzna);
        }
    }

    @Test
    void aJpegFromTheGalleryIsReadLikeAScreenshot() throws GeneralSecurityException, IOException {
        RamznaPages ramzna = phone().firstRun();
        Path photograph = aPhotographOf(FOREIGN);
        assertThat(Files.readAllBytes(photograph)).startsWith(0xff, 0xd8, 0xff);
        ramzna.choosePicture(photograph);
        ramzna.addScanned();
        assertShowsACodeOfNow(ramzna);
    }

    @Test
    void S10_26_aWrongPasswordOpensNothingFiveOfThemWaitAndTheWaitSurvivesAReload() {
        RamznaPages ramzna = phone();
        // A slow machine may take longer for the tries than the wait after them is.
        Runnable goesOn = ramzna.browser.standsAt(Instant.now());
        try {
            waitsAfterFiveWrongPasswords(ramzna.firstRun());
        } finally {
            goesOn.run();
        }

        // S10.26: the one way back wipes everything.
        ramzna.press("unlock-forgot");
        ramzna.press("to-wipe");
        ramzna.press("dialog-yes");
        ramzna.shown("password-repeat");
        assertThat(String.valueOf(ramzna.browser.script("return JSON.stringify(localStorage)")))
                .doesNotContain("GEZDGNBVGY3TQOJQ");
    }

    private static void waitsAfterFiveWrongPasswords(RamznaPages ramzna) {
        ramzna.pasteLink(FOREIGN);
        ramzna.addScanned();
        ramzna.code();
        ramzna.back();
        ramzna.press("lock");
        for (int i = 0; i < 5; i++) {
            ramzna.unlock("not-my-password-1");
            ramzna.failure();
        }
        assertThat(ramzna.text("unlock-wait")).containsAnyOf("دقیقه", "ثانیه");
        ramzna.open();
        assertThat(ramzna.text("unlock-wait")).containsAnyOf("دقیقه", "ثانیه");
        assertThat(ramzna.shown("password").isEnabled()).isFalse();
    }

    @Test
    void S10_26_whoStartsAgainFindsNothingOfWhoWasThereBefore() {
        RamznaPages ramzna = phone().firstRun();
        ramzna.press("add");
        ramzna.press("way-serial");
        ramzna.type("serial", "123456");
        ramzna.advance(Duration.ofMinutes(6));
        ramzna.press("unlock-forgot");
        ramzna.press("to-wipe");
        ramzna.press("dialog-yes");
        ramzna.chooseFirstPassword();
        assertThat(ramzna.text("empty")).isNotBlank();
    }

    @Test
    void S8_3_S9_7_fingerprintOrFaceOpensTheApp() {
        Browser browser = phoneBrowser();
        browser.command("WebAuthn.enable", Map.of());
        browser.command(
                "WebAuthn.addVirtualAuthenticator",
                Map.of(
                        "options",
                        Map.of(
                                "protocol", "ctap2",
                                "ctap2Version", "ctap2_1",
                                "transport", "internal",
                                "hasResidentKey", true,
                                "hasUserVerification", true,
                                "hasPrf", true,
                                "automaticPresenceSimulation", true,
                                "isUserVerified", true)));
        try {
            RamznaPages ramzna = new RamznaPages(browser, publicAddress()).open();
            ramzna.type("password", RamznaPages.PASSWORD);
            ramzna.type("password-repeat", RamznaPages.PASSWORD);
            ramzna.press("create-submit");
            ramzna.press("body-yes");
            ramzna.awaitList();
            ramzna.press("lock");
            ramzna.press("unlock-body");
            ramzna.awaitList();
        } finally {
            browser.command("WebAuthn.disable", Map.of());
        }
    }

    /** The code is read first: the clock goes on while it comes. */
    private static void assertShowsACodeOfNow(RamznaPages ramzna) throws GeneralSecurityException {
        String code = ramzna.code();
        assertThat(codesAround(Instant.now())).contains(code);
    }

    /** What another library makes of the key, now and a period around it. */
    private static List<String> codesAround(Instant now) throws GeneralSecurityException {
        var generator = new TimeBasedOneTimePasswordGenerator(Duration.ofSeconds(30), 6);
        var key = new SecretKeySpec(KEY.getBytes(StandardCharsets.US_ASCII), "HmacSHA1");
        List<Instant> times = Stream.of(-30, 0, 30).map(now::plusSeconds).toList();
        List<String> codes = new java.util.ArrayList<>();
        for (Instant time : times) {
            codes.add(generator.generateOneTimePasswordString(key, time));
        }
        return codes;
    }

    /** A QR code somewhere in a larger picture, as a screenshot in a gallery has it. */
    private Path aScreenshotOf(String content) throws IOException {
        Path file = folder.resolve("gallery.png");
        ImageIO.write(picture(content, 0), "png", file.toFile());
        return file;
    }

    /** As another phone's camera took it, a little askew and in the dark, and as a messenger made it small: JPEG. */
    private Path aPhotographOf(String content) throws IOException {
        BufferedImage dark = new RescaleOp(0.55f, 20, null).filter(picture(content, Math.toRadians(11)), null);
        Path file = folder.resolve("gallery.jpeg");
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(file.toFile())) {
            ImageWriteParam quality = writer.getDefaultWriteParam();
            quality.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            quality.setCompressionQuality(0.35f);
            writer.setOutput(out);
            writer.write(null, new IIOImage(dark, null, null), quality);
        } finally {
            writer.dispose();
        }
        return file;
    }

    private static BufferedImage picture(String content, double turned) {
        try {
            BitMatrix qr = new QRCodeWriter().encode(content, BarcodeFormat.QR_CODE, 420, 420);
            BufferedImage picture = new BufferedImage(1080, 1920, BufferedImage.TYPE_INT_RGB);
            Graphics2D drawing = picture.createGraphics();
            drawing.setColor(new Color(0xdfe8e8));
            drawing.fillRect(0, 0, 1080, 1920);
            drawing.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            drawing.rotate(turned, 510, 850);
            drawing.drawImage(MatrixToImageWriter.toBufferedImage(qr), 300, 640, null);
            drawing.dispose();
            return picture;
        } catch (WriterException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void awaitKept(Browser browser) {
        browser.await()
                .until(driver ->
                        Boolean.TRUE.equals(browser.script("return navigator.serviceWorker.controller !== null")));
    }

    private static List<?> caches(Browser browser) {
        return (List<?>) ((org.openqa.selenium.JavascriptExecutor) browser.driver())
                .executeAsyncScript("const done = arguments[0]; caches.keys().then(done)");
    }
}
