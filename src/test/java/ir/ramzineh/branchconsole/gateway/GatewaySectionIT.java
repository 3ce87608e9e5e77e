package ir.ramzineh.branchconsole.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.page.Page;
import com.vaadin.flow.component.page.PendingJavaScriptResult;
import ir.ramzineh.PortalIT;
import ir.ramzineh.Statements;
import ir.ramzineh.TestClock;
import ir.ramzineh.TestPhone;
import ir.ramzineh.gatewaytoken.BranchScene;
import ir.ramzineh.gatewaytoken.GatewayTokenId;
import ir.ramzineh.gatewaytoken.GatewayTokenState;
import ir.ramzineh.gatewaytoken.GatewayTokens;
import ir.ramzineh.gatewaytoken.GatewayVerifications;
import ir.ramzineh.gatewaytoken.IssueOutcome;
import ir.ramzineh.gatewaytoken.LinkScope;
import ir.ramzineh.kernel.Digits;
import ir.ramzineh.staff.DeskReason;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The account tokens on the page of a customer: what is shown, what is not, and what drawing them costs (S10.18, S10.25). */
@PortalIT
class GatewaySectionIT {
    private static final DeskReason AT_COUNTER = new DeskReason(DeskReason.Kind.AT_COUNTER);

    @Autowired
    private GatewayPanel panel;

    @Autowired
    private GatewayTokens tokens;

    @Autowired
    private GatewayVerifications verifications;

    @Autowired
    private TestClock clock;

    @Autowired
    private AutowireCapableBeanFactory beans;

    @LocalServerPort
    private int port;

    private final List<String> toasts = new ArrayList<>();
    private BranchScene scene;
    private int asked;

    @BeforeEach
    void threeDeadTokens() {
        scene = BranchScene.of(beans);
        UI ui = new Told(toasts);
        ui.setLocale(Locale.of("fa"));
        UI.setCurrent(ui);
        for (int n = 0; n < 3; n++) {
            scene.people.forgetWaits();
            GatewayTokenId token = scene.issue().token();
            tokens.revoke(scene.teller.id(), token, AT_COUNTER);
        }
    }

    @AfterEach
    void noPage() {
        UI.setCurrent(null);
    }

    @Test
    void aHistoryIsReadWhenItIsOpenedAndNotWhileThePageIsDrawn() {
        List<Component> drawn = new ArrayList<>();
        List<String> asked = Statements.of(() -> drawn.add(panel.create(scene.customer.id(), scene.teller.id())));
        assertThat(asked).isNotEmpty().noneMatch(statement -> statement.contains("gateway_event"));

        List<TokenHistory> histories = within(drawn.getFirst())
                .filter(TokenHistory.class::isInstance)
                .map(TokenHistory.class::cast)
                .toList();
        assertThat(histories).hasSize(3);
        TokenHistory one = histories.getFirst();
        assertThat(one.getContent().getChildren()).isEmpty();
        List<String> opened = Statements.of(() -> {
            one.setOpen(true);
            ComponentUtil.fireEvent(one, new NativeDetails.ToggleEvent(one, true));
        });
        assertThat(opened)
                .filteredOn(statement -> statement.contains("gateway_event"))
                .hasSize(1);
        assertThat(one.getContent().getChildren())
                .as("in stock, issued, revoked")
                .hasSize(3);
        assertThat(histories.getLast().getContent().getChildren()).isEmpty();
    }

    /** Design decision 018: nobody comes to part 1 of a colleague's token unnoticed. */
    @Test
    void thePageNamesATokenByItsLastFourDigitsAndHoldsTheWholeSerialNumberNowhere() {
        scene.people.forgetWaits();
        IssueOutcome.Issued issued = scene.issue();
        String serial = issued.serial().replace(" ", "");
        assertThat(serial).hasSize(12);
        for (GatewayTokenState state : List.of(GatewayTokenState.ISSUED, GatewayTokenState.ACTIVE)) {
            if (state == GatewayTokenState.ACTIVE) {
                scene.activate(port, issued);
            }
            assertThat(tokens.of(scene.teller.id(), scene.customer.id())
                            .getFirst()
                            .state())
                    .isEqualTo(state);
            assertThat(html()).contains("••••" + serial.substring(8)).doesNotContain(serial.substring(0, 8));
        }
        tokens.revoke(scene.teller.id(), issued.token(), AT_COUNTER);
        assertThat(html()).contains("••••" + serial.substring(8)).doesNotContain(serial.substring(0, 8));
    }

