package ir.ramzineh.branchconsole.gateway;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import ir.ramzineh.gatewaytoken.GatewayToken;
import ir.ramzineh.gatewaytoken.GatewayTokenState;
import ir.ramzineh.ui.Formats;
import java.time.Duration;

/** What is known of a token: device, use, the error of the phone's clock, and what its codes count for. */
class TokenFacts extends UnorderedList {
    private static final long serialVersionUID = 1L;

    TokenFacts(GatewayToken token) {
        Formats formats = Formats.current();
        addClassName("desk-lines");
        if (token.deviceName() != null) {
            say("gateway.device", token.deviceName());
        }
        if (token.codeExpiresAt() != null) {
            say("gateway.code-until", formats.dateTime(token.codeExpiresAt()));
        }
        if (token.lastUsedAt() != null) {
            say("gateway.last-used", formats.dateTime(token.lastUsedAt()));
        }
        if (token.state() == GatewayTokenState.ACTIVE) {
            say("gateway.clock", clock(token.driftSeconds(), formats));
        }
        if (token.state() == GatewayTokenState.ACTIVE && token.links().isEmpty()) {
            say("gateway.not-linked");
        }
        token.links()
                .forEach(link -> say(
                        link.lockedAt() == null ? "gateway.linked" : "gateway.linked-locked",
                        getTranslation("activity-detail.scope." + link.scope().key()),
                        formats.dateTime(link.linkedAt())));
    }

    private void say(String key, Object... args) {
        add(new ListItem(getTranslation(key, args)));
    }

    /** In the words of a card's authenticators. */
    private String clock(int driftSeconds, Formats formats) {
        return driftSeconds == 0
                ? getTranslation("desk.clock.right")
                : getTranslation(
                        driftSeconds > 0 ? "desk.clock.ahead" : "desk.clock.behind",
                        formats.duration(Duration.ofSeconds(Math.abs(driftSeconds))));
    }
}
