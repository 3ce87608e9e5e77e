package ir.ramzineh.branchconsole.gateway;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.AttachmentType;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.server.VaadinResponse;
import com.vaadin.flow.server.streams.DownloadEvent;
import com.vaadin.flow.server.streams.DownloadHandler;
import ir.ramzineh.branchconsole.SignedInStaff;
import ir.ramzineh.gatewaytoken.GatewayReceipts;
import ir.ramzineh.gatewaytoken.GatewayTokenId;
import ir.ramzineh.staff.StaffId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The way to the receipt as PDF: a link for the member who asked, in the session that asked, within two minutes. What the
 * browser gets it is told to keep nowhere.
 */
@org.springframework.stereotype.Component
class PaperDoor {
    private static final Logger LOG = LoggerFactory.getLogger(PaperDoor.class);
    private static final int GONE = 410;
    private static final int FAILED = 500;

    private final GatewayReceipts receipts;
    private final SignedInStaff signedIn;
    private final Clock clock;

    PaperDoor(GatewayReceipts receipts, SignedInStaff signedIn, Clock clock) {
        this.receipts = receipts;
        this.signedIn = signedIn;
        this.clock = clock;
    }

    GatewayReceipts.Standing standing(StaffId who, GatewayTokenId token) {
        return receipts.standing(who, token);
    }

    /** What the receipt holds and the link to it; reading them is on no record, taking the file is. */
    Component open(StaffId who, GatewayTokenId token) {
        Div door = new Div();
        PaperFile file = new PaperFile(receipts, who, token, PaperReceipt::of, clock);
        Anchor link = new Anchor(
                giving(
                        who,
                        file,
                        door.getTranslation("gateway.receipt.spent"),
                        door.getTranslation("gateway.receipt.failed")),
                AttachmentType.INLINE,
                door.getTranslation("gateway.receipt.pdf"));
        link.setId("gateway-receipt-pdf");
        link.setTarget(AnchorTarget.BLANK);
        link.addClassNames("button-link", "gateway-paper-link");
        door.addDetachListener(left -> file.forget());
        Paragraph hint = new Paragraph(door.getTranslation("gateway.receipt.life"));
        hint.addClassName("hint");
        door.add(
                new Paragraph(door.getTranslation("gateway.receipt.one")),
                new Paragraph(door.getTranslation("gateway.receipt.two")),
                link,
                hint);
        door.setId("gateway-receipt");
        door.addClassName("gateway-paper");
        return door;
    }

    private DownloadHandler giving(StaffId who, PaperFile file, String spent, String failed) {
        return event -> {
            event.getResponse().setHeader("Cache-Control", "no-store, private");
            event.getResponse().setHeader("Pragma", "no-cache");
            Optional<byte[]> made;
            try {
                made = signedIn.id().filter(who::equals).flatMap(same -> file.ask());
            } catch (RuntimeException notMade) {
                LOG.error("a receipt could not be made", notMade);
                refuse(event.getResponse(), FAILED, failed);
                return;
            }
            if (made.isPresent()) {
                send(event, made.get());
            } else {
                refuse(event.getResponse(), GONE, spent);
            }
        };
    }

    private static void send(DownloadEvent event, byte[] file) throws IOException {
        event.inline("gateway-token-receipt.pdf");
        event.setContentType(PaperReceipt.CONTENT_TYPE);
        event.setContentLength(file.length);
        event.getOutputStream().write(file);
    }

    private static void refuse(VaadinResponse response, int status, String words) throws IOException {
        response.setStatus(status);
        response.setContentType("text/plain; charset=utf-8");
        response.getOutputStream().write(words.getBytes(StandardCharsets.UTF_8));
    }
}
