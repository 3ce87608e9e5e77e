package ir.ramzineh.branchconsole.counter;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import ir.ramzineh.branchconsole.ReasonForm;
import ir.ramzineh.staff.DeskReason;
import ir.ramzineh.ui.Formats;
import ir.ramzineh.ui.Notice;
import java.time.Instant;
import java.util.function.Predicate;

/** Until when other ways stand in the place of the app, and, for who may, the end of it before. */
class EmergencyRunning extends Div {
    private static final long serialVersionUID = 1L;

    private final String id;

    /** @param id the end of each id on the page */
    EmergencyRunning(String id, Instant until) {
        this.id = id;
        Notice notice = new Notice(
                Notice.Kind.INFO,
                getTranslation("relief.emergency-until", Formats.current().dateTime(until)));
        notice.setId("emergency-until-" + id);
        addClassName("stack");
        add(notice);
    }

    /** @param end ends it for this reason; {@code false} when it was over already */
    EmergencyRunning with(Predicate<DeskReason> end) {
        ReasonForm reason = new ReasonForm("emergency-end-reason-" + id);
        Button confirm = new Button(
                getTranslation("emergency.end.do"), click -> reason.read().ifPresent(why -> over(end.test(why))));
        confirm.setId("emergency-end-confirm-" + id);
        confirm.addThemeVariants(ButtonVariant.ERROR);
        Paragraph happens = new Paragraph(getTranslation("emergency.end.happens"));
        happens.addClassName("hint");
        Div form = new Div(happens, reason, new Div(confirm));
        form.addClassName("counter-form");
        NativeDetails details = new NativeDetails(getTranslation("emergency.end"), form);
        details.setId("emergency-end-" + id);
        add(details);
        return this;
    }

    private void over(boolean now) {
        removeAll();
        Notice notice = new Notice(
                now ? Notice.Kind.SUCCESS : Notice.Kind.INFO,
                getTranslation(now ? "emergency.end.done" : "emergency.end.over"));
        notice.setId("emergency-ended-" + id);
        add(notice);
    }
}
