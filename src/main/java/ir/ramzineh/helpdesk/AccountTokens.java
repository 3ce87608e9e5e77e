package ir.ramzineh.helpdesk;

import ir.ramzineh.gatewaytoken.GatewayToken;
import ir.ramzineh.gatewaytoken.RecentGatewayCode;
import java.util.List;
import java.util.Optional;

/**
 * How it stands with the account tokens of a customer.
 *
 * @param living those that wait for activation and those that are active
 * @param last the last code that a channel sent for one of them, or for none
 */
record AccountTokens(List<GatewayToken> living, Optional<RecentGatewayCode> last) {
    AccountTokens {
        living = List.copyOf(living);
    }
}
