package ir.ramzineh.simulator;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import ir.ramzineh.kernel.Transaction;
import ir.ramzineh.ui.QrPanel;

/** A payment as a picture for the camera of the app, and as a link where the page stands on the same phone. */
class PaymentForApp extends Div {
    private static final long serialVersionUID = 1L;

    PaymentForApp(PaymentQr pictures, Transaction payment) {
        QrPanel qr = new QrPanel(pictures.svg(payment), getTranslation("simulator.payment.qr"));
        qr.setId("payment-qr");
        Paragraph hint = new Paragraph(getTranslation("simulator.payment.qr.text"));
        hint.addClassName("hint");
        Anchor here =
                new Anchor(pictures.link(payment), getTranslation("simulator.payment.qr.open"), AnchorTarget.BLANK);
        here.setId("payment-in-app");
        add(qr, hint, here);
    }
}
