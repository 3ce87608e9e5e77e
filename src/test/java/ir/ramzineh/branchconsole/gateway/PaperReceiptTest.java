package ir.ramzineh.branchconsole.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ir.ramzineh.corebank.LocalizedName;
import ir.ramzineh.gatewaytoken.GatewayReceipt;
import ir.ramzineh.issuer.LocalizedText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.Test;

/** The receipt on paper (S10.5, S10.18): two numbered parts, read from right to left, one A6 page. */
class PaperReceiptTest {
    private static final String SERIAL = "1234 5678 9012";

    /** Letters in the shapes they take inside words: Unicode's presentation forms, Persian ones in block A. */
    private static final String SHAPES = "[\\uFB50-\\uFDFF\\uFE70-\\uFEFF]";

    @Test
    void bothPartsStandOnItOneAfterTheOtherAndNothingElseThatIsSecret() throws IOException {
        String text = text(receipt(Locale.of("fa")));
        assertThat(text.replace("\u200c", ""))
                .containsSubsequence(
                        "بانک مسکن",
                        "ژاله پورچیستا گیتینژاد، شعبهٔ ۱۲۰۳، ۱ آذر ۱۴۰۵، ساعت ۱۲:۳۰",
                        "بخش ۱ از ۲: شماره سریال",
                        "۱۲۳۴ ۵۶۷۸ ۹۰۱۲",
                        "بخش ۲ از ۲: کد فعالسازی",
                        "۰۹۱۲****۵۶۷",
                        "معتبر است",
                        "حساب/درگاه");
        assertThat(text).doesNotContainPattern("[0-9]");
    }

    @Test
    void lettersAreJoinedAndEachLineBeginsAtTheRightEdge() throws IOException {
        List<TextPosition> signs = signs(receipt(Locale.of("fa")));
        List<String> letters = signs.stream()
                .map(TextPosition::getUnicode)
                .filter(sign -> Character.UnicodeScript.of(sign.codePointAt(0)) == Character.UnicodeScript.ARABIC)
                .filter(sign -> Character.isLetter(sign.codePointAt(0)))
                .toList();
        assertThat(letters).hasSizeGreaterThan(300).allMatch(sign -> sign.matches(SHAPES));
        assertThat(letters).as("Persian ones among them").contains("ﭘ", "ﭼ", "ﮊ", "ﮔ", "ﯽ");

        TextPosition first = signs.stream()
                .filter(sign -> sign.getUnicode().equals("ﺑ"))
                .findFirst()
                .orElseThrow();
        assertThat(first.getXDirAdj() + first.getWidthDirAdj())
                .as("the first letter of the bank's name")
                .isCloseTo(PDRectangle.A6.getWidth() - 23, within(4f));
    }

    @Test
    void groupsOfTheSerialNumberStandFromLeftToRight() throws IOException {
        List<TextPosition> large = signs(receipt(Locale.of("fa"))).stream()
                .filter(sign ->
                        sign.getFontSizeInPt() > 20 && !sign.getUnicode().isBlank())
                .sorted((one, two) -> Float.compare(one.getXDirAdj(), two.getXDirAdj()))
                .toList();
        assertThat(large.stream().map(TextPosition::getUnicode).toList())
                .containsExactly("۱", "۲", "۳", "۴", "۵", "۶", "۷", "۸", "۹", "۰", "۱", "۲");
    }

    @Test
    void itIsOneA6PageThatBringsItsLettersAndSaysItsLanguage() throws IOException {
        for (Locale locale : List.of(Locale.of("fa"), Locale.ENGLISH)) {
            try (PDDocument pdf = Loader.loadPDF(PaperReceipt.of(longest(locale)))) {
                assertThat(pdf.getNumberOfPages()).isEqualTo(1);
                PDRectangle page = pdf.getPage(0).getMediaBox();
                assertThat(page.getWidth()).isCloseTo(PDRectangle.A6.getWidth(), within(1f));
                assertThat(page.getHeight()).isCloseTo(PDRectangle.A6.getHeight(), within(1f));
                assertThat(pdf.getDocumentCatalog().getLanguage()).isEqualTo(locale.getLanguage());
                assertThat(pdf.getDocumentInformation().toString()).doesNotContain("1234");
                for (var name : pdf.getPage(0).getResources().getFontNames()) {
                    PDFont font = pdf.getPage(0).getResources().getFont(name);
                    assertThat(font.isEmbedded()).isTrue();
                }
                Path folder = Files.createDirectories(Path.of("target", "receipts"));
                ImageIO.write(
                        new PDFRenderer(pdf).renderImageWithDPI(0, 200),
                        "png",
                        folder.resolve("receipt-" + locale.getLanguage() + ".png")
                                .toFile());
            }
        }
    }

    @Test
    void anEnglishCustomerReadsItInEnglish() throws IOException {
        assertThat(text(receipt(Locale.ENGLISH)).replaceAll("\\s+", " "))
                .containsSubsequence(
                        "Bank Maskan", "Part 1 of 2", SERIAL, "Part 2 of 2", "0912****567", "2 Azar 1405, 12:30");
    }

    private static String text(GatewayReceipt receipt) throws IOException {
        try (PDDocument pdf = Loader.loadPDF(PaperReceipt.of(receipt))) {
            return Normalizer.normalize(new PDFTextStripper().getText(pdf), Normalizer.Form.NFKC);
        }
    }

    /** As they stand in the file, in their shapes. */
    private static List<TextPosition> signs(GatewayReceipt receipt) throws IOException {
        List<TextPosition> signs = new ArrayList<>();
        PDFTextStripper stripper = new PDFTextStripper() {
            @Override
            protected void processTextPosition(TextPosition text) {
                signs.add(text);
            }
        };
        try (PDDocument pdf = Loader.loadPDF(PaperReceipt.of(receipt))) {
            stripper.getText(pdf);
        }
        return signs;
    }

    private static GatewayReceipt receipt(Locale locale) {
        return receipt(locale, new LocalizedName("ژاله پورچیستا گیتی‌نژاد", "Zhaleh Pourchista Gitinejad"));
    }

    private static GatewayReceipt longest(Locale locale) {
        return receipt(
                locale,
                new LocalizedName(
                        "گیتی‌نژادپور ".repeat(7).strip(),
                        "Gitinejadpour ".repeat(7).strip()));
    }

    private static GatewayReceipt receipt(Locale locale, LocalizedName customer) {
        return new GatewayReceipt(
                new LocalizedText("بانک مسکن", "Bank Maskan"),
                "1203",
                SERIAL,
                customer,
                "0912****567",
                locale,
                Instant.parse("2026-11-22T09:00:00Z"),
                Instant.parse("2026-11-23T09:00:00Z"));
    }
}
