package ir.ramzineh.channelapi;

import ir.ramzineh.kernel.CommandOptions;
import ir.ramzineh.kernel.OperatorCommand;
import ir.ramzineh.kernel.StartupProblem;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DuplicateKeyException;

/**
 * What an operator does to the channels of the bank, see docs/operations/channels.md. A key is printed alone on the last
 * line of the output, once; no log ever holds it.
 */
@Configuration(proxyBeanMethods = false)
class ChannelCommands {
    private static final String SCOPES =
            Arrays.stream(ChannelScope.values()).map(ChannelCommands::word).collect(Collectors.joining(","));
    private static final String ADD_USAGE = "Say --channel.add=<id> --scopes=" + SCOPES
            + " [--name=<name for people>]; an id has 2 to 40 lower-case" + " letters, digits and hyphens.";

    @Bean
    OperatorCommand channelList(ChannelClients clients) {
        return new Command("channel.list", (options, out) -> {
            clients.all().forEach(client -> out.println(line(client)));
            return OperatorCommand.DONE;
        });
    }

    @Bean
    OperatorCommand channelAdd(ChannelClients clients) {
        return new Command("channel.add", (options, out) -> {
            String id = options.value("channel.add", ADD_USAGE);
            String name = options.has("name") ? options.value("name", ADD_USAGE) : id;
            Set<ChannelScope> scopes = scopes(options.value("scopes", ADD_USAGE));
            try {
                return print(clients.register(id, name, scopes), "The channel " + id + " is registered", out);
            } catch (DuplicateKeyException taken) {
                out.println("There is a channel " + id + " already; --channel.rotate=" + id + " makes a new key.");
                return OperatorCommand.REFUSED;
            } catch (IllegalArgumentException wrong) {
                throw new StartupProblem(ADD_USAGE, wrong);
            }
        });
    }

    @Bean
    OperatorCommand channelRotate(ChannelClients clients) {
        return new Command("channel.rotate", (options, out) -> {
            String id = options.value("channel.rotate", "Say --channel.rotate=<id>.");
            try {
                return print(
                        clients.rotate(id),
                        "The channel " + id + " has a new key; the one before it stays good for "
                                + clients.rotationOverlap(),
                        out);
            } catch (IllegalArgumentException unknown) {
                out.println("There is no channel " + id + " that may be used; --channel.list shows all.");
                return OperatorCommand.REFUSED;
            }
        });
    }

    @Bean
    OperatorCommand channelRevoke(ChannelClients clients) {
        return new Command("channel.revoke", (options, out) -> {
            String id = options.value("channel.revoke", "Say --channel.revoke=<id>.");
            boolean revoked = clients.revoke(id);
            out.println(
                    revoked
                            ? "The channel " + id + " is revoked for good."
                            : "There is no channel " + id + " that may be used; --channel.list shows all.");
            return revoked ? OperatorCommand.DONE : OperatorCommand.REFUSED;
        });
    }

    private static int print(ChannelKey key, String what, PrintStream out) {
        out.println(what + ". Its key is good until " + key.expiresAt() + " and is shown this once:");
        out.println(key.bearer());
        return OperatorCommand.DONE;
    }

    private static String line(ChannelClients.Registered client) {
        String keys = client.revoked()
                ? "revoked"
                : client.keysGoodUntil().isEmpty()
                        ? "no live key"
                        : "keys good until "
                                + client.keysGoodUntil().stream()
                                        .map(Object::toString)
                                        .collect(Collectors.joining(", "));
        String scopes =
                client.scopes().stream().map(ChannelCommands::word).sorted().collect(Collectors.joining(","));
        return "%s  %s  %s  (%s)".formatted(client.id(), scopes, keys, client.name());
    }

    private static Set<ChannelScope> scopes(String words) {
        try {
            return Arrays.stream(words.split(",", -1))
                    .map(word -> ChannelScope.valueOf(
                            word.strip().toUpperCase(Locale.ROOT).replace('-', '_')))
                    .collect(Collectors.toCollection(() -> EnumSet.noneOf(ChannelScope.class)));
        } catch (IllegalArgumentException unknown) {
            throw new StartupProblem(ADD_USAGE, unknown);
        }
    }

    private static String word(ChannelScope scope) {
        return scope.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private interface Work {
        int run(CommandOptions options, PrintStream out);
    }

    private record Command(String option, Work work) implements OperatorCommand {
        @Override
        public int run(CommandOptions options, PrintStream out) {
            return work.run(options, out);
        }
    }
}
