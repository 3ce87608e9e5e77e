package ir.ramzineh.portal.signup;

import com.vaadin.flow.component.checkbox.Checkbox;
import ir.ramzineh.customer.TermsVersion;
import ir.ramzineh.portal.TermsText;

/** Step 4, first half (S1.6): the terms, to be read and agreed to before anything is chosen. */
class SignUpTerms extends StepForm {
    private static final long serialVersionUID = 1L;

    SignUpTerms(TermsVersion terms, Runnable accept) {
        super(Keys.text("sign-up.terms.title"), Keys.text("sign-up.terms.text"));
        TermsText text = new TermsText(terms);
        text.setId("sign-up-terms-text");
        text.scrolling(getTranslation("nav.terms"));
        Checkbox agree = new Checkbox(getTranslation("sign-up.terms.agree"));
        agree.setId("sign-up-terms-agree");
        agree.addValueChangeListener(event -> agree.setInvalid(false));
        add(text, agree, submit("sign-up-terms-accept", getTranslation("sign-up.terms.submit"), () -> {
            if (agree.getValue()) {
                accept.run();
            } else {
                agree.setErrorMessage(getTranslation("sign-up.terms.needed"));
                agree.setInvalid(true);
                agree.focus();
            }
        }));
    }
}
