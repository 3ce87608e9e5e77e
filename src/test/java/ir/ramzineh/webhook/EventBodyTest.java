package ir.ramzineh.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import ir.ramzineh.audit.Actor;
import ir.ramzineh.audit.RecordedEvent;
import ir.ramzineh.kernel.CustomerId;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What leaves the bank with an event, and what does not (I5). */
class EventBodyTest {
    private static final Instant AT = Instant.parse("2026-11-22T13:00:00.123Z");

    @Test
    void I5_wordsOfOursGoOutAndWhatAMemberOfStaffWroteStays() {
        assertThat(body(Map.of("reason", "PHONE_LOST", "left", "3")))
                .contains("\"reason\":\"PHONE_LOST\"", "\"left\":\"3\"");
        assertThat(body(Map.of("reason", "asked by Sara 09121234567"))).doesNotContain("reason", "Sara", "0912");
        assertThat(body(Map.of("from", "m.ahmadi", "by", "r.karimi"))).doesNotContain("ahmadi", "karimi");
    }

    @Test
    void I5_namesOfPeopleAndMerchantsStay() {
        assertThat(body(Map.of("merchantName", "Shop 12", "token", "Mother's phone")))
                .contains("\"details\":{}")
                .contains("\"actor\":\"staff\"")
                .doesNotContain("m.ahmadi");
    }

    private static String body(Map<String, String> details) {
        return EventBody.of(new RecordedEvent(
                7, AT, new Actor.Staff("m.ahmadi"), "gateway-token.revoked", new CustomerId(5), null, details));
    }
}
