package ir.ramzineh;

import ir.ramzineh.kernel.CommandOptions;
import ir.ramzineh.kernel.OperatorCommand;
import ir.ramzineh.kernel.StartupProblem;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Runs the {@link OperatorCommand} that the command line names, if any, and ends the program with its exit code. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class OperatorCommands implements ApplicationRunner {
    private final ObjectProvider<OperatorCommand> commands;
    private final ApplicationContext context;

    OperatorCommands(ObjectProvider<OperatorCommand> commands, ApplicationContext context) {
        this.commands = commands;
        this.context = context;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (OperatorCommandEnvironment.asked(arguments::containsOption).isEmpty()) {
            return;
        }
        CommandOptions options = new CommandOptions(arguments.getOptionNames().stream()
                .collect(Collectors.toMap(
                        name -> name, name -> Objects.requireNonNullElse(arguments.getOptionValues(name), List.of()))));
        List<OperatorCommand> asked = commands.stream()
                .filter(command -> options.has(command.option()))
                .toList();
        if (asked.size() != 1) {
            throw new StartupProblem("Give one command at a time: "
                    + asked.stream().map(command -> "--" + command.option()).collect(Collectors.joining(", ")) + ".");
        }
        int code = asked.getFirst().run(options, System.out);
        System.exit(SpringApplication.exit(context, () -> code));
    }
}