    @Test
    void whyACodeWasRefusedStandsBelowItsTokenAndApartWhereNothingWasLinked() {
        scene.people.forgetWaits();
        IssueOutcome.Issued issued = scene.issue();
        TestPhone phone = scene.activate(port, issued);
        scene.account();
        scene.link(issued.token(), LinkScope.ACCOUNT);
        clock.toNextStep(phone.periodSeconds());
        clock.hold();
        String right = phone.code(clock.instant());
        String wrong = "%08d".formatted((Long.parseLong(right) + 31L) % 100_000_000L);
        ask(issued, LinkScope.ACCOUNT, wrong);
        ask(issued, LinkScope.ACCOUNT, right);
        ask(issued, LinkScope.SIGN_IN, right);
        Component page = panel.create(scene.customer.id(), scene.teller.id());
        assertThat(words(page, "gateway-" + issued.token().value() + "-codes"))
                .containsSubsequence("gateway.reason.accepted", "gateway.reason.wrong-code")
                .doesNotContain("gateway.reason.not-linked");
        assertThat(words(page, "gateway-codes"))
                .contains("gateway.reason.not-linked")
                .doesNotContain("gateway.reason.wrong-code");
    }

    @Test
    void afterRevokingThePageSaysThatItIsDone() {
        scene.people.forgetWaits();
        String id = "gateway-" + scene.issue().token().value() + "-revoke";
        Component page = panel.create(scene.customer.id(), scene.teller.id());
        press(page, id);
        assertThat(words(page, id + "-beforehand"))
                .containsSubsequence("gateway.revoke.happens", "gateway.revoke.remains");
        press(page, id + "-confirm");
        assertThat(toasts).containsExactly("!{gateway.revoke.done}!");
        assertThat(tokens.of(scene.teller.id(), scene.customer.id()).getFirst().state())
                .isEqualTo(GatewayTokenState.DEAD);
    }

    private String html() {
        Component page = panel.create(scene.customer.id(), scene.teller.id());
        return Digits.toLatin(page.getElement().getOuterHTML()).replace(" ", "");
    }

    private void ask(IssueOutcome.Issued issued, LinkScope scope, String code) {
        // Rows of one moment have no order.
        clock.advance(Duration.ofMillis(10));
        asked++;
        verifications.verify(
                "internet-bank", scene.question(asked + "-" + issued.token().value(), scope, code));
    }

    private static String words(Component page, String id) {
        return at(page, id).getElement().getTextRecursively();
    }

    private static void press(Component page, String id) {
        ((Button) at(page, id)).click();
    }

    private static Component at(Component page, String id) {
        return within(page)
                .filter(one -> one.getId().filter(id::equals).isPresent())
                .findFirst()
                .orElseThrow();
    }

    /** A page without a session, which keeps what it is told to show. */
    private static final class Told extends UI {
        private static final long serialVersionUID = 1L;
        private final transient List<String> toasts;

        Told(List<String> toasts) {
            this.toasts = toasts;
        }

        @Override
        public Page getPage() {
            return new Page(this) {
                private static final long serialVersionUID = 1L;

                @Override
                public PendingJavaScriptResult executeJs(String expression, @Nullable Object... parameters) {
                    if (expression.contains("toast")) {
                        toasts.add(String.valueOf(parameters[0]));
                    }
                    return getElement().executeJs("");
                }
            };
        }
    }

    private static Stream<Component> within(Component component) {
        return Stream.concat(Stream.of(component), component.getChildren().flatMap(GatewaySectionIT::within));
    }
}
