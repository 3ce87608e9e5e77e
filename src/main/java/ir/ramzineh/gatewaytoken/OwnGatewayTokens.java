package ir.ramzineh.gatewaytoken;

import ir.ramzineh.audit.Actor;
import ir.ramzineh.kernel.CustomerId;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A customer's own tokens, in the portal, and for the answers of a desk that may look at the customer. */
@Service
public class OwnGatewayTokens {
    private final GatewayRows rows;
    private final GatewayViews views;
    private final GatewayEnds ends;

    OwnGatewayTokens(GatewayRows rows, GatewayViews views, GatewayEnds ends) {
        this.rows = rows;
        this.views = views;
        this.ends = ends;
    }

    /** Those that wait for activation and those that are active, the newest first. */
    public List<GatewayToken> of(CustomerId customer) {
        return rows.of(customer).stream()
                .filter(row -> row.state() != GatewayTokenState.DEAD)
                .map(views::of)
                .toList();
    }

    /**
     * Ends an own token (S10.17, S10.19) and what it is linked to: an SMS code is the second factor of sign-in again.
     *
     * @return {@code false} where it is somebody else's, unknown, or over
     */
    @Transactional
    public boolean delete(CustomerId customer, GatewayTokenId token) {
        return rows.byId(token.value())
                .filter(row -> Objects.equals(row.customer(), customer) && row.state() != GatewayTokenState.DEAD)
                .filter(row -> ends.end(new Actor.Customer(customer), row, customer, "deleted", null))
                .isPresent();
    }
}
