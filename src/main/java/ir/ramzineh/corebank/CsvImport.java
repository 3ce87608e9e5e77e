package ir.ramzineh.corebank;

import ir.ramzineh.corebank.ImportProgress.Phase;
import ir.ramzineh.corebank.ImportReport.Outcome;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Fills the tables from CSV files in the format of docs/operations/csv-import.md: all rows or none. Rows are matched by
 * their own key (national ID, card number, bank and account number, reference), so that the same files may come again.
 *
 * <p>Every row is checked before the first is written, and read again for the writing, so that a file of any size needs
 * memory for its keys alone.
 */
@Service
public class CsvImport {
    private static final int BATCH_ROWS = 500;

    private final ImportTables tables;
    private final TransactionTemplate transaction;

    CsvImport(ImportTables tables, PlatformTransactionManager transactions) {
        this.tables = tables;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Whether no customer was ever imported. */
    public boolean isEmpty() {
        return tables.isEmpty();
    }

    /**
     * Checks every row, and writes them in one transaction unless {@code dryRun} or something is wrong. A file that
     * cannot be read is a problem in the report, not an exception.
     */
    public ImportReport run(ImportSource source, boolean dryRun, ImportProgress progress) {
        Problems problems = new Problems();
        Map<String, Long> rows = check(source, problems, progress);
        if (!problems.none()) {
            return new ImportReport(Outcome.REFUSED, rows, problems.kept(), problems.count());
        }
        if (dryRun) {
            return new ImportReport(Outcome.CHECKED, rows, List.of(), 0);
        }
        try {
            transaction.executeWithoutResult(status -> write(source, rows, problems, progress));
        } catch (DuplicateKeyException _) {
            problems.add("", 0, "", "another import wrote at the same time; run this one again");
        } catch (FilesChanged _) {
            problems.add("", 0, "", "a file changed while it was imported; run the import again");
        }
        return problems.none()
                ? new ImportReport(Outcome.IMPORTED, rows, List.of(), 0)
                : new ImportReport(Outcome.REFUSED, rows, problems.kept(), problems.count());
    }

    private Map<String, Long> check(ImportSource source, Problems problems, ImportProgress progress) {
        ImportCheck check = new ImportCheck(tables);
        Map<String, Long> rows = new LinkedHashMap<>();
        check(source, ImportedFile.CUSTOMERS, check::customer, rows, problems, progress);
        check(source, ImportedFile.CARDS, check::card, rows, problems, progress);
        check(source, ImportedFile.ACCOUNTS, check::account, rows, problems, progress);
        check(source, ImportedFile.MOVEMENTS, check::movement, rows, problems, progress);
        if (rows.isEmpty() && problems.none()) {
            problems.add("", 0, "", "none of customers.csv, cards.csv, accounts.csv, movements.csv is there");
        }
        return rows;
    }

    private <T> void check(
            ImportSource source,
            ImportedFile<T> file,
            BiConsumer<CsvRow, T> check,
            Map<String, Long> rows,
            Problems problems,
            ImportProgress progress) {
        long[] count = new long[2];
        boolean exists = CsvFile.read(source, file.name(), file.columns(), problems, row -> {
            T value = file.parse().apply(row);
            if (value != null) {
                check.accept(row, value);
            }
            count[0]++;
            count[1] += row.isGood() ? 1 : 0;
            if (count[0] % BATCH_ROWS == 0) {
                progress.at(Phase.CHECKING, file.name(), count[0], 0);
            }
        });
        if (exists) {
            rows.put(file.name(), count[1]);
            progress.at(Phase.CHECKING, file.name(), count[0], count[0]);
        }
    }

    private void write(ImportSource source, Map<String, Long> rows, Problems problems, ImportProgress progress) {
        write(source, ImportedFile.CUSTOMERS, tables::writeCustomers, rows, problems, progress);
        write(source, ImportedFile.CARDS, tables::writeCards, rows, problems, progress);
        write(source, ImportedFile.ACCOUNTS, tables::writeAccounts, rows, problems, progress);
        write(source, ImportedFile.MOVEMENTS, tables::writeMovements, rows, problems, progress);
    }

    private <T> void write(
            ImportSource source,
            ImportedFile<T> file,
            Consumer<List<T>> writer,
            Map<String, Long> rows,
            Problems problems,
            ImportProgress progress) {
        long total = rows.getOrDefault(file.name(), 0L);
        List<T> batch = new ArrayList<>(BATCH_ROWS);
        long[] done = new long[1];
        Runnable flush = () -> {
            writer.accept(batch);
            done[0] += batch.size();
            batch.clear();
            progress.at(Phase.WRITING, file.name(), done[0], total);
        };
        CsvFile.read(source, file.name(), file.columns(), problems, row -> {
            T value = file.parse().apply(row);
            if (value != null) {
                batch.add(value);
            }
            if (batch.size() == BATCH_ROWS) {
                flush.run();
            }
        });
        if (!batch.isEmpty()) {
            flush.run();
        }
        if (!problems.none() || done[0] != total) {
            throw new FilesChanged();
        }
    }

    /** Rolls the transaction back: what is read now is not what was checked. */
    private static final class FilesChanged extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
