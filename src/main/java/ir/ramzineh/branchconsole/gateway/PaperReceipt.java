package ir.ramzineh.branchconsole.gateway;

import ir.ramzineh.gatewaytoken.GatewayReceipt;
import ir.ramzineh.ui.Formats;
import ir.ramzineh.ui.Language;
import ir.ramzineh.ui.Texts;
import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.openpdf.text.Document;
import org.openpdf.text.Element;
import org.openpdf.text.Font;
import org.openpdf.text.PageSize;
import org.openpdf.text.Paragraph;
import org.openpdf.text.Rectangle;
import org.openpdf.text.pdf.BaseFont;
import org.openpdf.text.pdf.PdfDictionary;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfPCell;
import org.openpdf.text.pdf.PdfPTable;
import org.openpdf.text.pdf.PdfString;
import org.openpdf.text.pdf.PdfWriter;

/**
 * The receipt of an account token on one A6 page, as the printer of a counter takes it, in the customer's language: part 1
 * of two in large digits, and where part 2 comes (S10.5, S10.18). Part 2 itself is on no paper.
 */
final class PaperReceipt {
    static final String CONTENT_TYPE = "application/pdf";

    private static final String FONT_FILE = "/report/vazirmatn-33.0.3-regular.ttf";

    /** Distances and letters in points, 72 to an inch. */
    private static final float MARGIN = 22;

    private static final float SERIAL_SIZE = 24;
    private static final float HEAD_SIZE = 13;
    private static final float TEXT_SIZE = 10.5f;
    private static final float SMALL_SIZE = 8.5f;
    private static final float LINES_APART = 1.4f;

    private static final Color INK = new Color(0x1b, 0x1f, 0x2a);
    private static final Color SOFT = new Color(0x4a, 0x50, 0x60);

    private final GatewayReceipt receipt;
    private final Language language;
    private final Texts texts;
    private final Formats formats;
    private final BaseFont letters;

    private PaperReceipt(GatewayReceipt receipt) throws IOException {
        this.receipt = receipt;
        this.language = Language.of(receipt.locale());
        this.texts = Texts.of(receipt.locale());
        this.formats = Formats.of(receipt.locale());
        this.letters = letters();
    }

    /** The file; it is kept nowhere. */
    static byte[] of(GatewayReceipt receipt) {
        ByteArrayOutputStream file = new ByteArrayOutputStream(1 << 16);
        try {
            new PaperReceipt(receipt).write(file);
        } catch (IOException inMemory) {
            throw new UncheckedIOException("the receipt could not be written", inMemory);
        }
        return file.toByteArray();
    }

    private void write(ByteArrayOutputStream file) {
        Document document = new Document(PageSize.A6, MARGIN, MARGIN, MARGIN, MARGIN);
        PdfWriter writer = PdfWriter.getInstance(document, file);
        // A counter prints it as large as it is.
        writer.setViewerPreferences(
                PdfWriter.PrintScalingNone | (rightToLeft() ? PdfWriter.DirectionR2L : PdfWriter.DirectionL2R));
        document.addTitle(texts.get("gateway.paper.title"));
        document.open();
        PdfDictionary catalog = writer.getExtraCatalog();
        catalog.put(PdfName.LANG, new PdfString(language.locale().getLanguage()));
        document.add(head());
        document.add(part(
                texts.get("gateway.paper.part-one"),
                ltr(formats.digits(receipt.serial()), SERIAL_SIZE),
                texts.get("gateway.paper.part-one.text")));
        document.add(part(
                texts.get("gateway.paper.part-two"),
                ltr(formats.digits(receipt.maskedMobile()), HEAD_SIZE),
                texts.get("gateway.paper.part-two.text", formats.dateTime(receipt.codeExpiresAt()))));
        document.add(steps());
        document.close();
    }

    private PdfPTable head() {
        PdfPTable head = table(1);
        head.addCell(bare(words(receipt.bank().in(language.locale()), HEAD_SIZE, INK)));
        head.addCell(bare(words(texts.get("gateway.paper.title"), TEXT_SIZE, INK)));
        head.addCell(bare(words(
                texts.get(
                        "gateway.paper.issued",
                        receipt.customer().in(language.locale()),
                        formats.digits(receipt.branch()),
                        formats.dateTime(receipt.issuedAt())),
                SMALL_SIZE,
                SOFT)));
        return head;
    }

    /** A frame: which of the two parts, its value, what to do with it. */
    private PdfPTable part(String name, PdfPCell value, String text) {
        PdfPTable inside = table(1);
        inside.addCell(bare(words(name, TEXT_SIZE, INK)));
        inside.addCell(value);
        inside.addCell(bare(words(text, SMALL_SIZE, SOFT)));
        PdfPCell frame = new PdfPCell(inside);
        frame.setPadding(6);
        frame.setBorder(Rectangle.BOX);
        frame.setBorderWidth(0.8f);
        frame.setBorderColor(SOFT);
        PdfPTable part = table(1);
        part.setSpacingBefore(8);
        part.addCell(frame);
        return part;
    }

    private PdfPTable steps() {
        PdfPTable steps = table(1);
        steps.setSpacingBefore(8);
        for (String key : List.of("gateway.paper.step-1", "gateway.paper.step-2", "gateway.paper.step-3")) {
            steps.addCell(bare(words(texts.get(key), SMALL_SIZE, INK)));
        }
        PdfPCell warning = bare(words(texts.get("gateway.paper.warning"), SMALL_SIZE, INK));
        warning.setPaddingTop(6);
        steps.addCell(warning);
        return steps;
    }

    private PdfPTable table(int columns) {
        PdfPTable table = new PdfPTable(columns);
        table.setWidthPercentage(100);
        table.setRunDirection(direction());
        return table;
    }

    private PdfPCell bare(Paragraph words) {
        PdfPCell cell = new PdfPCell();
        cell.setRunDirection(direction());
        cell.setBorder(Rectangle.NO_BORDER);
        cell.setPadding(1);
        cell.addElement(words);
        return cell;
    }

    /** Groups of digits keep their order in every language. */
    private PdfPCell ltr(String value, float size) {
        Paragraph text = words(value, size, INK);
        text.setAlignment(Element.ALIGN_CENTER);
        PdfPCell cell = bare(text);
        cell.setRunDirection(PdfWriter.RUN_DIRECTION_LTR);
        cell.setPaddingBottom(4);
        return cell;
    }

    private Paragraph words(String text, float size, Color colour) {
        Paragraph words = new Paragraph(text, new Font(letters, size, Font.NORMAL, colour));
        words.setLeading(0, LINES_APART);
        // The side where a line begins; the writer turns it with the direction.
        words.setAlignment(Element.ALIGN_LEFT);
        return words;
    }

    private boolean rightToLeft() {
        return language == Language.FA;
    }

    private int direction() {
        return rightToLeft() ? PdfWriter.RUN_DIRECTION_RTL : PdfWriter.RUN_DIRECTION_LTR;
    }

    /** Only the signs that are used travel in the file. */
    private static BaseFont letters() throws IOException {
        try (InputStream font = PaperReceipt.class.getResourceAsStream(FONT_FILE)) {
            if (font == null) {
                throw new IOException("the font of the receipt is missing");
            }
            return BaseFont.createFont(
                    "vazirmatn.ttf", BaseFont.IDENTITY_H, BaseFont.EMBEDDED, false, font.readAllBytes(), null);
        }
    }
}
