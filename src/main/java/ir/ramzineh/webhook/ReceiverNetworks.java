package ir.ramzineh.webhook;

import ir.ramzineh.kernel.StartupProblem;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import org.apache.hc.client5.http.DnsResolver;
import org.springframework.stereotype.Component;

/**
 * Where a webhook may go. Whoever may name an address must not reach with it what only this machine reaches: private
 * networks, the machine itself, the metadata service of a cloud. Looked at when a connection is made, on the very address
 * that is connected to, so that a name that changes its meaning between check and use gains nothing.
 */
@Component
class ReceiverNetworks implements DnsResolver {
    /** Networks that are not public addresses of others, beyond those {@link InetAddress} knows by itself. */
    private static final List<Network> NOT_PUBLIC = List.of(
            Network.of("0.0.0.0/8"),
            Network.of("100.64.0.0/10"),
            Network.of("192.0.0.0/24"),
            Network.of("192.0.2.0/24"),
            Network.of("192.88.99.0/24"),
            Network.of("198.18.0.0/15"),
            Network.of("198.51.100.0/24"),
            Network.of("203.0.113.0/24"),
            Network.of("240.0.0.0/4"),
            Network.of("::/96"),
            Network.of("64:ff9b::/32"),
            Network.of("100::/64"),
            Network.of("2001::/23"),
            Network.of("2001:db8::/32"),
            Network.of("2002::/16"),
            Network.of("fc00::/7"));

    private final List<Network> allowed;

    ReceiverNetworks(WebhookSettings settings) {
        this.allowed =
                settings.networks().stream().map(ReceiverNetworks::setting).toList();
    }

    /** The address may not be asked. The message is the key of what is shown. */
    static final class RefusedAddressException extends UnknownHostException {
        private static final long serialVersionUID = 1L;

        RefusedAddressException() {
            super("refused-address");
        }
    }

    /** A name must stand for good addresses only: one bad one among them would be tried when the others fail. */
    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] addresses = InetAddress.getAllByName(host);
        if (!Arrays.stream(addresses).allMatch(this::mayBeAsked)) {
            throw new RefusedAddressException();
        }
        return addresses;
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }

    boolean mayBeAsked(InetAddress address) {
        return allowed.stream().anyMatch(network -> network.holds(address)) || isPublic(address);
    }

    /** Whether it is this machine, where the operator allowed that: then nothing travels that TLS would protect. */
    boolean isOwnMachine(String host) {
        try {
            InetAddress[] addresses = InetAddress.getAllByName(host);
            return Arrays.stream(addresses).allMatch(each -> each.isLoopbackAddress() && mayBeAsked(each));
        } catch (UnknownHostException unknown) {
            return false;
        }
    }

    static boolean isPublic(InetAddress address) {
        return !address.isAnyLocalAddress()
                && !address.isLoopbackAddress()
                && !address.isLinkLocalAddress()
                && !address.isSiteLocalAddress()
                && !address.isMulticastAddress()
                && NOT_PUBLIC.stream().noneMatch(network -> network.holds(address));
    }

    private static Network setting(String network) {
        try {
            return Network.of(network);
        } catch (IllegalArgumentException malformed) {
            throw new StartupProblem(
                    "The setting ramzineh.webhooks.networks holds networks such as 10.20.0.0/16.", malformed);
        }
    }

    /** Addresses with the same first bits. */
    record Network(InetAddress first, int bits) {
        static Network of(String text) {
            int slash = text.indexOf('/');
            try {
                InetAddress first = InetAddress.ofLiteral(text.substring(0, Math.max(slash, 0)));
                int bits = Integer.parseInt(text.substring(slash + 1));
                if (bits < 0 || bits > first.getAddress().length * Byte.SIZE) {
                    throw new IllegalArgumentException("bits of a network");
                }
                return new Network(first, bits);
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException("bits of a network", e);
            }
        }

        boolean holds(InetAddress address) {
            byte[] own = first.getAddress();
            byte[] other = address.getAddress();
            if (first instanceof Inet4Address != address instanceof Inet4Address) {
                return false;
            }
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> (bit % Byte.SIZE);
                if (((own[bit / Byte.SIZE] ^ other[bit / Byte.SIZE]) & mask) != 0) {
                    return false;
                }
            }
            return true;
        }
    }
}
