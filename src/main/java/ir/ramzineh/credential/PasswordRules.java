package ir.ramzineh.credential;

import ir.ramzineh.kernel.NationalId;
import java.util.List;
import org.springframework.stereotype.Component;

/** The rules of S1.8 to S1.10 and D5, a length, and a list of common passwords; each answered for itself. */
@Component
public class PasswordRules {

    PasswordRules() {}

    /**
     * Every rule with its answer, always in the same order.
     *
     * @param password as typed so far
     * @param userName as typed so far; may be empty
     * @param nationalId whose digits must not stand in the password, in any script (S1.9)
     */
    public List<RuleCheck> check(String password, String userName, NationalId nationalId) {
        throw new UnsupportedOperationException(userName + nationalId + password.length());
    }
}
