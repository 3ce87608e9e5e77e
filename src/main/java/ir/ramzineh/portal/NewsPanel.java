package ir.ramzineh.portal;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import ir.ramzineh.customer.Notice;
import ir.ramzineh.customer.Notices;
import ir.ramzineh.kernel.CustomerId;
import ir.ramzineh.ui.Formats;
import java.util.List;

/** What the customer should know and has not read yet, newest first; gone from the page once it is read. */
class NewsPanel extends Section {
    private static final long serialVersionUID = 1L;
    private static final int SHOWN_MAX = 3;

    private final transient Notices notices;
    private final CustomerId customer;
    private final transient EventWords words;

    NewsPanel(Notices notices, CustomerId customer) {
        this.notices = notices;
        this.customer = customer;
        this.words = new EventWords(getLocale());
        setId("home-news");
        addClassName("stack-section");
        show();
    }

    private void show() {
        removeAll();
        List<Notice> unread = notices.unread(customer, SHOWN_MAX);
        setVisible(!unread.isEmpty());
        if (unread.isEmpty()) {
            return;
        }
        add(new H2(getTranslation("home.news")));
        unread.forEach(notice -> add(entry(notice)));
        Anchor all = new Anchor("activity", getTranslation("home.news.all"));
        all.setId("home-news-all");
        Button read = new Button(getTranslation("home.news.read"), click -> {
            notices.markRead(customer, unread);
            show();
        });
        read.setId("home-news-read");
        Div actions = new Div(read, all);
        actions.addClassName("news-actions");
        add(actions);
    }

    private ir.ramzineh.ui.Notice entry(Notice notice) {
        Paragraph title = new Paragraph(getTranslation("notice." + notice.kind() + ".title"));
        title.addClassName("timeline-title");
        Paragraph text =
                new Paragraph(words.fill(getTranslation("notice." + notice.kind() + ".text"), notice.details()));
        Paragraph when = new Paragraph(Formats.current().dateTime(notice.at()));
        when.addClassName("hint");
        return new ir.ramzineh.ui.Notice(ir.ramzineh.ui.Notice.Kind.INFO, title, text, when);
    }
}
