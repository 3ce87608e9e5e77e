package ir.ramzineh.branchconsole.gateway;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import ir.ramzineh.branchconsole.ReasonForm;
import ir.ramzineh.staff.DeskReason;
import java.util.List;
import java.util.function.Consumer;

/**
 * A button that says what will happen and asks why before it does anything. What it asks is made when it is pressed: a page
 * has many of them.
 */
class ReasonedDeed extends Div {
    private static final long serialVersionUID = 1L;

    private final String id;
    private final transient List<String> beforehand;
    private final transient Consumer<DeskReason> deed;
    private final Div form = new Div();

    /**
     * @param id of the button; {@code <id>-reason-kind}, {@code <id>-reason-ticket} and {@code <id>-confirm} follow
     * @param text on the button
     * @param beforehand sentences to read before it is done: what happens, then what remains
     */
    ReasonedDeed(String id, String text, List<String> beforehand, Consumer<DeskReason> deed) {
        this.id = id;
        this.beforehand = List.copyOf(beforehand);
        this.deed = deed;
        form.addClassName("desk-form");
        form.setVisible(false);
        Button open = new Button(text, click -> turn());
        open.setId(id);
        add(open, form);
    }

    private void turn() {
        form.removeAll();
        form.setVisible(!form.isVisible());
        if (form.isVisible()) {
            ReasonForm reason = new ReasonForm(id + "-reason");
            Button confirm = new Button(
                    getTranslation("gateway.confirm"), click -> reason.read().ifPresent(deed));
            confirm.setId(id + "-confirm");
            if (!beforehand.isEmpty()) {
                Div words = new Div();
                beforehand.forEach(sentence -> words.add(new Paragraph(sentence)));
                words.addClassName("gateway-beforehand");
                words.setId(id + "-beforehand");
                confirm.getElement().setAttribute("aria-describedby", id + "-beforehand");
                form.add(words);
            }
            form.add(reason, confirm);
            reason.focus();
        }
    }
}
