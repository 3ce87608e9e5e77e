package ir.ramzineh.trial;

import ir.ramzineh.corebank.CsvImport;
import ir.ramzineh.corebank.ImportProgress;
import ir.ramzineh.corebank.ImportReport;
import ir.ramzineh.corebank.ImportReport.Outcome;
import ir.ramzineh.corebank.ImportSource;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/**
 * Fills an empty bank with the invented people of {@code demonstration/*.csv}, through the same import that an operator
 * uses, before the portal takes its first request. A bank that holds anybody is left alone.
 */
@Component
@ConditionalOnProperty(TrialEnvironment.DEMONSTRATION)
class DemonstrationBank implements SmartInitializingSingleton {
    private final CsvImport csvImport;

    DemonstrationBank(CsvImport csvImport) {
        this.csvImport = csvImport;
    }

    @Override
    public void afterSingletonsInstantiated() {
        if (csvImport.isEmpty()) {
            ImportReport report = csvImport.run(files(), false, ImportProgress.none());
            if (report.outcome() != Outcome.IMPORTED) {
                throw new IllegalStateException("the demonstration data is wrong: " + report.problems());
            }
        }
    }

    private static ImportSource files() {
        return fileName -> {
            InputStream file = DemonstrationBank.class.getResourceAsStream("/demonstration/" + fileName);
            if (file == null) {
                throw new NoSuchFileException(fileName);
            }
            return file;
        };
    }
}
