package ir.ramzineh.simulator;

import ir.ramzineh.simulator.TrainingScripts.Script;
import ir.ramzineh.sms.DeliveryReports;
import ir.ramzineh.sms.OutgoingSms;
import ir.ramzineh.sms.SmsProvider;
import ir.ramzineh.sms.Submission;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/**
 * A provider whose phones are rows in the trial's database; it delivers at once and recognises repeats by their id. While
 * somebody trains it may be late, or reach the wrong phone; what is late is lost when the trial ends.
 */
@Component
class SimulatedSmsProvider implements SmsProvider {
    static final String NAME = "simulator";

    private final SimulatorInbox inbox;
    private final DeliveryReports reports;
    private final TrainingScripts scripts;
    private final ScheduledExecutorService later = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("simulator-late-sms").factory());

    SimulatedSmsProvider(SimulatorInbox inbox, DeliveryReports reports, TrainingScripts scripts) {
        this.inbox = inbox;
        this.reports = reports;
        this.scripts = scripts;
    }

    @Override
    public Submission submit(OutgoingSms message) {
        if (scripts.runs(Script.LATE_SMS)) {
            var _ = later.schedule(() -> arrive(message), TrainingScripts.LATE_BY.toMillis(), TimeUnit.MILLISECONDS);
        } else {
            arrive(message);
        }
        return new Submission.Accepted("simulator-" + message.id().value());
    }

    private void arrive(OutgoingSms message) {
        inbox.receive(message.id().value(), scripts.reached(message.to()), message.sender(), message.text());
        reports.delivered(message.id());
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
