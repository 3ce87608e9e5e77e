package ir.ramzineh.corebank;

import ir.ramzineh.corebank.ImportReport.Outcome;
import ir.ramzineh.kernel.CommandOptions;
import ir.ramzineh.kernel.OperatorCommand;
import ir.ramzineh.kernel.StartupProblem;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.stereotype.Component;

/** {@code --import=<folder> [--dry-run]}: imports and prints a report; refused when anything was refused. */
@Component
class ImportCommand implements OperatorCommand {
    private static final String USAGE = "Name one folder with the CSV files: --import=<folder> [--dry-run].";

    private final CsvImport csvImport;

    ImportCommand(CsvImport csvImport) {
        this.csvImport = csvImport;
    }

    @Override
    public String option() {
        return "import";
    }

    @Override
    public int run(CommandOptions options, PrintStream out) {
        Path folder = Path.of(options.value(option(), USAGE));
        if (!Files.isDirectory(folder)) {
            throw new StartupProblem("There is no folder " + folder + ". " + USAGE);
        }
        boolean dryRun = options.has("dry-run");
        ImportReport report = csvImport.run(ImportSource.folder(folder), dryRun, progressOn(out));
        report.problems().forEach(problem -> out.println(problem));
        long untold = report.problemCount() - report.problems().size();
        if (untold > 0) {
            out.printf("... and %d more.%n", untold);
        }
        report.rows().forEach((file, rows) -> out.printf("%s: %d good rows%n", file, rows));
        if (report.numbersKept() > 0) {
            out.printf(
                    "%d numbers are older than a correction of a branch and give way to it.%n", report.numbersKept());
        }
        if (report.numbersDated() > 0) {
            out.printf("%d numbers replace a known one and say since when.%n", report.numbersDated());
        }
        out.println(
                switch (report.outcome()) {
                    case IMPORTED -> "Imported.";
                    case CHECKED -> "Dry run: nothing is wrong, nothing was written.";
                    case REFUSED -> "Refused, nothing was written: %d problems.".formatted(report.problemCount());
                });
        return report.outcome() == Outcome.REFUSED ? REFUSED : DONE;
    }

    private static ImportProgress progressOn(PrintStream out) {
        return (phase, file, done, total) -> {
            String what = phase == ImportProgress.Phase.CHECKING ? "checked" : "written";
            if (total == 0) {
                out.printf("%s: %d rows %s%n", file, done, what);
            } else {
                out.printf("%s: %d of %d rows %s%n", file, done, total, what);
            }
        };
    }
}
