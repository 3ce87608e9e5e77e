package ir.ramzineh.branchconsole.gateway;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import ir.ramzineh.approval.ApprovalId;
import ir.ramzineh.branchconsole.BranchLayout;
import ir.ramzineh.branchconsole.BranchPage;
import ir.ramzineh.branchconsole.SignedInStaff;
import ir.ramzineh.gatewaytoken.GatewayStock;
import ir.ramzineh.gatewaytoken.GatewayTokenId;
import ir.ramzineh.gatewaytoken.GatewayTokenState;
import ir.ramzineh.gatewaytoken.StockPage;
import ir.ramzineh.gatewaytoken.StockProposal;
import ir.ramzineh.gatewaytoken.StockSerial;
import ir.ramzineh.kernel.BranchCode;
import ir.ramzineh.kernel.Digits;
import ir.ramzineh.staff.Permission;
import ir.ramzineh.ui.FieldErrors;
import ir.ramzineh.ui.Formats;
import ir.ramzineh.ui.Glyph;
import ir.ramzineh.ui.LtrText;
import ir.ramzineh.ui.Notice;
import ir.ramzineh.ui.PageTitles;
import ir.ramzineh.ui.Toast;
import jakarta.annotation.security.RolesAllowed;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The serial numbers that lie at the branch (S10.18); issued from the page of a customer, added by two people. */
@Route(value = "branch/gateway-tokens", layout = BranchLayout.class)
@RolesAllowed("STAFF")
@BranchPage(permission = Permission.GATEWAY_TOKEN_ISSUE, order = 40, text = "gateway.stock", glyph = Glyph.KEY)
@StyleSheet("ramzineh/branch-desk.css")
class GatewayStockView extends Div implements HasDynamicTitle {
    private static final long serialVersionUID = 1L;
    private static final int PAGE = 100;
    private static final int TYPED_LENGTH_MAX = 10_000;

    private final transient GatewayStock stock;
    private final transient SignedInStaff staff;
    private final Div proposed = new Div();
    private final Div list = new Div();

    GatewayStockView(GatewayStock stock, SignedInStaff staff) {
        this.stock = stock;
        this.staff = staff;
        addClassNames("stack", "desk");
        add(new H1(getTranslation("gateway.stock")));
        BranchCode branch = staff.member().branch();
        if (branch == null) {
            add(new Paragraph(getTranslation("gateway.error.no-branch")));
            return;
        }
        if (staff.may(Permission.GATEWAY_TOKEN_STOCK)) {
            proposed.addClassName("stack");
            proposed.getElement().setAttribute("aria-live", "polite");
            add(addForm(branch), drawForm(branch), proposed);
        }
        list.setId("gateway-stock");
        list.addClassNames("surface", "stack");
        add(list);
        show(first(branch));
    }

    /**
     * A page of the list.
     *
     * @param after as {@link GatewayStock#inStock} wants it
     * @param before how many serial numbers stood on the pages before
     */
    private record Place(BranchCode branch, Optional<GatewayTokenId> after, int before) {}

    private static Place first(BranchCode branch) {
        return new Place(branch, Optional.empty(), 0);
    }

    @Override
    public String getPageTitle() {
        return PageTitles.of("gateway.stock");
    }

    private void show(Place place) {
        Formats formats = Formats.current();
        StockPage page = stock.inStock(staff.require(), place.branch(), place.after(), PAGE);
        if (page.serials().isEmpty() && place.before() > 0) {
            show(first(place.branch()));
            return;
        }
        list.removeAll();
        list.add(new Paragraph(getTranslation(
                "gateway.stock.count",
                formats.number(stock.count(staff.require(), place.branch(), GatewayTokenState.IN_STOCK)))));
        boolean keeper = staff.may(Permission.GATEWAY_TOKEN_STOCK);
        OrderedList serials = new OrderedList();
        serials.addClassName("gateway-serials");
        page.serials().forEach(serial -> serials.add(item(serial, formats, place, keeper)));
        list.add(serials);
        if (place.before() > 0 || page.next().isPresent()) {
            list.add(pages(page, formats, place));
        }
    }

