package ir.ramzineh.corebank;

import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/** Opens no port when the program was started for an import: a portal may be running beside it. */
final class ImportEnvironment implements EnvironmentPostProcessor, Ordered {
    private static final String NO_PORT = "-1";

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        if (environment.containsProperty("import")) {
            environment
                    .getPropertySources()
                    .addFirst(new MapPropertySource(
                            "import", Map.of("server.port", NO_PORT, "management.server.port", NO_PORT)));
        }
    }

    /** Before the trial looks whether its ports are free. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE - 10;
    }
}
