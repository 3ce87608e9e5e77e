package ir.ramzineh.sms;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

@Component
class StoredReports implements DeliveryReports {
    private static final int PUT_OFF_MAX = 10_000;

    private final SmsMessages messages;
    private final Clock clock;

    private final Map<String, Boolean> putOff = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > PUT_OFF_MAX;
        }
    };

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

    @Override
    public boolean delivered(String provider, String reference) {
        return note(provider, reference, this::delivered);
    }

    @Override
    public boolean undeliverable(String provider, String reference, String reason) {
        return note(provider, reference, id -> undeliverable(id, reason));
    }

    private boolean note(String provider, String reference, Consumer<SmsId> report) {
        Optional<SmsId> id = messages.byReference(provider, reference);
        id.ifPresent(report);
        return id.isPresent() || wasPutOff(provider + " " + reference);
    }

    private boolean wasPutOff(String what) {
        synchronized (putOff) {
            return putOff.put(what, true) != null;
        }
    }
}
