package ir.ramzineh.bulkimport;

import ir.ramzineh.corebank.CsvImport;
import ir.ramzineh.corebank.FileEffect;
import ir.ramzineh.corebank.ImportReport.RowProblem;
import ir.ramzineh.corebank.ImportSource;
import ir.ramzineh.gatewaytoken.GatewayStock;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads what was uploaded. */
@Component
class ImportFiles {
    private static final int FIRST_ROWS = 5;
    private static final int PROBLEMS_MAX = 1_000;

    private final CsvImport csvImport;

    ImportFiles(CsvImport csvImport) {
        this.csvImport = csvImport;
    }

    /** The text as the one file of an import. */
    static ImportSource source(ImportKind kind, String text) {
        return fileName -> {
            if (!fileName.equals(kind.fileName())) {
                throw new NoSuchFileException(fileName);
            }
            return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        };
    }

    ImportPreview preview(ImportKind kind, String text) {
        if (kind == ImportKind.SERIALS) {
            return serials(text);
        }
        CsvImport.Preview preview = csvImport.preview(source(kind, text), FIRST_ROWS);
        return new ImportPreview(
                preview.rows(),
                preview.effect(),
                preview.report().numbersKept(),
                preview.report().numbersDated(),
                preview.heads(),
                preview.first(),
                preview.report().problems(),
                preview.report().problemCount());
    }

    /** The serial numbers of a file: one on each line, after a head line {@code serial} where there is one. */
    static List<String> serialsOf(String text) {
        List<String> serials = new ArrayList<>();
        for (String line : text.lines().toList()) {
            String serial = line.strip().replace("\uFEFF", "");
            if (!serial.isEmpty() && !serial.equalsIgnoreCase("serial")) {
                serials.add(serial);
            }
        }
        return serials;
    }

    private static ImportPreview serials(String text) {
        List<RowProblem> problems = new ArrayList<>();
        List<List<String>> first = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        long line = 0;
        for (String raw : text.lines().toList()) {
            line++;
            String serial = raw.strip().replace("\uFEFF", "");
            if (serial.isEmpty() || serial.equalsIgnoreCase("serial")) {
                continue;
            }
            String problem = problem(serial, seen);
            if (problem != null) {
                problems.add(new RowProblem(ImportKind.SERIALS.fileName(), line, "serial", problem));
            } else if (first.size() < FIRST_ROWS) {
                first.add(List.of(serial));
            }
        }
        long good = seen.size();
        return new ImportPreview(
                good,
                FileEffect.allNew(good),
                0,
                0,
                List.of("serial"),
                first,
                problems.subList(0, Math.min(problems.size(), PROBLEMS_MAX)),
                problems.size());
    }

    private static @Nullable String problem(String serial, Set<String> seen) {
        Optional<String> read = GatewayStock.serial(serial);
        if (read.isEmpty()) {
            return "the value is not valid";
        }
        return seen.add(read.get()) ? null : "the same serial number stands in an earlier row";
    }
}
