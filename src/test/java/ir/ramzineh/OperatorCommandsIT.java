package ir.ramzineh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ir.ramzineh.kernel.CommandOptions;
import ir.ramzineh.kernel.OperatorCommand;
import ir.ramzineh.kernel.StartupProblem;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The commands of docs/operations, without their processes; {@link OperationIT} starts some of them for real. */
@PortalIT
@ExtendWith(OutputCaptureExtension.class)
class OperatorCommandsIT {
    @Autowired
    private List<OperatorCommand> commands;

    @Autowired
    private JdbcClient jdbc;

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @Test
    void everyCommandIsKnownBeforeTheProgramOpensAPort() {
        assertThat(commands.stream().map(OperatorCommand::option))
                .containsExactlyInAnyOrderElementsOf(OperatorCommandEnvironment.OPTIONS);
    }

    @Test
    void aChannelIsRegisteredListedRotatedAndRevoked(CapturedOutput log) {
        String id = "gate-" + UUID.randomUUID().toString().substring(0, 8);
        Map<String, List<String>> add =
                Map.of("channel.add", List.of(id), "scopes", List.of("verification,password-policy"));
        assertThat(run(add)).isZero();
        String first = lastLine();
        assertThat(first).startsWith("rz." + id + ".");
        assertThat(run(add)).isOne();
        assertThat(lastLine()).contains("already");

        assertThat(run(Map.of("channel.rotate", List.of(id)))).isZero();
        String second = lastLine();
        assertThat(second).startsWith("rz." + id + ".").isNotEqualTo(first);
        assertThat(run(Map.of("channel.list", List.of()))).isZero();
        assertThat(lineOf(id)).contains(id + "  password-policy,verification  keys good until ", ", ");

        assertThat(run(Map.of("channel.revoke", List.of(id)))).isZero();
        assertThat(run(Map.of("channel.revoke", List.of(id)))).isOne();
        assertThat(run(Map.of("channel.rotate", List.of(id)))).isOne();
        run(Map.of("channel.list", List.of()));
        assertThat(lineOf(id)).contains("revoked");

        assertThat(jdbc.sql("select kind from audit_event where details like :id order by id")
                        .param("id", "%" + id + "%")
                        .query(String.class)
                        .list())
                .containsExactly("channel.registered", "channel.rotated", "channel.revoked");
        assertThat(log.getAll()).doesNotContain(first, second);
        assertThat(Canaries.of(first, second).inDatabase(jdbc)).isEmpty();
    }

    @Test
    void whoAsksWronglyIsToldTheUsage() {
        assertThatThrownBy(() -> run(Map.of("channel.add", List.of("UPPER"), "scopes", List.of("verification"))))
                .isInstanceOf(StartupProblem.class)
                .hasMessageContaining("--channel.add=<id> --scopes=");
        assertThatThrownBy(() -> run(Map.of("channel.add", List.of("gate"), "scopes", List.of("everything"))))
                .isInstanceOf(StartupProblem.class);
        assertThatThrownBy(() -> run(Map.of("channel.add", List.of("gate")))).isInstanceOf(StartupProblem.class);
        assertThatThrownBy(() -> run(Map.of("ramzineh.vault.rotate", List.of("everything"))))
                .isInstanceOf(StartupProblem.class)
                .hasMessageContaining("add, reseal, retire");
    }

    private int run(Map<String, List<String>> options) {
        OperatorCommand asked = commands.stream()
                .filter(command -> options.containsKey(command.option()))
                .findFirst()
                .orElseThrow();
        return asked.run(new CommandOptions(options), new PrintStream(printed, true, StandardCharsets.UTF_8));
    }

    private List<String> lines() {
        return printed.toString(StandardCharsets.UTF_8).lines().toList();
    }

    private String lastLine() {
        return lines().getLast();
    }

    private String lineOf(String id) {
        return lines().reversed().stream()
                .filter(line -> line.startsWith(id + " "))
                .findFirst()
                .orElseThrow();
    }
}
