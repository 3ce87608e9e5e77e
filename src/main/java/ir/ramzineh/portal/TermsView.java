package ir.ramzineh.portal;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import ir.ramzineh.customer.Terms;
import ir.ramzineh.customer.TermsSection;
import ir.ramzineh.customer.TermsVersion;
import ir.ramzineh.kernel.CustomerId;
import ir.ramzineh.ui.Formats;
import ir.ramzineh.ui.Notice;
import ir.ramzineh.ui.PageTitles;
import java.util.List;

/** The terms of use (S1.6), open to everybody; a customer who has not agreed to the newest version is asked here. */
@Route(value = "terms", layout = PublicLayout.class)
@AnonymousAllowed
class TermsView extends Div implements HasDynamicTitle {
    private static final long serialVersionUID = 1L;

    TermsView(Terms terms, SignedInCustomer signedIn) {
        addClassNames("surface", "wide", "terms");
        TermsVersion version = terms.current(getLocale());
        add(new H1(version.title()));
        add(hint(getTranslation("terms.version", Formats.current().digits(version.version()))));
        signedIn.id()
                .filter(customer -> !terms.accepted(customer))
                .ifPresent(customer -> ask(terms, version, customer));
        TermsText text = new TermsText(version);
        text.setId("terms-text");
        add(text);
    }

    @Override
    public String getPageTitle() {
        return PageTitles.of("nav.terms");
    }

    private void ask(Terms terms, TermsVersion version, CustomerId customer) {
        List<TermsSection> changed = terms.changedFor(customer, getLocale());
        Button accept = new Button(getTranslation("terms.accept"), click -> {
            terms.accept(customer, version);
            getUI().ifPresent(ui -> ui.getPage().setLocation("."));
        });
        accept.setId("terms-accept");
        accept.addThemeVariants(ButtonVariant.PRIMARY);
        Div question = new Div(new Notice(Notice.Kind.WARNING, getTranslation("terms.new-version")));
        if (!changed.isEmpty() && changed.size() < version.sections().size()) {
            question.add(new H2(getTranslation("terms.changed")), new TermsText(changed));
        }
        question.add(accept);
        question.addClassName("terms-question");
        add(question);
    }

    private static Paragraph hint(String text) {
        Paragraph paragraph = new Paragraph(text);
        paragraph.addClassName("hint");
        return paragraph;
    }
}
