package ir.ramzineh.portal;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import ir.ramzineh.session.SignedInDevice;
import ir.ramzineh.session.SignedInDevices;
import ir.ramzineh.ui.Confirmation;
import ir.ramzineh.ui.Formats;
import ir.ramzineh.ui.Glyph;
import ir.ramzineh.ui.LtrText;
import ir.ramzineh.ui.PageTitles;
import ir.ramzineh.ui.Toast;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.List;

/** «کجا وارد شده‌ام؟»: every place where the customer is signed in, and the ways to end them. */
@Route(value = "devices", layout = PortalLayout.class)
@Menu(title = "nav.devices", icon = "DEVICES", order = 20)
@StyleSheet("ramzineh/account.css")
@RolesAllowed("CUSTOMER")
class DevicesView extends Div implements HasDynamicTitle {
    private static final long serialVersionUID = 1L;

    private final transient SignedInDevices devices;
    private final transient EndedSignIns ends;
    private final transient BrowserTraces browser;
    private final transient SignedInCustomer signedIn;
    private final transient Clock clock;
    private final UnorderedList list = new UnorderedList();
    private final Button endOthers = new Button(getTranslation("devices.end-others"), click -> askOthers());

    DevicesView(
            SignedInDevices devices, EndedSignIns ends, BrowserTraces browser, SignedInCustomer signedIn, Clock clock) {
        this.devices = devices;
        this.ends = ends;
        this.browser = browser;
        this.signedIn = signedIn;
        this.clock = clock;
        addClassName("devices");
        list.setId("devices-list");
        endOthers.setId("devices-end-others");
        endOthers.addThemeVariants(ButtonVariant.ERROR);
        add(new H1(getTranslation("devices.title")), new Paragraph(getTranslation("devices.text")), list, endOthers);
        show();
    }

    @Override
    public String getPageTitle() {
        return PageTitles.of("devices.title");
    }

    private void show() {
        List<SignedInDevice> all = devices.of(signedIn.require(), sessionId());
        list.removeAll();
        all.forEach(device -> list.add(item(device)));
        endOthers.setVisible(all.size() > 1);
    }

    private ListItem item(SignedInDevice device) {
        Formats formats = Formats.current();
        H2 name = new H2(getTranslation(
                "devices.name", getTranslation(device.browserKey()), getTranslation(device.systemKey())));
        Paragraph since = new Paragraph(getTranslation("devices.since", formats.dateTime(device.signedInAt())));
        Paragraph last =
                new Paragraph(getTranslation("devices.last-used", formats.ago(device.lastUsedAt(), clock.instant())));
        Paragraph place = new Paragraph(
                new Span(getTranslation("devices.address") + " "), LtrText.verbatim(device.clientAddress()));
        Div words = new Div(name, since, last, place);
        words.addClassName("words");
        ListItem item = new ListItem(Glyph.DEVICES.create(), words);
        item.addClassName("surface");
        if (device.current()) {
            Span here = new Span(getTranslation("devices.current"));
            here.addClassName("badge");
            item.add(here);
        } else {
            Button end = new Button(getTranslation("devices.end"), click -> {
                boolean ended = ends.one(signedIn.require(), device);
                show();
                Toast.success(getTranslation(ended ? "devices.ended" : "devices.gone"));
            });
            end.setId("devices-end-" + device.ref().value());
            item.add(end);
        }
        return item;
    }

    private void askOthers() {
        Confirmation.ask(
                "devices-confirm",
                getTranslation("devices.end-others"),
                getTranslation("devices.end-others.happens"),
                getTranslation("devices.end-others.remains"),
                getTranslation("devices.end-others.confirm"),
                () -> {
                    int ended = ends.others(
                            signedIn.require(), sessionId(), browser.device().orElse(null));
                    show();
                    Toast.success(getTranslation(
                            "devices.ended-others", Formats.current().number(ended)));
                });
    }

    private static String sessionId() {
        return CurrentSession.id().orElse("");
    }
}
