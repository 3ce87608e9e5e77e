package ir.ramzineh.branchconsole.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.textfield.TextField;
import ir.ramzineh.PortalIT;
import ir.ramzineh.approval.ApprovalOutcome;
import ir.ramzineh.approval.Approvals;
import ir.ramzineh.branchconsole.SignedInStaff;
import ir.ramzineh.gatewaytoken.GatewayStock;
import ir.ramzineh.kernel.BranchCode;
import ir.ramzineh.staff.Role;
import ir.ramzineh.staff.StaffFixtures;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

/** The page of a branch's stock: no serial number is out of reach, and every wrong row is told (S10.18, S10.25). */
@PortalIT
class GatewayStockViewIT {
    private static final int PAGE = 100;

    @Autowired
    private GatewayStock stock;

    @Autowired
    private Approvals approvals;

    @Autowired
    private SignedInStaff signedIn;

    @Autowired
    private AutowireCapableBeanFactory beans;

    private final BranchCode branch =
            new BranchCode(Integer.toString(ThreadLocalRandom.current().nextInt(20_000, 99_999)));
    private StaffFixtures.Known maker;
    private StaffFixtures.Known checker;

    @BeforeEach
    void aManagerAtThePage() {
        StaffFixtures staff = StaffFixtures.of(beans);
        maker = staff.member(Role.BRANCH_MANAGER, branch);
        checker = staff.member(Role.BRANCH_MANAGER, branch);
        UI ui = new UI();
        ui.setLocale(Locale.of("fa"));
        UI.setCurrent(ui);
        SecurityContextHolder.getContext()
                .setAuthentication(
                        new TestingAuthenticationToken("staff:" + maker.id().value(), "", "ROLE_STAFF"));
    }

    @AfterEach
    void noPage() {
        SecurityContextHolder.clearContext();
        UI.setCurrent(null);
    }

    @Test
    void whatTheFirstPageHasNoRoomForStandsOnTheNext() {
        var waiting = stock.proposeNew(maker.id(), branch, PAGE + 1);
        assertThat(approvals.approve(checker.id(), waiting, "")).isInstanceOf(ApprovalOutcome.Decided.class);
        GatewayStockView view = new GatewayStockView(stock, signedIn);
        assertThat(discards(view)).isEqualTo(PAGE);
        assertThat(at(view, "gateway-stock-first")).isEmpty();
        press(view, "gateway-stock-next");
        assertThat(discards(view)).isEqualTo(1);
        assertThat(at(view, "gateway-stock-next")).isEmpty();
        press(view, "gateway-stock-first");
        assertThat(discards(view)).isEqualTo(PAGE);
    }

    @Test
    void aShortStockHasNoPages() {
        var waiting = stock.proposeNew(maker.id(), branch, 2);
        assertThat(approvals.approve(checker.id(), waiting, "")).isInstanceOf(ApprovalOutcome.Decided.class);
        GatewayStockView view = new GatewayStockView(stock, signedIn);
        assertThat(discards(view)).isEqualTo(2);
        assertThat(at(view, "gateway-stock-next")).isEmpty();
    }

    @Test
    void everyWrongRowIsNamedNotTheFirstAlone() {
        GatewayStockView view = new GatewayStockView(stock, signedIn);
        TextField typed = (TextField) at(view, "gateway-add-serial").orElseThrow();
        typed.setValue("hello, 12, 0000 0000 0000");
        press(view, "gateway-add");
        assertThat(typed.isInvalid()).isTrue();
        Component errors = at(view, "gateway-stock-errors").orElseThrow();
        assertThat(within(errors).filter(ListItem.class::isInstance)).hasSize(3);
        assertThat(at(view, "gateway-stock-proposed")).isEmpty();
    }

    private static long discards(Component view) {
        return within(view)
                .filter(Button.class::isInstance)
                .filter(button -> button.getId().orElse("").startsWith("gateway-discard-"))
                .count();
    }

    private static void press(Component view, String id) {
        ((Button) at(view, id).orElseThrow()).click();
    }

    private static Optional<Component> at(Component view, String id) {
        return within(view)
                .filter(one -> one.getId().filter(id::equals).isPresent())
                .findFirst();
    }

    private static Stream<Component> within(Component component) {
        return Stream.concat(Stream.of(component), component.getChildren().flatMap(GatewayStockViewIT::within));
    }
}
