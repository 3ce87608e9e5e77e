package ir.ramzineh.trial;

import ir.ramzineh.channelapi.ChannelClients;
import ir.ramzineh.channelapi.ChannelKey;
import ir.ramzineh.channelapi.ChannelScope;
import ir.ramzineh.kernel.StartupProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/**
 * Registers the card switch of the trial before the first request and leaves its key in the trial's folder, readable by
 * its owner alone, for the simulator and for whoever wants to ask with a tool of their own.
 */
@Component
@ConditionalOnProperty(TrialEnvironment.DEMONSTRATION)
class SwitchKeyFile implements SmartInitializingSingleton {
    private static final String CLIENT = "card-switch";
    private static final String FILE = "card-switch.key";

    private final ChannelClients clients;
    private final Path folder;

    SwitchKeyFile(ChannelClients clients, @Value("${" + TrialEnvironment.FOLDER + "}") Path folder) {
        this.clients = clients;
        this.folder = folder;
    }

    @Override
    public void afterSingletonsInstantiated() {
        Path file = folder.resolve(FILE);
        boolean registered = clients.exists(CLIENT);
        if (registered && Files.exists(file)) {
            return;
        }
        ChannelKey key = registered
                ? clients.rotate(CLIENT)
                : clients.register(CLIENT, "Card switch of the trial", EnumSet.allOf(ChannelScope.class));
        try {
            Files.writeString(OwnerOnly.create(file), key.bearer());
        } catch (IOException e) {
            throw new StartupProblem("The folder %s cannot be written.".formatted(folder), e);
        }
    }
}
