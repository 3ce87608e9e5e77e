package ir.ramzineh.portal;

import com.vaadin.flow.component.button.Button;
import ir.ramzineh.card.CardNotFoundException;
import ir.ramzineh.fraudcase.NotMe;
import ir.ramzineh.fraudcase.ReportedBy;
import ir.ramzineh.fraudcase.Suspect;
import ir.ramzineh.fraudcase.UnknownSuspectException;
import ir.ramzineh.kernel.CardId;
import ir.ramzineh.kernel.CustomerId;
import ir.ramzineh.ui.Toast;

/** "It was not me", beside any line of a card: one press, no question; what it did can be ended again. */
class NotMeButton extends Button {
    private static final long serialVersionUID = 1L;

    /**
     * A button.
     *
     * @param line the line it stands beside, for those who only hear the page
     */
    NotMeButton(String id, String line, NotMe notMe, CustomerId customer, CardId card, Suspect suspect, Runnable done) {
        setText(getTranslation("not-me"));
        setId(id);
        addClassName("not-me");
        addThemeNames("tertiary", "small", "error");
        setAriaLabel(getTranslation("not-me.of", line));
        setDisableOnClick(true);
        addClickListener(click -> {
            try {
                notMe.report(customer, card, ReportedBy.PORTAL, suspect);
                Toast.success(getTranslation("not-me.done"));
            } catch (CardNotFoundException | UnknownSuspectException gone) {
                Toast.failure(getTranslation("not-me.unknown"));
            }
            done.run();
        });
    }
}
