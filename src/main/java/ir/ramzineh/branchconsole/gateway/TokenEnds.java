package ir.ramzineh.branchconsole.gateway;

import com.vaadin.flow.component.Component;
import ir.ramzineh.gatewaytoken.GatewayToken;
import ir.ramzineh.gatewaytoken.GatewayTokens;
import ir.ramzineh.gatewaytoken.LinkScope;
import ir.ramzineh.staff.StaffId;
import ir.ramzineh.ui.Formats;
import ir.ramzineh.ui.Toast;
import java.util.List;
import java.util.Set;

/** What takes something away from a token: each says before what happens and what remains, and afterwards that it is done. */
class TokenEnds {
    private final Component page;
    private final GatewayTokens tokens;
    private final StaffId who;
    private final Runnable refresh;

    /** @param refresh draws the tokens as they are afterwards */
    TokenEnds(Component page, GatewayTokens tokens, StaffId who, Runnable refresh) {
        this.page = page;
        this.tokens = tokens;
        this.who = who;
        this.refresh = refresh;
    }

    Component revoke(GatewayToken token, String id) {
        return new ReasonedDeed(
                id + "-revoke",
                page.getTranslation("gateway.revoke"),
                List.of(
                        page.getTranslation("gateway.revoke.happens", lastFour(token)),
                        page.getTranslation("gateway.revoke.remains")),
                reason -> done(tokens.revoke(who, token.id(), reason), "gateway.revoke.done"));
    }

    Component unlink(GatewayToken token, LinkScope scope, String id) {
        String name = page.getTranslation("activity-detail.scope." + scope.key());
        return new ReasonedDeed(
                id + "-unlink-" + scope.key(),
                page.getTranslation("gateway.unlink", name),
                List.of(
                        page.getTranslation("gateway.unlink.happens", lastFour(token), name),
                        page.getTranslation("gateway.unlink.remains." + scope.key())),
                reason -> done(tokens.unlink(who, token.id(), Set.of(scope), reason), "gateway.unlink.done"));
    }

    /** @param changed {@code false}: somebody else did it meanwhile */
    private void done(boolean changed, String key) {
        refresh.run();
        Toast.success(page.getTranslation(changed ? key : "desk.deed.already"));
    }

    /** In a sentence, left to right wherever it stands. */
    private static String lastFour(GatewayToken token) {
        return '\u2066' + Formats.current().digits(token.lastFour()) + '\u2069';
    }
}
