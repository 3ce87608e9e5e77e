package ir.ramzineh.kernel;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;

/**
 * The network address a request came from, as a literal such as {@code 203.0.113.7} or {@code 2001:db8::1}. Names are
 * refused, so that no look-up ever leaves the machine.
 */
public record ClientAddress(String text) {
    private static final int NETWORK_BYTES = 8;

    public ClientAddress {
        text = parse(text).getHostAddress();
    }

    /**
     * What waits and caps are counted on: the address itself for IPv4, the first 64 bits for IPv6, because one household
     * holds a whole /64 there and could otherwise change its address with every try.
     */
    public String counted() {
        InetAddress address = parse(text);
        if (address instanceof Inet6Address) {
            byte[] bytes = address.getAddress();
            Arrays.fill(bytes, NETWORK_BYTES, bytes.length, (byte) 0);
            try {
                return InetAddress.getByAddress(bytes).getHostAddress() + "/64";
            } catch (java.net.UnknownHostException e) {
                throw new IllegalStateException("sixteen bytes are an address", e);
            }
        }
        return text;
    }

    private static InetAddress parse(String literal) {
        int scope = literal.indexOf('%');
        try {
            return InetAddress.ofLiteral(scope < 0 ? literal : literal.substring(0, scope));
        } catch (IllegalArgumentException e) {
            throw new InvalidValueException("error.address");
        }
    }
}
