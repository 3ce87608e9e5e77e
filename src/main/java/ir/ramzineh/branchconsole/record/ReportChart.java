package ir.ramzineh.branchconsole.record;

import com.vaadin.flow.component.Svg;
import com.vaadin.flow.component.html.Div;
import ir.ramzineh.report.ReportKind;
import ir.ramzineh.report.ReportTable;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontFormatException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import org.knowm.xchart.VectorGraphicsEncoder;
import org.knowm.xchart.style.AxesChartStyler;
import org.knowm.xchart.style.CategoryStyler;
import org.knowm.xchart.style.Styler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The first column of a report as bars: an SVG drawn on the server by XChart, its colours those of the page, light or
 * dark. Letters are outlines, so no font is asked for. In Persian time runs from right to left. The table beside it says
 * the same to those who do not see it.
 */
final class ReportChart {
    private static final Logger log = LoggerFactory.getLogger(ReportChart.class);
    private static final int BARS_MAX = 31;
    private static final int WIDTH = 900;
    private static final int HEIGHT = 380;

    /** Letters of a name below a bar; the table has the whole. */
    private static final int NAME_LENGTH_MAX = 22;

    private static final String FONT_FILE = "/report/vazirmatn-33.0.3-regular.ttf";
    private static final Pattern SIZE = Pattern.compile("(?s)<svg[^>]*>");

    /** Colours XChart draws in, each replaced by one of the page's. */
    private static final Color SURFACE = new Color(1, 2, 3);

    private static final Color INK = new Color(4, 5, 6);
    private static final Color LINE = new Color(7, 8, 9);
    private static final Color BAR = new Color(10, 11, 12);
    private static final Map<Color, String> TOKENS = Map.of(
            SURFACE, "var(--ramzineh-surface)",
            INK, "var(--ramzineh-ink-soft)",
            LINE, "var(--ramzineh-line)",
            BAR, "var(--ramzineh-accent)");

    private ReportChart() {}

    /** Empty where there is nothing to draw, or the server has no means to: the table says it all. */
    static Optional<Div> of(ReportTable table, ReportWords words) {
        if (table.rows().size() < 2) {
            return Optional.empty();
        }
        try {
            String title = words.get(
                    "report.chart",
                    words.get("report.kind." + table.kind().slug()),
                    words.get(
                            "report.column." + table.kind().columns().getFirst().name()));
            Div frame = new Div(new Svg(svg(table, words, title)));
            frame.setId("record-report-chart");
            frame.addClassNames("surface", "record-chart");
            return Optional.of(frame);
        } catch (IOException | FontFormatException | LinkageError | RuntimeException cannotDraw) {
            log.warn("A chart could not be drawn; the server may lack fontconfig", cannotDraw);
            return Optional.empty();
        }
    }

    private static String svg(ReportTable table, ReportWords words, String title)
            throws IOException, FontFormatException {
        ReportKind.Unit unit = table.kind().columns().getFirst().unit();
        List<String> names = new ArrayList<>();
        List<Long> values = new ArrayList<>();
        for (ReportTable.Row row :
                table.rows().subList(0, Math.min(BARS_MAX, table.rows().size()))) {
            Long value = row.figures().getFirst();
            names.add(shortened(words.group(table.by(), row.group())));
            values.add(value == null ? 0 : value);
        }
        if (words.persian()) {
            Collections.reverse(names);
            Collections.reverse(values);
        }
        CategoryChart chart =
                new CategoryChartBuilder().width(WIDTH).height(HEIGHT).build();
        style(chart.getStyler(), words, unit, names.size() > 8);
        chart.addSeries("n", names, values).setFillColor(BAR);
        ByteArrayOutputStream drawn = new ByteArrayOutputStream();
        VectorGraphicsEncoder.saveVectorGraphic(chart, drawn, VectorGraphicsEncoder.VectorGraphicsFormat.SVG);
        return ofThePage(drawn.toString(StandardCharsets.UTF_8), title);
    }

    private static void style(CategoryStyler styler, ReportWords words, ReportKind.Unit unit, boolean many)
            throws IOException, FontFormatException {
        Font font = font().deriveFont(many ? 15f : 16f);
        styler.setLegendVisible(false)
                .setChartTitleVisible(false)
                .setChartBackgroundColor(SURFACE)
                .setPlotBackgroundColor(SURFACE)
                .setPlotBorderVisible(false)
                .setChartFontColor(INK);
        styler.setAxisTickLabelsFont(font)
                .setAxisTickLabelsColor(INK)
                .setAxisTickMarksColor(LINE)
                .setPlotGridLinesColor(LINE)
                .setPlotGridVerticalLinesVisible(false)
                .setXAxisLabelRotation(many ? 90 : 0);
        styler.setYAxisGroupPosition(0, words.persian() ? Styler.YAxisPosition.Right : Styler.YAxisPosition.Left);
        styler.setyAxisTickLabelsFormattingFunction(value -> words.figure(unit, Math.round(value)));
        styler.setYAxisMin(0.0);
        styler.setAvailableSpaceFill(0.6);
        styler.setXAxisLabelAlignmentVertical(AxesChartStyler.TextAlignment.Centre);
    }

    /** Without what only a file of its own needs, in the page's colours, with a name for those who do not see it. */
    private static String ofThePage(String svg, String title) {
        String body = svg.substring(svg.indexOf("<svg"));
        Map<String, String> colours = new HashMap<>();
        TOKENS.forEach((colour, token) ->
                colours.put("rgb(" + colour.getRed() + "," + colour.getGreen() + "," + colour.getBlue() + ")", token));
        for (Map.Entry<String, String> colour : colours.entrySet()) {
            body = body.replace(colour.getKey(), colour.getValue());
        }
        String open = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 " + WIDTH + " " + HEIGHT
                + "' role='img' aria-labelledby='record-chart-title'><title id='record-chart-title'>" + escaped(title)
                + "</title>";
        return SIZE.matcher(body).replaceFirst(Matcher.quoteReplacement(open));
    }

    private static String shortened(String name) {
        return name.length() <= NAME_LENGTH_MAX ? name : name.substring(0, NAME_LENGTH_MAX - 1) + "…";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static Font font() throws IOException, FontFormatException {
        try (InputStream file = ReportChart.class.getResourceAsStream(FONT_FILE)) {
            if (file == null) {
                throw new IOException("The font of the charts is missing");
            }
            return Font.createFont(Font.TRUETYPE_FONT, file);
        }
    }
}
