package ir.ramzineh.branchconsole.gateway;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import ir.ramzineh.approval.Approvals;
import ir.ramzineh.gatewaytoken.GatewayLinking;
import ir.ramzineh.gatewaytoken.GatewayToken;
import ir.ramzineh.gatewaytoken.GatewayTokenState;
import ir.ramzineh.gatewaytoken.GatewayTokens;
import ir.ramzineh.gatewaytoken.GatewayUnlocks;
import ir.ramzineh.gatewaytoken.IssueOutcome;
import ir.ramzineh.gatewaytoken.LinkOutcome;
import ir.ramzineh.gatewaytoken.LinkScope;
import ir.ramzineh.gatewaytoken.RecentGatewayCode;
import ir.ramzineh.gatewaytoken.RecentGatewayCodes;
import ir.ramzineh.kernel.CustomerId;
import ir.ramzineh.kernel.InvalidValueException;
import ir.ramzineh.staff.Permission;
import ir.ramzineh.staff.Permissions;
import ir.ramzineh.staff.StaffId;
import ir.ramzineh.ui.FieldErrors;
import ir.ramzineh.ui.Formats;
import ir.ramzineh.ui.LtrText;
import ir.ramzineh.ui.Toast;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The account tokens of one customer: issue, link, unlink, revoke. Each button asks its service, which decides. */
class GatewaySection extends Section {
    private static final long serialVersionUID = 1L;

    private final transient GatewayTokens tokens;
    private final transient GatewayLinking linking;
    private final transient GatewayUnlocks unlocks;
    private final transient RecentGatewayCodes codes;
    private final transient TokenEnds ends;
    private final transient Set<Permission> allowed;
    private final transient PaperDoor paper;
    private final transient Approvals approvals;
    private final CustomerId customer;
    private final StaffId who;
    private final Div list = new Div();

    GatewaySection(
            GatewayTokens tokens,
            GatewayLinking linking,
            GatewayUnlocks unlocks,
            RecentGatewayCodes codes,
            PaperDoor paper,
            Approvals approvals,
            Permissions permissions,
            CustomerId customer,
            StaffId who) {
        this.tokens = tokens;
        this.linking = linking;
        this.unlocks = unlocks;
        this.codes = codes;
        this.ends = new TokenEnds(this, tokens, who, this::show);
        this.allowed = permissions.allowed(who, customer);
        this.paper = paper;
        this.approvals = approvals;
        this.customer = customer;
        this.who = who;
        setId("gateway-tokens");
        addClassNames("surface", "desk-section");
        list.addClassName("stack");
        add(new H2(getTranslation("gateway.title")), list);
        if (may(Permission.GATEWAY_TOKEN_ISSUE)) {
            add(issueForm());
        }
        show();
    }

    private boolean may(Permission what) {
        return allowed.contains(what);
    }

    private void show() {
        list.removeAll();
        if (may(Permission.APPROVAL_VIEW)) {
            list.add(WaitingTokenDeeds.notices(approvals.unsettled(who, customer)));
        }
        List<GatewayToken> all = tokens.of(who, customer);
        List<RecentGatewayCode> recent = codes.of(who, customer);
        if (all.isEmpty()) {
            list.add(new Paragraph(getTranslation("gateway.none.here")));
        }
        List<Component> ended = new ArrayList<>();
        for (GatewayToken token : all) {
            if (token.state() == GatewayTokenState.DEAD) {
                ended.add(item(token, recent));
            } else {
                list.add(item(token, recent));
            }
        }
        TokenCodes.of("gateway-codes", "gateway.codes.unlinked", recent, null).ifPresent(list::add);
        if (!ended.isEmpty()) {
            String count = Formats.current().number(ended.size());
            Div items = new Div();
            items.add(ended);
            items.addClassName("gateway-ended");
            NativeDetails details = new NativeDetails(getTranslation("gateway.ended", count), items);
            details.addClassName("gateway-history");
            list.add(details);
        }
    }

    private Component issueForm() {
        TextField serial = new TextField(getTranslation("gateway.serial"));
        serial.setId("gateway-serial");
        serial.addClassName("ltr-input");
        serial.setMaxLength(20);
        serial.setHelperText(getTranslation("gateway.serial.help"));
        Button issue = button("gateway-issue", "gateway.issue", () -> {
            IssueOutcome outcome = tokens.issue(who, customer, serial.isEmpty() ? null : serial.getValue());
            if (outcome instanceof IssueOutcome.Refused(String key)) {
                FieldErrors.show(serial, getTranslation(key));
            } else {
                serial.setInvalid(false);
                serial.clear();
                told(outcome);
            }
        });
        issue.addThemeVariants(ButtonVariant.PRIMARY);
        Div form = new Div(serial, issue);
        form.addClassName("desk-form");
        return form;
    }

