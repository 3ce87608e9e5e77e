package ir.ramzineh.corebank;

import java.io.BufferedReader;
import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * Streams one CSV file row by row: RFC 4180, UTF-8 with or without a byte order mark, comma or semicolon, columns in
 * any order by the names in the first line.
 */
final class CsvFile {
    private static final int ROW_CHARACTERS_MAX = 65_536;

    /** The parser reads ahead, so no row is blamed for what may belong to the next. */
    private static final int READ_AHEAD_MAX = 16_384;

    private CsvFile() {}

    /**
     * Hands every row to {@code rows}. What is wrong with the file as a whole goes to {@code problems} and ends the
     * reading.
     *
     * @return whether the file exists
     */
    static boolean read(
            ImportSource source,
            String fileName,
            List<String> columns,
            List<String> optional,
            Problems problems,
            Consumer<CsvRow> rows) {
        long line = 1;
        try (InputStream bytes = source.open(fileName);
                RowLimit reader = new RowLimit(new BufferedReader(decoded(bytes)));
                CSVParser parser = parser(reader)) {
            if (!hasColumns(parser, fileName, columns, optional, problems)) {
                return true;
            }
            int width = parser.getHeaderNames().size();
            Iterator<CSVRecord> records = parser.iterator();
            long before = parser.getCurrentLineNumber();
            while (records.hasNext()) {
                CSVRecord row = records.next();
                line = before + 1;
                before = parser.getCurrentLineNumber();
                reader.nextRow();
                if (row.size() != width) {
                    problems.add(fileName, line, "", "expected %d columns, found %d".formatted(width, row.size()));
                } else {
                    rows.accept(new CsvRow(fileName, line, row, problems));
                }
                line = before + 1;
            }
            return true;
        } catch (NoSuchFileException e) {
            return false;
        } catch (UncheckedIOException e) {
            problems.add(fileName, line, "", reason(e.getCause()));
            return true;
        } catch (IOException e) {
            problems.add(fileName, line, "", reason(e));
            return true;
        }
    }

    private static Reader decoded(InputStream bytes) {
        return new InputStreamReader(bytes, StandardCharsets.UTF_8.newDecoder());
    }

    private static CSVParser parser(RowLimit reader) throws IOException {
        try {
            return CSVParser.parse(reader, format(reader));
        } catch (IllegalArgumentException _) {
            throw new HeaderException();
        }
    }

    /** The separator of the first line; programs for tables write a semicolon where the comma is a decimal sign. */
    private static CSVFormat format(RowLimit reader) throws IOException {
        String header = reader.peekFirstLine();
        char delimiter = header.indexOf(';') >= 0 && header.indexOf(',') < 0 ? ';' : ',';
        return CSVFormat.RFC4180
                .builder()
                .setDelimiter(delimiter)
                .setHeader()
                .setSkipHeaderRecord(true)
                .setIgnoreHeaderCase(true)
                .setIgnoreEmptyLines(true)
                .setTrim(true)
                .get();
    }

    private static boolean hasColumns(
            CSVParser parser, String fileName, List<String> columns, List<String> optional, Problems problems) {
        Set<String> found = Set.copyOf(parser.getHeaderNames().stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .toList());
        boolean complete = true;
        for (String column : columns) {
            if (!found.contains(column)) {
                problems.add(fileName, 1, column, "the column is missing");
                complete = false;
            }
        }
        for (String name : found) {
            if (!columns.contains(name) && !optional.contains(name)) {
                problems.add(
                        fileName,
                        1,
                        "",
                        "expected no columns but " + String.join(", ", columns)
                                + (optional.isEmpty() ? "" : " and perhaps " + String.join(", ", optional)));
                return false;
            }
        }
        return complete;
    }

    /** Never quotes the file: a message of the parser may hold a piece of a row. */
    private static String reason(@Nullable Throwable e) {
        return switch (e) {
            case null -> "the file cannot be read here";
            case HeaderException _ -> "the first line must name each column once";
            case CharacterCodingException _ -> "the file is not UTF-8 text";
            case RowTooLongException _ ->
                "the row has more than " + ROW_CHARACTERS_MAX + " characters; is a closing quote missing?";
            default -> "the file cannot be read here; is a quote out of place?";
        };
    }

    private static final class HeaderException extends IOException {
        private static final long serialVersionUID = 1L;
    }

    private static final class RowTooLongException extends IOException {
        private static final long serialVersionUID = 1L;
    }

    /** Ends the reading of a row that never ends, as after a forgotten quote, before it fills the memory. */
    private static final class RowLimit extends FilterReader {
        private int characters;

        RowLimit(BufferedReader reader) throws IOException {
            super(reader);
            reader.mark(1);
            if (reader.read() != '\uFEFF') {
                reader.reset();
            }
        }

        String peekFirstLine() throws IOException {
            in.mark(ROW_CHARACTERS_MAX);
            StringBuilder line = new StringBuilder();
            for (int c = in.read(); c >= 0 && c != '\n' && line.length() < 2000; c = in.read()) {
                line.append((char) c);
            }
            in.reset();
            return line.toString();
        }

        void nextRow() {
            characters = 0;
        }

        @Override
        public int read() throws IOException {
            int c = super.read();
            count(c < 0 ? 0 : 1);
            return c;
        }

        @Override
        public int read(char[] buffer, int offset, int length) throws IOException {
            int count = super.read(buffer, offset, length);
            count(Math.max(count, 0));
            return count;
        }

        private void count(int read) throws RowTooLongException {
            characters += read;
            if (characters > ROW_CHARACTERS_MAX + READ_AHEAD_MAX) {
                throw new RowTooLongException();
            }
        }
    }
}
