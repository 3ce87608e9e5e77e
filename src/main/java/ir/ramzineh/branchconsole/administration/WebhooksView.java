package ir.ramzineh.branchconsole.administration;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.Route;
import ir.ramzineh.branchconsole.BranchLayout;
import ir.ramzineh.branchconsole.BranchPage;
import ir.ramzineh.branchconsole.BranchTable;
import ir.ramzineh.branchconsole.SignedInStaff;
import ir.ramzineh.staff.Permission;
import ir.ramzineh.staff.StaffId;
import ir.ramzineh.ui.Confirmation;
import ir.ramzineh.ui.Formats;
import ir.ramzineh.ui.Glyph;
import ir.ramzineh.ui.LtrText;
import ir.ramzineh.ui.StatePanel;
import ir.ramzineh.webhook.DeliveryState;
import ir.ramzineh.webhook.EventFamily;
import ir.ramzineh.webhook.WebhookDelivery;
import ir.ramzineh.webhook.WebhookEndpoint;
import ir.ramzineh.webhook.WebhookId;
import ir.ramzineh.webhook.Webhooks;
import jakarta.annotation.security.RolesAllowed;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Receivers of events and what became of each delivery. */
@Route(value = "branch/webhooks", layout = BranchLayout.class)
@RolesAllowed("STAFF")
@BranchPage(permission = Permission.WEBHOOK_MANAGE, order = 80, text = "webhook.title", glyph = Glyph.MESSAGE)
@StyleSheet("ramzineh/branch-office.css")
class WebhooksView extends OfficePage {
    private static final long serialVersionUID = 1L;
    private static final int DELIVERIES_SHOWN = 50;

    private final transient Webhooks webhooks;
    private final transient StaffId who;
    private final TextField name;
    private final TextField address;
    private final Map<EventFamily, Checkbox> families = new EnumMap<>(EventFamily.class);
    private @Nullable Long chosen;

    WebhooksView(Webhooks webhooks, SignedInStaff staff) {
        super("webhook.title", "webhook.intro");
        this.webhooks = webhooks;
        this.who = staff.require();
        name = new TextField(getTranslation("webhook.name"));
        name.setId("webhook-name");
        address = new TextField(getTranslation("webhook.address"));
        address.setId("webhook-address");
        address.addClassName("ltr-input");
        address.setPlaceholder("https://");
        refresh();
        add(form());
    }

    private Component form() {
        Div fields = new Div(name, address, choices("webhook.families", List.of(EventFamily.values()), this::family));
        fields.addClassName("branch-form");
        Button add = button("webhook-add", "webhook.add", this::add);
        add.addThemeNames("primary");
        return section("webhook.new", fields, row(add));
    }

