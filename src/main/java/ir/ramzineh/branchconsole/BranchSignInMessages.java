package ir.ramzineh.branchconsole;

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

/** What the door of staff says about the attempt before. The parameters choose among fixed sentences. */
final class BranchSignInMessages {
    private static final Set<String> ENDED = Set.of("idle", "signed-out");
    private static final long WAIT_SECONDS_MAX = 86_400;

    private BranchSignInMessages() {}

    static Optional<Component> of(QueryParameters parameters, Clock clock) {
        Optional<Component> wait = parameters
                .getSingleParameter("wait")
                .filter(seconds -> seconds.matches("\\d{1,6}"))
                .map(seconds -> wait(Long.parseLong(seconds), clock));
        if (wait.isPresent()) {
            return wait;
        }
        if (parameters.getParameters().containsKey("error")) {
            return Optional.of(notice(Notice.Kind.ERROR, "branch.sign-in.refused"));
        }
        if (parameters.getParameters().containsKey("busy")) {
            return Optional.of(notice(Notice.Kind.WARNING, "sign-in.busy"));
        }
        if (parameters.getParameters().containsKey("directory")) {
            return Optional.of(notice(Notice.Kind.ERROR, "branch.sign-in.directory-refused"));
        }
        if (parameters.getParameters().containsKey("enrolled")) {
            return Optional.of(notice(Notice.Kind.SUCCESS, "branch.sign-in.enrolled"));
        }
        return parameters
                .getSingleParameter("ended")
                .map(reason -> notice(Notice.Kind.INFO, "branch.ended." + (ENDED.contains(reason) ? reason : "other")));
    }

    private static Component wait(long seconds, Clock clock) {
        Countdown countdown = new Countdown(
                        clock, clock.instant().plus(Duration.ofSeconds(Math.min(seconds, WAIT_SECONDS_MAX))))
                .withPattern(I18NProvider.translate("process.wait.left"));
        countdown.setId("branch-wait");
        return new Notice(Notice.Kind.WARNING, new Paragraph(I18NProvider.translate("process.wait")), countdown);
    }

    private static Component notice(Notice.Kind kind, String key) {
        Notice notice = new Notice(kind, I18NProvider.translate(key));
        notice.setId("branch-message");
        return notice;
    }
}
