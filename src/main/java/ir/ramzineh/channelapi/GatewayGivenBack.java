package ir.ramzineh.channelapi;

import ir.ramzineh.gatewaytoken.GatewayToken;
import ir.ramzineh.gatewaytoken.LinkScope;
import java.util.List;

/**
 * An account token is dead.
 *
 * @param unlinked what its codes counted for until now
 */
public record GatewayGivenBack(List<LinkScope> unlinked) {
    public GatewayGivenBack {
        unlinked = List.copyOf(unlinked);
    }

    static GatewayGivenBack of(GatewayToken token) {
        return new GatewayGivenBack(token.scopes().stream().sorted().toList());
    }
}
