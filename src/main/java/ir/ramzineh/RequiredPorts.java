package ir.ramzineh;

import ir.ramzineh.kernel.StartupProblem;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;

/** Two ports, both free: management never stands on the public one, where strangers could read it. */
final class RequiredPorts {
    private RequiredPorts() {}

    static void require(Environment environment) {
        int open = port(environment, "server.port");
        int management = port(environment, "management.server.port");
        if (open > 0 && open == management) {
            throw new StartupProblem("Health and metrics must not stand on the public port: choose a"
                    + " management.server.port other than server.port (" + open + ").");
        }
        requireFree(environment, open, "server.port", "server.address");
        requireFree(environment, management, "management.server.port", "management.server.address");
    }

    /** Nothing means that Boot would take the public port for both. */
    private static int port(Environment environment, String setting) {
        String port = environment.getProperty(setting, "").strip();
        try {
            int number = Integer.parseInt(port);
            if (number <= 65_535) {
                return number;
            }
        } catch (NumberFormatException e) {
            // told below
        }
        throw new StartupProblem("The setting " + setting + " must be a port number.");
    }

    private static void requireFree(Environment environment, int port, String setting, String addressSetting) {
        if (port <= 0) {
            return;
        }
        String host = environment.getProperty(addressSetting);
        InetAddress address = address(host, addressSetting);
        try (ServerSocket probe = new ServerSocket(port, 1, address)) {
            probe.getLocalPort();
        } catch (IOException e) {
            if (host != null && !isOurs(address)) {
                throw new StartupProblem(
                        "The setting " + addressSetting + " names an address that this machine does not have.", e);
            }
            throw new StartupProblem(sentence(port, setting), e);
        }
    }

    static String sentence(int port, String setting) {
        return port < 1024
                ? "Port %d is in use or needs more rights: end the program that holds it, or choose another with --%s."
                        .formatted(port, setting)
                : "Port %d is in use: end the program that holds it, or choose another with --%s."
                        .formatted(port, setting);
    }

    private static @Nullable InetAddress address(@Nullable String host, String setting) {
        if (host == null || host.isBlank()) {
            return null;
        }
        try {
            return InetAddress.getByName(host.strip());
        } catch (UnknownHostException e) {
            throw new StartupProblem("The setting " + setting + " names an unknown host.", e);
        }
    }

    private static boolean isOurs(@Nullable InetAddress address) {
        try (ServerSocket any = new ServerSocket(0, 1, address)) {
            return any.isBound();
        } catch (IOException e) {
            return false;
        }
    }
}
