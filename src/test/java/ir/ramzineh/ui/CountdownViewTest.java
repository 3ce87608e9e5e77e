package ir.ramzineh.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.dom.DomEvent;
import com.vaadin.flow.internal.JacksonUtils;
import com.vaadin.flow.internal.nodefeature.ElementListenerMap;
import com.vaadin.flow.server.VaadinRequest;
import ir.ramzineh.kernel.PassiveRequest;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ViewPackages(packages = "ir.ramzineh.ui")
class CountdownViewTest extends BrowserlessTest {
    @ParameterizedTest
    @ValueSource(strings = {"resync", "finished"})
    void case12_aCountdownThatAsksByItselfIsNoSignOfLife(String question) {
        Clock clock = Clock.systemUTC();
        AtomicBoolean done = new AtomicBoolean();
        Countdown countdown = new Countdown(clock, clock.instant()).whenFinished(() -> done.set(true));
        UI.getCurrent().add(countdown);
        assertThat(VaadinRequest.getCurrent().getAttribute(PassiveRequest.ATTRIBUTE))
                .isNull();
        countdown
                .getElement()
                .getNode()
                .getFeature(ElementListenerMap.class)
                .fireEvent(new DomEvent(countdown.getElement(), question, JacksonUtils.createObjectNode()));
        assertThat(VaadinRequest.getCurrent().getAttribute(PassiveRequest.ATTRIBUTE))
                .isEqualTo(true);
        assertThat(done.get()).isEqualTo(question.equals("finished"));
    }
}
