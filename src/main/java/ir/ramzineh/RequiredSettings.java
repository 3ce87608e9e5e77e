package ir.ramzineh;

import ir.ramzineh.kernel.StartupProblem;
import java.util.ServiceLoader;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * Refuses to start without a database and keys, naming the setting that is missing. On a trial machine the trial module
 * is on the class path and supplies both first; the production jar does not carry it.
 */
class RequiredSettings implements EnvironmentPostProcessor, Ordered {

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        ServiceLoader.load(EnvironmentPostProcessor.class)
                .forEach(trial -> trial.postProcessEnvironment(environment, application));
        require(environment, "spring.datasource.url", "the address of the MariaDB database");
        if (!isSet(environment, "ramzineh.vault.key-file") && !isSet(environment, "ramzineh.vault.keys")) {
            throw new StartupProblem(
                    "Ramzineh has no keys: set ramzineh.vault.key-file (a key file) or ramzineh.vault.keys (its content), see docs/operations/key-rotation.md.");
        }
    }

    private static void require(ConfigurableEnvironment environment, String setting, String meaning) {
        if (!isSet(environment, setting)) {
            throw new StartupProblem("Ramzineh cannot start: set %s, %s.".formatted(setting, meaning));
        }
    }

    private static boolean isSet(ConfigurableEnvironment environment, String setting) {
        String value = environment.getProperty(setting);
        return value != null && !value.isBlank();
    }

    /** After the configuration files have been read. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }
}
