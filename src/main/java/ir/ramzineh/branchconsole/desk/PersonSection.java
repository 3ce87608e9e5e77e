package ir.ramzineh.branchconsole.desk;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import ir.ramzineh.helpdesk.CustomerSummary;
import ir.ramzineh.ui.Formats;
import ir.ramzineh.ui.LtrText;
import java.time.Instant;

/** Who the customer is: masked where the desk does not need more. */
class PersonSection extends Div {
    private static final long serialVersionUID = 1L;

    private final DescriptionList list = new DescriptionList();

    PersonSection(CustomerSummary customer, Instant now) {
        Formats formats = Formats.current();
        list.addClassName("desk-facts");
        fact("desk.name", new Span(customer.name().in(getLocale())));
        fact("desk.national-id", new LtrText(customer.nationalId()));
        fact("desk.mobile", new LtrText(customer.mobile()));
        fact(
                "desk.mobile-since",
                new Span(customer.mobileSince().map(formats::dateTime).orElse(getTranslation("desk.unchanged"))));
        fact(
                "desk.branch",
                customer.branch()
                        .<Component>map(branch -> new LtrText(branch.digits()))
                        .orElse(new Span(getTranslation("desk.none"))));
        fact(
                "desk.signed-up",
                new Span(customer.signedUpAt().map(formats::dateTime).orElse(getTranslation("desk.portal.no"))));
        customer.userName().ifPresent(name -> fact("desk.user-name", LtrText.verbatim(name)));
        fact(
                "desk.last-sign-in",
                new Span(customer.lastSignIn().map(at -> formats.ago(at, now)).orElse(getTranslation("desk.never"))));
        fact(
                "desk.language",
                new Span(getTranslation("desk.language." + customer.locale().getLanguage())));
        fact(
                "desk.second-factor",
                new Span(getTranslation(
                        customer.secondFactorAlways() ? "desk.second-factor.always" : "desk.second-factor.new")));
        var section = DeskWords.section("desk-person", getTranslation("desk.person"));
        section.add(list);
        add(section);
    }

    private void fact(String key, Component value) {
        Div pair = new Div(new DescriptionList.Term(getTranslation(key)), new DescriptionList.Description(value));
        list.getElement().appendChild(pair.getElement());
    }
}
