package ir.ramzineh;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.env.CommandLinePropertySource;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.PropertySource;

/**
 * Opens no port and says nothing but the command's own words when the program was started for a command: a portal may
 * be running beside it, and its output may go into a script.
 */
final class OperatorCommandEnvironment implements EnvironmentPostProcessor, Ordered {
    /** Known before there are beans; a test compares the list with them. */
    static final List<String> OPTIONS = List.of(
            "import",
            "channel.list",
            "channel.add",
            "channel.rotate",
            "channel.revoke",
            "ramzineh.vault.rotate",
            "audit.verify",
            "audit.retire",
            "staff.first-administrator");

    private static final String NO_PORT = "-1";

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        PropertySource<?> commandLine =
                environment.getPropertySources().get(CommandLinePropertySource.COMMAND_LINE_PROPERTY_SOURCE_NAME);
        if (commandLine == null || asked(commandLine::containsProperty).isEmpty()) {
            return;
        }
        environment
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "command", Map.of("server.port", NO_PORT, "management.server.port", NO_PORT)));
        environment
                .getPropertySources()
                .addLast(new MapPropertySource(
                        "quiet-command",
                        Map.of(
                                "spring.main.banner-mode", "off",
                                "spring.main.lazy-initialization", "true",
                                "logging.level.root", "error")));
    }

    static List<String> asked(Predicate<String> given) {
        return OPTIONS.stream().filter(given).toList();
    }

    /** Before it is looked whether the ports are free. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE - 10;
    }
}
