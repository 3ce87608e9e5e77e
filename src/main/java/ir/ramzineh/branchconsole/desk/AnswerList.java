package ir.ramzineh.branchconsole.desk;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import ir.ramzineh.helpdesk.Answer;
import ir.ramzineh.ui.Glyph;
import java.util.List;

/** "Why does it not work?": the answers at the top of a customer's page, each with what to do. */
class AnswerList extends Section {
    private static final long serialVersionUID = 1L;

    AnswerList(List<Answer> answers) {
        setId("desk-answers");
        addClassNames("surface", "desk-section", "desk-answers");
        H2 title = new H2(getTranslation("desk.answers"));
        title.setId("desk-answers-title");
        getElement().setAttribute("aria-labelledby", "desk-answers-title");
        UnorderedList list = new UnorderedList();
        DeskWords words = DeskWords.of(getLocale());
        answers.forEach(answer -> list.add(item(answer, words)));
        add(title, list);
    }

    private static ListItem item(Answer answer, DeskWords words) {
        Glyph glyph = switch (answer.tone()) {
            case PROBLEM -> Glyph.WARNING;
            case HINT -> Glyph.INFO;
            case FINE -> Glyph.CHECK;
        };
        Span what = new Span(
                words.get(answer.key(), answer.facts().stream().map(words::fact).toArray()));
        what.addClassName("desk-answer-what");
        Span next = new Span(words.get(answer.key() + ".next"));
        next.addClassName("hint");
        Div text = new Div(what, next);
        text.addClassName("desk-answer-words");
        ListItem item = new ListItem(glyph.create(), text);
        item.addClassName("desk-answer-" + DeskWords.part(answer.tone()));
        item.getElement().setAttribute("data-answer", answer.key());
        return item;
    }
}