    /** Which part of the list this is, and the way to the others. */
    private Div pages(StockPage page, Formats formats, Place place) {
        int until = place.before() + page.serials().size();
        Paragraph shown = new Paragraph(
                getTranslation("gateway.stock.shown", formats.number(place.before() + 1), formats.number(until)));
        shown.addClassName("hint");
        Div buttons = new Div();
        buttons.addClassName("button-row");
        if (place.before() > 0) {
            buttons.add(turn("gateway-stock-first", "meter.first", first(place.branch())));
        }
        page.next()
                .ifPresent(next -> buttons.add(
                        turn("gateway-stock-next", "meter.next", new Place(place.branch(), Optional.of(next), until))));
        return new Div(shown, buttons);
    }

    private Button turn(String id, String key, Place to) {
        Button button = new Button(getTranslation(key), click -> show(to));
        button.setId(id);
        return button;
    }

    private ListItem item(StockSerial serial, Formats formats, Place place, boolean keeper) {
        ListItem item = new ListItem(LtrText.verbatim(formats.digits(serial.serial())));
        if (keeper) {
            item.add(new ReasonedDeed(
                    "gateway-discard-" + serial.token().value(),
                    getTranslation("gateway.stock.discard"),
                    List.of(getTranslation("gateway.stock.discard.happens")),
                    reason -> {
                        boolean done = stock.discard(staff.require(), serial.token(), reason);
                        show(place);
                        Toast.success(getTranslation(done ? "gateway.stock.discard.done" : "desk.deed.already"));
                    }));
        }
        return item;
    }

    private Div addForm(BranchCode branch) {
        TextField serial = new TextField(getTranslation("gateway.serial"));
        serial.setId("gateway-add-serial");
        serial.addClassName("ltr-input");
        serial.setMaxLength(TYPED_LENGTH_MAX);
        serial.setHelperText(getTranslation("gateway.stock.serials.help"));
        serial.setAutofocus(true);
        Button add = new Button(getTranslation("gateway.stock.add"), click -> {
            List<String> typed = Arrays.stream(serial.getValue().split("[,;،؛\n]", -1))
                    .filter(one -> !one.isBlank())
                    .toList();
            FieldErrors.read(serial, () -> stock.propose(staff.require(), branch, typed))
                    .ifPresent(proposal -> shown(serial, proposal));
        });
        add.setId("gateway-add");
        return form(serial, add);
    }

    /** What was wrong stays in words at the field; what was right waits. */
    private void shown(TextField field, StockProposal proposal) {
        proposed.removeAll();
        ApprovalId approval = proposal.approval();
        if (approval != null) {
            proposed.add(waiting(approval));
        }
        if (proposal.errors().isEmpty()) {
            field.clear();
            return;
        }
        proposed.add(new WrongRows(proposal.errors()));
        FieldErrors.show(
                field,
                getTranslation(
                        "gateway.stock.rows-wrong",
                        Formats.current().number(proposal.errors().size())));
    }

    private Div drawForm(BranchCode branch) {
        TextField count = new TextField(getTranslation("gateway.stock.how-many"));
        count.setId("gateway-draw-count");
        count.addClassName("ltr-input");
        count.setMaxLength(3);
        Button draw = new Button(
                getTranslation("gateway.stock.draw"),
                click -> FieldErrors.read(count, () -> {
                            String typed = Digits.typed(count.getValue());
                            int wanted = typed.matches("[0-9]{1,3}") ? Integer.parseInt(typed) : 0;
                            return stock.proposeNew(staff.require(), branch, wanted);
                        })
                        .ifPresent(approval -> {
                            count.clear();
                            proposed.removeAll();
                            proposed.add(waiting(approval));
                        }));
        draw.setId("gateway-draw");
        draw.addThemeVariants(ButtonVariant.PRIMARY);
        return form(count, draw);
    }

    private Notice waiting(ApprovalId approval) {
        Component[] lines = {
            new Paragraph(getTranslation("gateway.proposed")),
            new Anchor("branch/approvals/" + approval.value(), getTranslation("counter.to-approval"))
        };
        Notice notice = new Notice(Notice.Kind.SUCCESS, lines);
        notice.setId("gateway-stock-proposed");
        return notice;
    }

    private static Div form(TextField field, Button button) {
        Div form = new Div(field, button);
        form.addClassNames("surface", "desk-form");
        button.addClickShortcut(com.vaadin.flow.component.Key.ENTER).listenOn(form);
        return form;
    }
}
