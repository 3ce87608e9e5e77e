package ir.ramzineh.branchconsole;

import jakarta.servlet.http.HttpSession;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.security.web.authentication.session.SessionFixationProtectionStrategy;

/**
 * Every sign-in gets a new session under a new id, and the old row is deleted: an id that somebody planted before, and
 * the sign-in of a customer in the same browser, end with it. Only the page that was asked for moves along.
 */
final class BranchSecurityNewSession extends SessionFixationProtectionStrategy {
    @Override
    protected Map<String, Object> extractAttributes(HttpSession session) {
        return super.extractAttributes(session).entrySet().stream()
                .filter(attribute -> BranchSecurityWelcome.ASKED_FOR.contains(attribute.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
