package ir.ramzineh.ui;

import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;

/** Asks before something that cannot be taken back, and says what remains afterwards. */
public final class Confirmation {
    private Confirmation() {}

    /**
     * Opens the question; {@code action} runs only on the button that does it.
     *
     * @param id stable id of the dialog; its buttons are {@code <id>-confirm} and {@code <id>-cancel}
     * @param happens what will happen, in one sentence
     * @param remains what stays as it is afterwards, in one sentence
     * @param confirm the words on the button that does it
     */
    public static ConfirmDialog ask(
            String id, String title, String happens, String remains, String confirm, Runnable action) {
        ConfirmDialog dialog = new ConfirmDialog();
        dialog.setId(id);
        dialog.setHeader(title);
        Paragraph rest = new Paragraph(remains);
        rest.addClassName("hint");
        dialog.setText(new Div(new Paragraph(happens), rest));
        dialog.setConfirmText(confirm);
        dialog.setConfirmButtonTheme("error primary");
        dialog.setCancelable(true);
        dialog.setCancelText(dialog.getTranslation("action.cancel"));
        dialog.addConfirmListener(event -> action.run());
        name(dialog, "confirm-button", id + "-confirm");
        name(dialog, "cancel-button", id + "-cancel");
        dialog.open();
        return dialog;
    }

    private static void name(ConfirmDialog dialog, String slot, String id) {
        dialog.getElement()
                .executeJs(
                        "setTimeout(() => { const b = this.querySelector('[slot=' + $0 + ']'); if (b) b.id = $1; })",
                        slot,
                        id);
    }
}