    private void told(IssueOutcome outcome) {
        switch (outcome) {
            case IssueOutcome.Issued issued -> Toast.success(getTranslation("gateway.issued"));
            case IssueOutcome.Refused(String key) -> Toast.failure(getTranslation(key));
            case IssueOutcome.Wait(var time) ->
                Toast.failure(
                        getTranslation("process.wait-for", Formats.current().duration(time)));
        }
        show();
    }

    private Component item(GatewayToken token, List<RecentGatewayCode> recent) {
        String id = "gateway-" + token.id().value();
        LtrText serial = new LtrText("•••• " + token.lastFour());
        Span state = new Span(getTranslation("gateway.state." + token.state().key()));
        state.addClassName("gateway-state");
        H3 head = new H3(serial, state);
        Div deeds = new Div();
        deeds.addClassName("desk-deeds");
        switch (token.state()) {
            case ISSUED -> issued(token, id, deeds);
            case ACTIVE -> active(token, id, deeds);
            case IN_STOCK, DEAD -> {}
        }
        if (token.state() != GatewayTokenState.DEAD && may(Permission.TOKEN_REVOKE)) {
            deeds.add(ends.revoke(token, id));
        }
        Div item = new Div(head, new TokenFacts(token), deeds);
        TokenCodes.of(id + "-codes", "gateway.codes", recent, token.id()).ifPresent(item::add);
        item.add(new TokenHistory(() -> tokens.history(who, token.id())));
        item.setId(id);
        item.addClassName("gateway-token");
        return item;
    }

    private void issued(GatewayToken token, String id, Div deeds) {
        if (may(Permission.GATEWAY_TOKEN_ISSUE)) {
            deeds.add(receipt(token, id));
        }
        if (may(Permission.CODE_RESEND)) {
            deeds.add(button(id + "-resend", "gateway.resend", () -> told(tokens.resend(who, token.id()))));
        }
    }

    private Component receipt(GatewayToken token, String id) {
        return switch (paper.standing(who, token.id())) {
            case READY -> {
                Div place = new Div();
                place.add(button(id + "-receipt", "gateway.receipt", () -> {
                    place.removeAll();
                    place.add(paper.open(who, token.id()));
                }));
                yield place;
            }
            case CODE_EXPIRED -> hint("gateway.receipt.expired");
            case OF_ANOTHER -> hint("gateway.receipt.of-another");
            case GONE -> new Div();
        };
    }

    private Component hint(String key) {
        Paragraph hint = new Paragraph(getTranslation(key));
        hint.addClassName("hint");
        return hint;
    }

    private void active(GatewayToken token, String id, Div deeds) {
        if (may(Permission.GATEWAY_TOKEN_LINK) && token.scopes().size() < LinkScope.values().length) {
            Set<LinkScope> chosen = EnumSet.noneOf(LinkScope.class);
            for (LinkScope scope : LinkScope.values()) {
                if (!token.scopes().contains(scope)) {
                    Checkbox choice = new Checkbox(getTranslation("activity-detail.scope." + scope.key()));
                    choice.setId(id + "-" + scope.key());
                    choice.addValueChangeListener(event -> {
                        if (event.getValue()) {
                            chosen.add(scope);
                        } else {
                            chosen.remove(scope);
                        }
                    });
                    deeds.add(choice);
                }
            }
            deeds.add(button(id + "-link", "gateway.link", () -> {
                switch (linking.propose(who, token.id(), chosen)) {
                    case LinkOutcome.Proposed proposed -> {
                        Toast.success(getTranslation("gateway.proposed"));
                        show();
                    }
                    case LinkOutcome.Refused(String key) -> Toast.failure(getTranslation(key));
                }
            }));
        }
        for (GatewayToken.Link link : token.links()) {
            if (may(Permission.GATEWAY_TOKEN_UNLINK)) {
                deeds.add(ends.unlink(token, link.scope(), id));
            }
            if (link.lockedAt() != null && may(Permission.PASSWORD_UNLOCK)) {
                deeds.add(link.unlockable() ? unlock(token, link.scope(), id) : hint("gateway.error.issue-anew"));
            }
        }
    }

    private Component unlock(GatewayToken token, LinkScope scope, String id) {
        return new ReasonedDeed(
                id + "-unlock-" + scope.key(),
                getTranslation("gateway.unlock", getTranslation("activity-detail.scope." + scope.key())),
                List.of(),
                reason -> proposed(() -> unlocks.propose(who, token.id(), scope, reason)));
    }

    private void proposed(Runnable proposal) {
        try {
            proposal.run();
            Toast.success(getTranslation("gateway.proposed"));
        } catch (InvalidValueException notPossible) {
            Toast.failure(FieldErrors.text(this, notPossible));
        }
        show();
    }

    private Button button(String id, String key, Runnable action) {
        Button button = new Button(getTranslation(key), click -> action.run());
        button.setId(id);
        return button;
    }
}
