package ir.ramzineh.branchconsole.administration;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.Route;
import ir.ramzineh.administration.ChannelDesk;
import ir.ramzineh.branchconsole.BranchLayout;
import ir.ramzineh.branchconsole.BranchPage;
import ir.ramzineh.branchconsole.BranchTable;
import ir.ramzineh.branchconsole.SignedInStaff;
import ir.ramzineh.channelapi.ChannelClients.Registered;
import ir.ramzineh.channelapi.ChannelScope;
import ir.ramzineh.staff.Permission;
import ir.ramzineh.staff.StaffId;
import ir.ramzineh.ui.Confirmation;
import ir.ramzineh.ui.Formats;
import ir.ramzineh.ui.Glyph;
import ir.ramzineh.ui.LtrText;
import jakarta.annotation.security.RolesAllowed;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The channels of the bank and their keys. */
@Route(value = "branch/administration/channels", layout = BranchLayout.class)
@RolesAllowed("STAFF")
@BranchPage(permission = Permission.CHANNEL_MANAGE, order = 81, text = "office.channels", glyph = Glyph.DEVICES)
@StyleSheet("ramzineh/branch-office.css")
class ChannelsView extends OfficePage {
    private static final long serialVersionUID = 1L;

    private final transient ChannelDesk channels;
    private final transient StaffId who;
    private final TextField id;
    private final TextField name;
    private final Map<ChannelScope, Checkbox> scopes = new EnumMap<>(ChannelScope.class);

    ChannelsView(ChannelDesk channels, SignedInStaff staff) {
        super("office.channels", "office.channels.intro");
        this.channels = channels;
        this.who = staff.require();
        id = new TextField(getTranslation("office.channel.id"));
        id.setId("channel-id");
        id.addClassName("ltr-input");
        id.setHelperText(getTranslation("office.channel.id.hint"));
        name = new TextField(getTranslation("office.channel.name"));
        name.setId("channel-name");
        refresh();
        add(form());
    }

    private Component form() {
        Div fields = new Div(id, name, choices("office.channel.scopes", List.of(ChannelScope.values()), this::scope));
        fields.addClassName("branch-form");
        Button add = button("channel-add", "office.channel.add", this::register);
        add.addThemeNames("primary");
        return section("office.channel.new", fields, row(add));
    }

    private Checkbox scope(ChannelScope scope) {
        Checkbox box = new Checkbox(word(scope));
        box.setId("channel-scope-" + scope.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        scopes.put(scope, box);
        return box;
    }

    private String word(ChannelScope scope) {
        return getTranslation(
                "office.scope." + scope.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    private void register() {
        Set<ChannelScope> ticked = scopes.entrySet().stream()
                .filter(each -> each.getValue().getValue())
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(ChannelScope.class)));
        deed(() -> {
            String bearer = channels.register(who, id.getValue(), name.getValue(), ticked)
                    .bearer();
            secret("office.channel.key", "office.channel.key.hint", bearer);
            id.clear();
            name.clear();
            scopes.values().forEach(box -> box.setValue(false));
        });
    }

    @Override
    protected void refresh() {
        content.removeAll();
        BranchTable table = new BranchTable(
                "channel-table",
                getTranslation("office.channels.caption"),
                getTranslation("office.channel.id"),
                getTranslation("office.channel.name"),
                getTranslation("office.channel.scopes"),
                getTranslation("office.channel.keys"),
                getTranslation("office.deeds"));
        for (Registered each : channels.all(who)) {
            table.row(
                    LtrText.verbatim(each.id()),
                    BranchTable.text(each.name()),
                    BranchTable.text(each.scopes().stream()
                            .sorted()
                            .map(this::word)
                            .collect(Collectors.joining(getTranslation("office.comma")))),
                    keys(each),
                    each.revoked() ? BranchTable.text(null) : deeds(each));
        }
        content.add(table);
    }

    private Component keys(Registered each) {
        if (each.revoked()) {
            return BranchTable.badge(getTranslation("office.channel.revoked"), "bad");
        }
        if (each.keysGoodUntil().isEmpty()) {
            return BranchTable.badge(getTranslation("office.channel.no-key"), "waiting");
        }
        return BranchTable.text(each.keysGoodUntil().stream()
                .map(OfficePage::time)
                .collect(Collectors.joining(getTranslation("office.comma"))));
    }

    private Component deeds(Registered each) {
        return row(
                button(
                        "channel-rotate-" + each.id(),
                        "office.channel.rotate",
                        () -> Confirmation.ask(
                                "channel-rotate-ask",
                                getTranslation("office.channel.rotate"),
                                getTranslation("office.channel.rotate.happens", each.id()),
                                getTranslation(
                                        "office.channel.rotate.remains",
                                        Formats.current().duration(channels.overlap())),
                                getTranslation("office.channel.rotate"),
                                () -> deed(() -> secret(
                                        "office.channel.key",
                                        "office.channel.key.hint",
                                        channels.rotate(who, each.id()).bearer())))),
                button(
                        "channel-revoke-" + each.id(),
                        "office.channel.revoke",
                        () -> Confirmation.ask(
                                "channel-revoke-ask",
                                getTranslation("office.channel.revoke"),
                                getTranslation("office.channel.revoke.happens", each.id()),
                                getTranslation("office.channel.revoke.remains"),
                                getTranslation("office.channel.revoke"),
                                () -> deed(() -> channels.revoke(who, each.id())))));
    }
}
