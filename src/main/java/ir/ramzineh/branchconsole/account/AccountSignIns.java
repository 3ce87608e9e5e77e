package ir.ramzineh.branchconsole.account;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import ir.ramzineh.branchconsole.OwnSignIns;
import ir.ramzineh.session.SignedInDevice;
import ir.ramzineh.ui.Confirmation;
import ir.ramzineh.ui.Formats;
import ir.ramzineh.ui.LtrText;
import ir.ramzineh.ui.Toast;
import java.time.Clock;
import java.util.List;

/** The own sign-ins, each with its end. */
class AccountSignIns extends Section {
    private static final long serialVersionUID = 1L;

    private final transient OwnSignIns own;
    private final transient Clock clock;
    private final UnorderedList list = new UnorderedList();
    private final Button endOthers = new Button(getTranslation("branch.account.end-others"), click -> askOthers());

    AccountSignIns(OwnSignIns own, Clock clock) {
        this.own = own;
        this.clock = clock;
        setId("account-sign-ins");
        addClassNames("surface", "branch-sign-ins");
        endOthers.setId("account-end-others");
        Paragraph text = new Paragraph(getTranslation("branch.account.sign-ins.text"));
        text.addClassName("hint");
        add(new H2(getTranslation("security.devices.title")), text, list, endOthers);
        show();
    }

    /** As it is now. */
    void show() {
        List<SignedInDevice> all = own.all();
        list.removeAll();
        all.forEach(device -> list.add(item(device)));
        endOthers.setVisible(all.size() > 1);
    }

    private ListItem item(SignedInDevice device) {
        Formats formats = Formats.current();
        Paragraph when = new Paragraph(getTranslation(
                "branch.account.since-and-last",
                formats.dateTime(device.signedInAt()),
                formats.ago(device.lastUsedAt(), clock.instant())));
        Paragraph place = new Paragraph(
                new Span(getTranslation("devices.address") + " "), LtrText.verbatim(device.clientAddress()));
        Div words = new Div(
                new H3(getTranslation(
                        "devices.name", getTranslation(device.browserKey()), getTranslation(device.systemKey()))),
                when,
                place);
        return new ListItem(words, end(device));
    }

    private Component end(SignedInDevice device) {
        if (device.current()) {
            Span here = new Span(getTranslation("devices.current"));
            here.addClassNames("branch-badge", "good");
            return here;
        }
        Button end = new Button(getTranslation("devices.end"), click -> {
            boolean ended = own.end(device);
            show();
            Toast.success(getTranslation(ended ? "devices.ended" : "devices.gone"));
        });
        end.setId("account-end-" + device.ref().value());
        return end;
    }

    private void askOthers() {
        Confirmation.ask(
                "account-confirm",
                getTranslation("branch.account.end-others"),
                getTranslation("devices.end-others.happens"),
                getTranslation("branch.account.end-others.remains"),
                getTranslation("devices.end-others.confirm"),
                () -> {
                    int ended = own.endOthers();
                    show();
                    Toast.success(getTranslation(
                            "devices.ended-others", Formats.current().number(ended)));
                });
    }
}
