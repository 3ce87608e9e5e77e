package ir.ramzineh.portal;

import jakarta.servlet.http.HttpSession;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.security.web.authentication.session.SessionFixationProtectionStrategy;

/**
 * Every sign-in gets a new session under a new id, and the old row is deleted: an id that somebody planted before is
 * worth nothing afterwards, even to a slow request that is still under way. Only the page that was asked for moves
 * along; the user interface of the sign-in page does not.
 */
final class PortalSecurityNewSession extends SessionFixationProtectionStrategy {
    @Override
    protected Map<String, Object> extractAttributes(HttpSession session) {
        return super.extractAttributes(session).entrySet().stream()
                .filter(attribute -> PortalSecurityWelcome.ASKED_FOR.contains(attribute.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
