package ir.ramzineh.portal;

import ir.ramzineh.harim.RecentRequests;
import ir.ramzineh.kernel.CardId;
import ir.ramzineh.kernel.CustomerId;
import ir.ramzineh.sms.SmsTimeline;
import java.util.List;
import org.springframework.stereotype.Component;

/** Collects what happened to the codes and messages of a card. */
@Component
class CardCodes {
    private static final int SHOWN_MAX = 20;

    private final RecentRequests requests;
    private final SmsTimeline messages;

    CardCodes(RecentRequests requests, SmsTimeline messages) {
        this.requests = requests;
        this.messages = messages;
    }

    /** The newest lines first; the owner is checked. */
    List<CodeLine> of(CustomerId customer, CardId card) {
        List<CodeLine> lines =
                CodeLine.of(requests.of(customer, card, SHOWN_MAX), messages.of(customer, card, SHOWN_MAX));
        return lines.size() > SHOWN_MAX ? lines.subList(0, SHOWN_MAX) : lines;
    }
}
