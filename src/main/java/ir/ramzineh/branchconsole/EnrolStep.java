package ir.ramzineh.branchconsole;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import ir.ramzineh.staff.StaffEnrolment;
import ir.ramzineh.staff.StaffEnrolment.Enrolment;
import ir.ramzineh.token.QrDrawing;
import ir.ramzineh.ui.CodeField;
import ir.ramzineh.ui.FieldErrors;
import ir.ramzineh.ui.LtrText;
import ir.ramzineh.ui.QrPanel;

/** The second half of an enrolment: the own password, the key for the authenticator, and a code that proves it arrived. */
class EnrolStep extends Div {
    private static final long serialVersionUID = 1L;
    private static final int CODE_DIGITS = 6;

    private final transient StaffEnrolment enrolments;
    private final transient Enrolment enrolment;
    private final transient Runnable done;
    private final transient Runnable over;
    private final OwnPasswordFields password;
    private final CodeField code = new CodeField(getTranslation("branch.sign-in.code"), CODE_DIGITS, CODE_DIGITS);

    EnrolStep(StaffEnrolment enrolments, Enrolment enrolment, Runnable done, Runnable over) {
        this.enrolments = enrolments;
        this.enrolment = enrolment;
        this.done = done;
        this.over = over;
        addClassName("step-form");
        this.password = new OwnPasswordFields("enrol-password", typed -> enrolments.check(enrolment, typed));
        code.setId("enrol-code");
        password.focus();
        Button finish = new Button(getTranslation("branch.enrol.finish"), click -> finish());
        finish.setId("enrol-finish");
        finish.addThemeNames("primary");
        finish.addClickShortcut(Key.ENTER);
        add(
                new H1(getTranslation("branch.enrol.title")),
                new H2(getTranslation("branch.enrol.password")),
                password,
                new H2(getTranslation("branch.enrol.authenticator")),
                new Paragraph(getTranslation("branch.enrol.authenticator.text")),
                qr(),
                typed(),
                code,
                finish);
    }

    private Div qr() {
        QrPanel panel = new QrPanel(QrDrawing.of(enrolment.link()).svg(), getTranslation("branch.enrol.qr"));
        panel.setId("enrol-qr");
        Div centre = new Div(panel);
        centre.addClassName("branch-centre");
        return centre;
    }

    /** For an authenticator on a machine without a camera. */
    private NativeDetails typed() {
        LtrText key = LtrText.verbatim(enrolment.typedKey());
        key.setId("enrol-key");
        NativeDetails details = new NativeDetails(getTranslation("branch.enrol.type-key"), key);
        details.setId("enrol-key-details");
        return details;
    }

    private void finish() {
        code.setInvalid(false);
        password.read().ifPresent(this::complete);
    }

    private void complete(String chosen) {
        switch (enrolments.complete(enrolment, chosen, code.getValue())) {
            case DONE -> done.run();
            case ENDED -> over.run();
            case WEAK_PASSWORD -> password.refuse("password.weak");
            case WRONG_CODE -> FieldErrors.show(code, getTranslation("branch.enrol.wrong-code"));
        }
    }
}
