package ir.ramzineh.portal;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.i18n.I18NProvider;
import com.vaadin.flow.router.QueryParameters;
import ir.ramzineh.ui.Countdown;
import ir.ramzineh.ui.Notice;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * What the sign-in pages say about the attempt before. The parameters choose among fixed sentences; nothing of what a
 * URL holds is ever shown.
 */
final class SignInMessages {
    private static final Set<String> ENDED = Set.of("idle", "elsewhere", "signed-out", "password-changed", "node");
    private static final long WAIT_SECONDS_MAX = 86_400;

    private SignInMessages() {}

    static Optional<Component> of(QueryParameters parameters, Clock clock) {
        Optional<Long> wait = parameters.getSingleParameter("wait").flatMap(SignInMessages::seconds);
        if (wait.isPresent()) {
            Countdown countdown = new Countdown(clock, clock.instant().plus(Duration.ofSeconds(wait.get())))
                    .withPattern(I18NProvider.translate("sign-in.wait.left"));
            countdown.setId("sign-in-wait");
            return Optional.of(
                    new Notice(Notice.Kind.WARNING, new Paragraph(I18NProvider.translate("sign-in.wait")), countdown));
        }
        if (parameters.getParameters().containsKey("error")) {
            return Optional.of(notice(Notice.Kind.ERROR, "sign-in.refused"));
        }
        return parameters
                .getSingleParameter("ended")
                .map(reason -> ENDED.contains(reason) ? reason : "node")
                .map(reason -> notice(Notice.Kind.INFO, "sign-in.ended." + reason));
    }

    private static Component notice(Notice.Kind kind, String key) {
        Notice notice = new Notice(kind, I18NProvider.translate(key));
        notice.setId("sign-in-message");
        return notice;
    }

    private static Optional<Long> seconds(String text) {
        return text.matches("\\d{1,6}")
                ? Optional.of(Math.min(Long.parseLong(text), WAIT_SECONDS_MAX))
                : Optional.empty();
    }
}
