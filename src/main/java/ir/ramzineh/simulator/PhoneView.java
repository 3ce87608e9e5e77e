package ir.ramzineh.simulator;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import ir.ramzineh.kernel.IdSource;
import ir.ramzineh.kernel.InvalidValueException;
import ir.ramzineh.kernel.MobileNumber;
import ir.ramzineh.sms.IncomingMessages;
import ir.ramzineh.ui.FieldErrors;
import ir.ramzineh.ui.Formats;
import ir.ramzineh.ui.Glyph;
import ir.ramzineh.ui.LtrText;
import ir.ramzineh.ui.MobileField;
import ir.ramzineh.ui.PageTitles;
import ir.ramzineh.ui.StatePanel;
import java.util.List;
import java.util.Optional;

/** A simulated phone: the SMS inbox of any number, and a way to write. Looks for new messages by itself every second. */
@Route(value = "simulator/phone", layout = SimulatorLayout.class)
@AnonymousAllowed
class PhoneView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private static final long serialVersionUID = 1L;
    private static final int MESSAGES_SHOWN = 30;
    private static final int LOOK_EVERY_MILLIS = 1000;

    private final transient SimulatorInbox inbox;
    private final MobileField number;
    private final Div phones = new Div();
    private final Div screen = new Div();
    private transient Optional<MobileNumber> shown = Optional.empty();
    private long newest = -1;

    PhoneView(SimulatorInbox inbox, IncomingMessages incoming, IdSource ids, UssdClient ussd) {
        this.inbox = inbox;
        addClassName("phone-page");
        number = new MobileField(getTranslation("simulator.phone.number"));
        number.setId("simulator-number");
        Button open = new Button(getTranslation("simulator.phone.open"), click -> open());
        open.setId("simulator-open");
        open.addThemeNames("primary");
        number.addKeyPressListener(Key.ENTER, pressed -> open());
        phones.addClassName("phone-list");
        screen.setId("simulator-inbox");
        screen.addClassName("phone-screen");
        screen.getElement().setAttribute("aria-live", "polite");
        Div chooser = new Div(new H1(getTranslation("simulator.phone.title")), number, open, phones);
        chooser.addClassNames("surface", "phone-chooser");
        Div left = new Div(chooser, new PhoneCompose(incoming, ids, () -> shown), new PhoneDial(ussd, () -> shown));
        left.addClassName("phone-left");
        add(left, screen);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        shown = event.getLocation()
                .getQueryParameters()
                .getSingleParameter("number")
                .flatMap(PhoneView::number);
        shown.ifPresent(known -> number.setValue(known.national()));
        newest = -1;
        look();
    }

    private static Optional<MobileNumber> number(String typed) {
        try {
            return Optional.of(MobileNumber.of(typed));
        } catch (InvalidValueException invalid) {
            return Optional.empty();
        }
    }

    private void open() {
        FieldErrors.read(number, () -> MobileNumber.of(number.getValue()))
                .ifPresent(known -> UI.getCurrentOrThrow().navigate(address(known)));
    }

    private static String address(MobileNumber number) {
        return "simulator/phone?number=" + number.national();
    }

    private void look() {
        showPhones();
        List<ReceivedSms> messages =
                shown.map(known -> inbox.of(known, MESSAGES_SHOWN)).orElse(List.of());
        long latest = messages.isEmpty() ? 0 : messages.getFirst().id();
        if (latest == newest) {
            return;
        }
        newest = latest;
        screen.removeAll();
        if (messages.isEmpty()) {
            screen.add(StatePanel.empty(
                    Glyph.MESSAGE,
                    getTranslation("simulator.phone.empty"),
                    getTranslation("simulator.phone.empty.text")));
            return;
        }
        UnorderedList list = new UnorderedList();
        list.addClassName("messages");
        messages.forEach(message -> list.add(bubble(message)));
        screen.add(list);
    }

    private ListItem bubble(ReceivedSms message) {
        Paragraph text = new Paragraph(message.text());
        text.addClassName("message-text");
        text.getElement().setAttribute("dir", "auto");
        String time = Formats.current().dateTime(message.at());
        Span at = new Span(message.sender() == null ? time : message.sender() + " · " + time);
        at.addClassName("hint");
        ListItem bubble = new ListItem(text, at);
        bubble.addClassName("message");
        return bubble;
    }

    private void showPhones() {
        List<MobileNumber> known = inbox.phones();
        if (known.size() == phones.getComponentCount()) {
            return;
        }
        phones.removeAll();
        known.forEach(phone -> {
            Anchor link = new Anchor(address(phone), new LtrText(phone.national()));
            link.addClassName("button-link");
            phones.add(link);
        });
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        super.onAttach(attached);
        attached.getUI().setPollInterval(LOOK_EVERY_MILLIS);
        attached.getUI().addPollListener(poll -> look());
    }

    @Override
    protected void onDetach(DetachEvent detached) {
        detached.getUI().setPollInterval(-1);
        super.onDetach(detached);
    }

    @Override
    public String getPageTitle() {
        return PageTitles.of("simulator.phone.title");
    }
}
