package ir.ramzineh.sms.smpp;

import ir.ramzineh.sms.DeliveryReports;
import ir.ramzineh.sms.IncomingMessages;
import ir.ramzineh.sms.SmsProvider;
import ir.ramzineh.sms.SmsProviderKind;
import java.time.Clock;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

@Component
class SmppKind implements SmsProviderKind {
    private final Environment environment;
    private final DeliveryReports reports;
    private final IncomingMessages incoming;
    private final Clock clock;

    SmppKind(Environment environment, DeliveryReports reports, IncomingMessages incoming, Clock clock) {
        this.environment = environment;
        this.reports = reports;
        this.incoming = incoming;
        this.clock = clock;
    }

    @Override
    public String word() {
        return "smpp";
    }

    @Override
    public SmsProvider provider(String name, String settings) {
        String at = settings + ".smpp";
        SmppSettings own = Binder.get(environment).bindOrCreate(at, SmppSettings.class);
        own.check(at);
        SmppReceiver receiver = new SmppReceiver(name, reports, incoming::receive);
        return new SmppProvider(name, own, receiver, clock);
    }
}
