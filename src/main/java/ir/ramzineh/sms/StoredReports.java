package ir.ramzineh.sms;

import java.time.Clock;
import org.springframework.stereotype.Component;

@Component
class StoredReports implements DeliveryReports {
    private final SmsMessages messages;
    private final Clock clock;

    StoredReports(SmsMessages messages, Clock clock) {
        this.messages = messages;
        this.clock = clock;
    }

    @Override
    public void delivered(SmsId id) {
        messages.report(id, SmsState.DELIVERED, null, clock.instant());
    }

    @Override
    public void undeliverable(SmsId id, String reason) {
        String bounded = reason.length() <= 100 ? reason : reason.substring(0, 100);
        messages.report(id, SmsState.FAILED, bounded, clock.instant());
    }
}
