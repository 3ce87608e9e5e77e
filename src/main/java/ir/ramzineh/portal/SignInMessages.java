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
    private static final Set<String> ENDED = Set.of("idle", "signed-out", "password-changed");
    private static final long WAIT_SECONDS_MAX = 86_400;

    private SignInMessages() {}

    static Optional<Component> of(QueryParameters parameters, Clock clock) {
        Optional<Component> wait = wait(parameters, clock);
        if (wait.isPresent()) {
            return wait;
        }
        if (parameters.getParameters().containsKey("error")) {
            return Optional.of(notice(Notice.Kind.ERROR, "sign-in.refused"));
        }
        if (parameters.getParameters().containsKey("busy")) {
            return Optional.of(notice(Notice.Kind.WARNING, "sign-in.busy"));
        }
        if (parameters.getParameters().containsKey("again")) {
            return Optional.of(notice(Notice.Kind.WARNING, "sign-in.again"));
        }
        return parameters
                .getSingleParameter("ended")
                .map(reason ->
                        notice(Notice.Kind.INFO, "sign-in.ended." + (ENDED.contains(reason) ? reason : "other")));
    }

    /** The time until the next attempt, where the last answer was to wait. */
    static Optional<Component> wait(QueryParameters parameters, Clock clock) {
        return parameters
                .getSingleParameter("wait")
                .flatMap(SignInMessages::seconds)
                .map(seconds -> {
                    Countdown countdown = new Countdown(clock, clock.instant().plus(Duration.ofSeconds(seconds)))
                            .withPattern(I18NProvider.translate("process.wait.left"));
                    countdown.setId("sign-in-wait");
                    return new Notice(
                            Notice.Kind.WARNING, new Paragraph(I18NProvider.translate("process.wait")), countdown);
                });
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
