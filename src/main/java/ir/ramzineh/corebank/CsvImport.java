package ir.ramzineh.corebank;

import org.springframework.stereotype.Service;

/**
 * Fills the tables from CSV files in the format of docs/operations/csv-import.md: all rows or none. Rows are matched by
 * their own key (national ID, card number, bank and account number, reference), so that the same files may come again.
 */
@Service
public class CsvImport {
    /**
     * Checks every row, and writes them in one transaction unless {@code dryRun} or something is wrong.
     *
     * @throws java.io.UncheckedIOException if a file breaks off while it is read; nothing is written then
     */
    public ImportReport run(ImportSource source, boolean dryRun, ImportProgress progress) {
        throw new UnsupportedOperationException();
    }
}
