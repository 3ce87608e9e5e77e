package ir.ramzineh.helpdesk;

import ir.ramzineh.audit.ActivityEntry;
import ir.ramzineh.fraudcase.FraudCase;
import ir.ramzineh.session.SignedInDevice;
import ir.ramzineh.sms.SmsTimeline;
import java.time.Instant;
import java.util.List;

/**
 * Everything a caller asks, as it stood at one moment. Holds no message text, no code and no key; personal data are
 * masked.
 *
 * @param at the moment
 * @param answers why something does not work, as far as the data say, the most pressing first; never empty
 * @param messages the newest text messages, whatever they were about
 * @param cases what the customer reported, the newest first
 * @param activity the newest lines of the trail
 */
public record CustomerFile(
        Instant at,
        List<Answer> answers,
        CustomerSummary customer,
        List<CardFile> cards,
        List<SignedInDevice> sessions,
        List<SmsTimeline.Entry> messages,
        List<FraudCase> cases,
        List<ActivityEntry> activity) {
    public CustomerFile {
        answers = List.copyOf(answers);
        cards = List.copyOf(cards);
        sessions = List.copyOf(sessions);
        messages = List.copyOf(messages);
        cases = List.copyOf(cases);
        activity = List.copyOf(activity);
    }
}