    private Checkbox family(EventFamily family) {
        Checkbox box = new Checkbox(getTranslation(family.key()));
        box.setId("webhook-family-" + family.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        families.put(family, box);
        return box;
    }

    private void add() {
        Set<EventFamily> ticked = families.entrySet().stream()
                .filter(each -> each.getValue().getValue())
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(EventFamily.class)));
        deed(() -> {
            Webhooks.Added added = webhooks.add(who, name.getValue(), address.getValue(), ticked);
            chosen = added.id().value();
            secret("webhook.secret", "webhook.secret.hint", added.secret().text());
            name.clear();
            address.clear();
            families.values().forEach(box -> box.setValue(false));
        });
    }

    @Override
    protected void refresh() {
        content.removeAll();
        List<WebhookEndpoint> all = webhooks.all(who);
        if (all.isEmpty()) {
            content.add(StatePanel.empty(
                    Glyph.MESSAGE, getTranslation("webhook.empty"), getTranslation("webhook.empty.text")));
            return;
        }
        BranchTable table = new BranchTable(
                "webhook-table",
                getTranslation("webhook.caption"),
                getTranslation("webhook.name"),
                getTranslation("webhook.address"),
                getTranslation("webhook.families"),
                getTranslation("webhook.state"),
                getTranslation("webhook.waiting"),
                getTranslation("webhook.parked"),
                getTranslation("office.deeds"));
        all.forEach(each -> table.row(
                BranchTable.text(each.name()),
                LtrText.verbatim(each.address()),
                BranchTable.text(each.families().stream()
                        .sorted()
                        .map(family -> getTranslation(family.key()))
                        .collect(Collectors.joining(getTranslation("office.comma")))),
                state(each),
                BranchTable.text(number(each.waiting())),
                BranchTable.text(number(each.parked())),
                deeds(each)));
        content.add(table);
        all.stream()
                .filter(each -> Long.valueOf(each.id().value()).equals(chosen))
                .findFirst()
                .ifPresent(each -> content.add(deliveries(each)));
    }

    private Component state(WebhookEndpoint each) {
        if (each.paused()) {
            return BranchTable.badge(getTranslation("webhook.paused"), "waiting");
        }
        return each.restsUntil() == null
                ? BranchTable.badge(getTranslation("webhook.active"), "good")
                : BranchTable.badge(getTranslation("webhook.rests"), "bad");
    }

    private Component deeds(WebhookEndpoint each) {
        WebhookId id = each.id();
        String suffix = "-" + id.value();
        return row(
                button("webhook-deliveries" + suffix, "webhook.deliveries", () -> deed(() -> chosen = id.value())),
                button(
                        "webhook-test" + suffix,
                        "webhook.test",
                        () -> deed(() -> {
                            chosen = id.value();
                            webhooks.test(who, id);
                            done("webhook.tested");
                        })),
                each.paused()
                        ? button(
                                "webhook-resume" + suffix, "webhook.resume", () -> deed(() -> webhooks.resume(who, id)))
                        : button("webhook-pause" + suffix, "webhook.pause", () -> deed(() -> webhooks.pause(who, id))),
                button("webhook-rotate" + suffix, "webhook.rotate", () -> askToRotate(each)),
                button("webhook-remove" + suffix, "webhook.remove", () -> askToRemove(each)));
    }

    private void askToRotate(WebhookEndpoint each) {
        Confirmation.ask(
                "webhook-rotate-ask",
                getTranslation("webhook.rotate"),
                getTranslation("webhook.rotate.happens", each.name()),
                getTranslation("webhook.rotate.remains"),
                getTranslation("webhook.rotate"),
                () -> deed(() -> secret(
                        "webhook.secret",
                        "webhook.secret.hint",
                        webhooks.rotate(who, each.id()).text())));
    }

    private void askToRemove(WebhookEndpoint each) {
        Confirmation.ask(
                "webhook-remove-ask",
                getTranslation("webhook.remove"),
                getTranslation("webhook.remove.happens", each.name()),
                getTranslation("webhook.remove.remains"),
                getTranslation("webhook.remove"),
                () -> deed(() -> webhooks.remove(who, each.id())));
    }

    private Component deliveries(WebhookEndpoint each) {
        BranchTable table = new BranchTable(
                "webhook-delivery-table",
                getTranslation("webhook.deliveries.caption", each.name(), number(DELIVERIES_SHOWN)),
                getTranslation("webhook.delivery.event"),
                getTranslation("webhook.delivery.at"),
                getTranslation("webhook.state"),
                getTranslation("webhook.delivery.tries"),
                getTranslation("webhook.delivery.answer"),
                getTranslation("webhook.delivery.millis"),
                getTranslation("webhook.delivery.next"),
                getTranslation("office.deeds"));
        List<WebhookDelivery> all = webhooks.deliveries(who, each.id(), null, DELIVERIES_SHOWN);
        all.forEach(one -> table.row(
                LtrText.verbatim(one.kind()),
                BranchTable.moment(time(one.at())),
                BranchTable.badge(getTranslation(one.state().key()), look(one.state())),
                BranchTable.text(number(one.tries())),
                answer(one),
                BranchTable.text(one.millis() == null ? null : number(one.millis())),
                BranchTable.text(one.state() == DeliveryState.WAITING ? time(one.dueAt()) : null),
                again(each.id(), one)));
        Button look = button("webhook-refresh", "office.refresh", () -> deed(() -> {}));
        return new Div(table, row(look));
    }

    private Component answer(WebhookDelivery one) {
        Integer status = one.status();
        if (status != null) {
            return LtrText.verbatim(Formats.current().digits(String.valueOf(status)));
        }
        return BranchTable.text(one.problem() == null ? null : getTranslation("webhook.problem." + one.problem()));
    }

    private Component again(WebhookId id, WebhookDelivery one) {
        if (one.state() == DeliveryState.WAITING) {
            return BranchTable.text(null);
        }
        return button(
                "webhook-again-" + one.event(),
                "webhook.again",
                () -> deed(() -> {
                    webhooks.sendAgain(who, id, one.event());
                    done("webhook.again.done");
                }));
    }

    private static String look(DeliveryState state) {
        return switch (state) {
            case DELIVERED -> "good";
            case WAITING -> "waiting";
            case PARKED -> "bad";
        };
    }
}
