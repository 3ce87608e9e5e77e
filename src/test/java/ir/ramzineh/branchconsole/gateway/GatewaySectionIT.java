package ir.ramzineh.branchconsole.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.NativeDetails;
import ir.ramzineh.PortalIT;
import ir.ramzineh.Statements;
import ir.ramzineh.gatewaytoken.BranchScene;
import ir.ramzineh.gatewaytoken.GatewayTokenId;
import ir.ramzineh.gatewaytoken.GatewayTokens;
import ir.ramzineh.staff.DeskReason;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;

/** What drawing the account tokens of a customer costs: their histories are read when somebody opens them (S10.25). */
@PortalIT
class GatewaySectionIT {
    @Autowired
    private GatewayPanel panel;

    @Autowired
    private GatewayTokens tokens;

    @Autowired
    private AutowireCapableBeanFactory beans;

    private BranchScene scene;

    @BeforeEach
    void threeDeadTokens() {
        scene = BranchScene.of(beans);
        UI ui = new UI();
        ui.setLocale(Locale.of("fa"));
        UI.setCurrent(ui);
        for (int n = 0; n < 3; n++) {
            scene.people.forgetWaits();
            GatewayTokenId token = scene.issue().token();
            tokens.revoke(scene.teller.id(), token, new DeskReason(DeskReason.Kind.AT_COUNTER));
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

    private static Stream<Component> within(Component component) {
        return Stream.concat(Stream.of(component), component.getChildren().flatMap(GatewaySectionIT::within));
    }
}
