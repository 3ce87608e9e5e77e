package ir.ramzineh.portal;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import ir.ramzineh.ui.Notice;
import ir.ramzineh.ui.PageTitles;
import java.util.stream.IntStream;

/** What one-time passwords are good for, how to start, and what to beware of (S0.1, S0.5, S0.6, S0.8 to S0.12). */
@Route(value = "help", layout = PublicLayout.class)
@AnonymousAllowed
class HelpView extends Div implements HasDynamicTitle {
    private static final long serialVersionUID = 1L;

    HelpView() {
        addClassNames("surface", "wide", "help");
        add(
                new H1(getTranslation("help.title")),
                new Paragraph(getTranslation("help.what")),
                new H2(getTranslation("help.start.title")),
                steps("help.start.", 4),
                new H2(getTranslation("help.uses.title")),
                new Paragraph(getTranslation("help.uses.why")),
                list("help.uses.", 6),
                new H2(getTranslation("help.after.title")),
                list("help.after.", 3),
                new H2(getTranslation("help.beware.title")),
                new Notice(Notice.Kind.WARNING, list("help.beware.", 3)),
                new H2(getTranslation("help.stuck.title")),
                list("help.stuck.", 3));
    }

    @Override
    public String getPageTitle() {
        return PageTitles.of("nav.help");
    }

    private Component list(String prefix, int count) {
        return new UnorderedList(items(prefix, count));
    }

    private Component steps(String prefix, int count) {
        return new OrderedList(items(prefix, count));
    }

    private ListItem[] items(String prefix, int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> new ListItem(getTranslation(prefix + number)))
                .toArray(ListItem[]::new);
    }
}
