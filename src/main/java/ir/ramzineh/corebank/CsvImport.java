package ir.ramzineh.corebank;

import ir.ramzineh.corebank.ImportProgress.Phase;
import ir.ramzineh.corebank.ImportReport.Outcome;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
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
    private final CorrectedNumbers corrected;
    private final Foresight foresight;
    private final TransactionTemplate transaction;

    CsvImport(
            ImportTables tables,
            CorrectedNumbers corrected,
            Foresight foresight,
            PlatformTransactionManager transactions) {
        this.tables = tables;
        this.corrected = corrected;
        this.foresight = foresight;
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
            return ImportReport.refused(rows, problems);
        }
        CorrectedNumbers.Effect numbers = numbers(source);
        if (dryRun) {
            return ImportReport.good(Outcome.CHECKED, rows, numbers);
        }
        try {
            transaction.executeWithoutResult(status -> write(source, rows, problems, progress));
        } catch (DuplicateKeyException _) {
            problems.add("", 0, "", "another import wrote at the same time; run this one again");
        } catch (FilesChanged _) {
            problems.add("", 0, "", "a file changed while it was imported; run the import again");
        }
        return problems.none()
                ? ImportReport.good(Outcome.IMPORTED, rows, numbers)
                : ImportReport.refused(rows, problems);
    }

    private CorrectedNumbers.Effect numbers(ImportSource source) {
        CorrectedNumbers.Effect[] sum = {CorrectedNumbers.Effect.NONE};
        batches(source, ImportedFile.CUSTOMERS, batch -> sum[0] = sum[0].plus(corrected.effect(batch)));
        return sum[0];
    }

    /**
     * What a file of customers or cards would do.
     *
     * @param report as of a dry run
     * @param rows good rows
     * @param effect what the rows would change; nothing where something is wrong
     * @param heads columns of {@code first}
     * @param first the first rows, personal values masked
     */
    public record Preview(
            ImportReport report, long rows, FileEffect effect, List<String> heads, List<List<String>> first) {}

    /** Looks at one file of customers or cards, and writes nothing. */
    public Preview preview(ImportSource source, int firstRows) {
        ImportReport report = run(source, true, ImportProgress.none());
        long rows = report.rows().values().stream().mapToLong(Long::longValue).sum();
        if (report.problemCount() > 0) {
            return new Preview(report, rows, FileEffect.NONE, List.of(), List.of());
        }
        boolean people = report.rows().containsKey(ImportedFile.CUSTOMERS.name());
        List<List<String>> first = new ArrayList<>();
        FileEffect effect = people
                ? effect(source, ImportedFile.CUSTOMERS, foresight::customers, first, firstRows, CsvImport::shown)
                : effect(source, ImportedFile.CARDS, foresight::cards, first, firstRows, CsvImport::shown);
        List<String> heads = people
                ? List.of("national_id", "name_fa", "mobile")
                : List.of("card_number", "owner_national_id", "expiry", "product");
        return new Preview(report, rows, effect, heads, List.copyOf(first));
    }

    private static <T> FileEffect effect(
            ImportSource source,
            ImportedFile<T> file,
            Function<List<T>, FileEffect> counter,
            List<List<String>> first,
            int firstRows,
            Function<T, List<String>> shown) {
        FileEffect[] sum = {FileEffect.NONE};
        batches(source, file, batch -> {
            batch.stream().limit(firstRows - first.size()).map(shown).forEach(first::add);
            sum[0] = sum[0].plus(counter.apply(batch));
        });
        return sum[0];
    }

    /** The good rows of a file, some at a time. */
    private static <T> void batches(ImportSource source, ImportedFile<T> file, Consumer<List<T>> each) {
        List<T> batch = new ArrayList<>(BATCH_ROWS);
        CsvFile.read(source, file.name(), file.columns(), file.optional(), new Problems(), row -> {
            T value = file.parse().apply(row);
            if (value != null) {
                batch.add(value);
            }
            if (batch.size() == BATCH_ROWS) {
                each.accept(List.copyOf(batch));
                batch.clear();
            }
        });
        if (!batch.isEmpty()) {
            each.accept(List.copyOf(batch));
        }
    }

    private static List<String> shown(BankCustomer customer) {
        return List.of(
                customer.nationalId().masked(),
                customer.name().fa(),
                customer.mobile().masked());
    }

    private static List<String> shown(BankCard card) {
        return List.of(
                card.number().masked(),
                card.owner().masked(),
                card.expiry().toString(),
                card.product().name());
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
        boolean exists = CsvFile.read(source, file.name(), file.columns(), file.optional(), problems, row -> {
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
        corrected.forgetEnded();
        write(
                source,
                ImportedFile.CUSTOMERS,
                batch -> tables.writeCustomers(corrected.withoutReplaced(batch)),
                rows,
                problems,
                progress);
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
        CsvFile.read(source, file.name(), file.columns(), file.optional(), problems, row -> {
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
