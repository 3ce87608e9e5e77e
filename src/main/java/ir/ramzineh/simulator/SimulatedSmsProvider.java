package ir.ramzineh.simulator;

import ir.ramzineh.sms.DeliveryReports;
import ir.ramzineh.sms.OutgoingSms;
import ir.ramzineh.sms.SmsProvider;
import ir.ramzineh.sms.Submission;
import org.springframework.stereotype.Component;

/** A provider whose phones are rows in the trial's database; it delivers at once and recognises repeats by their id. */
@Component
class SimulatedSmsProvider implements SmsProvider {
    static final String NAME = "simulator";

    private final SimulatorInbox inbox;
    private final DeliveryReports reports;

    SimulatedSmsProvider(SimulatorInbox inbox, DeliveryReports reports) {
        this.inbox = inbox;
        this.reports = reports;
    }

    @Override
    public Submission submit(OutgoingSms message) {
        inbox.receive(message.id().value(), message.to(), message.sender(), message.text());
        reports.delivered(message.id());
        return new Submission.Accepted("simulator-" + message.id().value());
    }

    @Override
    public boolean recognisesRepeats() {
        return true;
    }

    @Override
    public String name() {
        return NAME;
    }
}
