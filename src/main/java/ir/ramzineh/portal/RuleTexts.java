package ir.ramzineh.portal;

import com.vaadin.flow.i18n.I18NProvider;
import ir.ramzineh.credential.RuleCheck;
import ir.ramzineh.ui.Formats;
import ir.ramzineh.ui.RuleList.Rule;
import ir.ramzineh.ui.RuleList.Standing;
import java.util.List;

/** The rules of user names and passwords (S1.7 to S1.10) in the reader's words. */
public final class RuleTexts {
    private RuleTexts() {}

    /**
     * The rules as a list to be shown.
     *
     * @param typed whether anything has been typed yet; an untouched field breaks no rule
     */
    public static List<Rule> of(List<RuleCheck> checks, boolean typed) {
        return checks.stream().map(check -> rule(check, typed)).toList();
    }

    private static Rule rule(RuleCheck check, boolean typed) {
        Formats formats = Formats.current();
        Object[] args = check.args().stream().map(formats::digits).toArray();
        String text = I18NProvider.translate(check.key(), args);
        if (!typed) {
            return new Rule(text, Standing.OPEN, null);
        }
        return new Rule(text, check.met() ? Standing.MET : Standing.BROKEN, check.offendingPart());
    }
}
