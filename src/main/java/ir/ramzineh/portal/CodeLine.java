package ir.ramzineh.portal;

import ir.ramzineh.harim.RecentRequest;
import ir.ramzineh.sms.SmsId;
import ir.ramzineh.sms.SmsTimeline;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One line of "where is my code?": a request of a payment page, the message it led to, or a message alone.
 *
 * @param at when it was asked for
 */
record CodeLine(Instant at, Optional<RecentRequest> request, Optional<SmsTimeline.Entry> sms) {

    /** Each message once, beside the request it answers; the newest first. */
    static List<CodeLine> of(List<RecentRequest> requests, List<SmsTimeline.Entry> messages) {
        Map<SmsId, SmsTimeline.Entry> left = new HashMap<>();
        messages.forEach(message -> left.put(message.id(), message));
        List<CodeLine> lines = new ArrayList<>();
        for (RecentRequest request : requests) {
            SmsTimeline.@Nullable Entry message =
                    request.sms().isEmpty() ? null : left.remove(request.sms().get());
            lines.add(new CodeLine(request.askedAt(), Optional.of(request), Optional.ofNullable(message)));
        }
        left.values()
                .forEach(message -> lines.add(new CodeLine(message.asked(), Optional.empty(), Optional.of(message))));
        lines.sort(Comparator.comparing(CodeLine::at).reversed());
        return lines;
    }
}
