package ir.ramzineh.corebank;

import ir.ramzineh.corebank.ImportReport.Outcome;
import ir.ramzineh.kernel.StartupProblem;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * The command {@code --import=<folder> [--dry-run]}: imports, prints a report and ends the program; exit code 0 when
 * all is well, 1 when something was refused. No page is served meanwhile, see {@link ImportEnvironment}.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class ImportCommand implements ApplicationRunner {
    private final CsvImport csvImport;
    private final ApplicationContext context;

    ImportCommand(CsvImport csvImport, ApplicationContext context) {
        this.csvImport = csvImport;
        this.context = context;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (!arguments.containsOption("import")) {
            return;
        }
        List<String> folders = arguments.getOptionValues("import");
        int code = run(folders == null ? List.of() : folders, arguments.containsOption("dry-run"), System.out);
        System.exit(SpringApplication.exit(context, () -> code));
    }

    /** Everything but the end of the program. */
    int run(List<String> folders, boolean dryRun, PrintStream out) {
        if (folders.size() != 1 || !Files.isDirectory(Path.of(folders.getFirst()))) {
            throw new StartupProblem("Name one folder with the CSV files: --import=<folder> [--dry-run].");
        }
        ImportReport report = csvImport.run(ImportSource.folder(Path.of(folders.getFirst())), dryRun, progressOn(out));
        report.problems().forEach(problem -> out.println(problem));
        long untold = report.problemCount() - report.problems().size();
        if (untold > 0) {
            out.printf("... and %d more.%n", untold);
        }
        report.rows().forEach((file, rows) -> out.printf("%s: %d good rows%n", file, rows));
        out.println(
                switch (report.outcome()) {
                    case IMPORTED -> "Imported.";
                    case CHECKED -> "Dry run: nothing is wrong, nothing was written.";
                    case REFUSED -> "Refused, nothing was written: %d problems.".formatted(report.problemCount());
                });
        return report.outcome() == Outcome.REFUSED ? 1 : 0;
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
