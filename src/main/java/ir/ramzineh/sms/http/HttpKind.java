package ir.ramzineh.sms.http;

import ir.ramzineh.sms.SmsProvider;
import ir.ramzineh.sms.SmsProviderKind;
import java.time.Clock;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

@Component
class HttpKind implements SmsProviderKind {
    private final Environment environment;
    private final HttpCallbacks callbacks;
    private final Clock clock;

    HttpKind(Environment environment, HttpCallbacks callbacks, Clock clock) {
        this.environment = environment;
        this.callbacks = callbacks;
        this.clock = clock;
    }

    @Override
    public String word() {
        return "http";
    }

    @Override
    public SmsProvider provider(String name, String settings) {
        String at = settings + ".http";
        HttpSettings own = Binder.get(environment).bindOrCreate(at, HttpSettings.class);
        own.check(at);
        callbacks.open(name, own.callback());
        return new HttpProvider(name, own, clock);
    }
}
