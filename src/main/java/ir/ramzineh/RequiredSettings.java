package ir.ramzineh;

import ir.ramzineh.kernel.StartupProblem;
import ir.ramzineh.vault.VaultKeySettings;
import java.util.ServiceLoader;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * Looks at all that an operator can get wrong before anything is started, and says the first thing that is in one
 * sentence: ports, database address, keys, database. On a trial machine the trial module is on the class path and
 * supplies database and keys; the production jar does not carry it.
 */
class RequiredSettings implements EnvironmentPostProcessor, Ordered {

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        RequiredPorts.require(environment);
        ServiceLoader.load(EnvironmentPostProcessor.class)
                .forEach(trial -> trial.postProcessEnvironment(environment, application));
        String url = environment.getProperty("spring.datasource.url", "");
        if (url.isBlank()) {
            throw new StartupProblem("Ramzineh cannot start: set spring.datasource.url, the address of the MariaDB"
                    + " database, such as jdbc:mariadb://127.0.0.1/ramzineh.");
        }
        VaultKeySettings.require(
                environment.getProperty("ramzineh.vault.key-file"), environment.getProperty("ramzineh.vault.keys"));
        RequiredDatabase.require(
                url.strip(),
                environment.getProperty("spring.datasource.username"),
                environment.getProperty("spring.datasource.password"));
    }

    /** After the configuration files have been read. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }
}
