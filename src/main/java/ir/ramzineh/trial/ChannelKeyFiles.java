package ir.ramzineh.trial;

import ir.ramzineh.channelapi.ChannelClients;
import ir.ramzineh.channelapi.ChannelKey;
import ir.ramzineh.channelapi.ChannelScope;
import ir.ramzineh.kernel.StartupProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/**
 * Registers the channels of the trial before the first request and leaves the key of each in the trial's folder, readable
 * by its owner alone, for the simulator and for whoever wants to ask with a tool of their own.
 */
@Component
@ConditionalOnProperty(TrialEnvironment.DEMONSTRATION)
class ChannelKeyFiles implements SmartInitializingSingleton {
    private static final List<TrialChannel> CHANNELS = List.of(
            new TrialChannel(
                    "card-switch",
                    "Card switch of the trial",
                    EnumSet.of(ChannelScope.VERIFICATION, ChannelScope.PASSWORD_POLICY, ChannelScope.SMALL_AMOUNT)),
            new TrialChannel("payment-page", "Payment page of the trial", EnumSet.of(ChannelScope.PAYMENT_CODE)),
            new TrialChannel("terminal", "ATMs of the trial", EnumSet.of(ChannelScope.TERMINAL)),
            new TrialChannel("ussd-gateway", "USSD gateway of the trial", EnumSet.of(ChannelScope.USSD)));

    private record TrialChannel(String id, String name, Set<ChannelScope> scopes) {}

    private final ChannelClients clients;
    private final Path folder;

    ChannelKeyFiles(ChannelClients clients, @Value("${" + TrialEnvironment.FOLDER + "}") Path folder) {
        this.clients = clients;
        this.folder = folder;
    }

    @Override
    public void afterSingletonsInstantiated() {
        CHANNELS.forEach(this::provide);
    }

    private void provide(TrialChannel channel) {
        Path file = folder.resolve(channel.id() + ".key");
        boolean registered = clients.exists(channel.id());
        if (registered && Files.exists(file)) {
            return;
        }
        ChannelKey key = registered
                ? clients.rotate(channel.id())
                : clients.register(channel.id(), channel.name(), channel.scopes());
        try {
            Files.writeString(OwnerOnly.create(file), key.bearer());
        } catch (IOException e) {
            throw new StartupProblem("The folder %s cannot be written.".formatted(folder), e);
        }
    }
}
