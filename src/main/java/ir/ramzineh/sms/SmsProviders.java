package ir.ramzineh.sms;

import io.micrometer.core.instrument.MeterRegistry;
import ir.ramzineh.kernel.StartupProblem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The providers in the order in which they are asked. */
@Component
class SmsProviders implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(SmsProviders.class);
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,39}");

    private final List<SmsProvider> providers;
    private final List<Carrier> carriers;

    @Autowired
    SmsProviders(
            SmsSettings settings,
            List<SmsProviderKind> kinds,
            ObjectProvider<SmsProvider> beans,
            MeterRegistry meters) {
        this(settings.providers().isEmpty() ? given(beans) : configured(settings.providers(), kinds), settings, meters);
    }

    SmsProviders(List<SmsProvider> providers, SmsSettings settings, MeterRegistry meters) {
        this.providers = List.copyOf(providers);
        boolean alone = providers.size() == 1;
        this.carriers = providers.stream()
                .map(provider -> new Carrier(provider, alone, settings, meters))
                .toList();
        if (providers.isEmpty()) {
            log.warn("No SMS provider is configured: messages wait in the outbox and expire unsent.");
        }
    }

    private static List<SmsProvider> given(ObjectProvider<SmsProvider> beans) {
        return Optional.ofNullable(beans.getIfAvailable()).map(List::of).orElse(List.of());
    }

    private static List<SmsProvider> configured(List<SmsSettings.Entry> entries, List<SmsProviderKind> kinds) {
        List<SmsProvider> made = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (int i = 0; i < entries.size(); i++) {
            String settings = "ramzineh.sms.providers[%d]".formatted(i);
            SmsSettings.Entry entry = entries.get(i);
            if (!NAME.matcher(entry.name()).matches() || !names.add(entry.name())) {
                throw new StartupProblem("The setting " + settings
                        + ".name must be up to 40 small letters, digits and hyphens, and no other provider's name.");
            }
            made.add(kind(entry, kinds, settings).provider(entry.name(), settings));
        }
        return made;
    }

    private static SmsProviderKind kind(SmsSettings.Entry entry, List<SmsProviderKind> kinds, String settings) {
        return kinds.stream()
                .filter(kind -> kind.word().equals(entry.kind()))
                .findFirst()
                .orElseThrow(() -> new StartupProblem("The setting " + settings + ".kind must be one of: "
                        + kinds.stream().map(SmsProviderKind::word).sorted().collect(Collectors.joining(", ")) + "."));
    }

    List<Carrier> all() {
        return carriers;
    }

    List<String> recognisingRepeats() {
        return carriers.stream()
                .filter(Carrier::recognisesRepeats)
                .map(Carrier::name)
                .toList();
    }

    /**
     * Whom to ask, in this order. After a lost answer the same provider comes first if it recognises the repeat, and
     * last if it does not.
     *
     * @param lostAt the provider whose answer was lost, if any
     */
    List<Carrier> route(@Nullable String lostAt) {
        Optional<Carrier> before =
                carriers.stream().filter(each -> each.name().equals(lostAt)).findFirst();
        if (before.isEmpty() || carriers.size() == 1) {
            return carriers;
        }
        List<Carrier> route = new ArrayList<>(carriers);
        route.remove(before.get());
        route.add(before.get().recognisesRepeats() ? 0 : route.size(), before.get());
        return route;
    }

    /** Not before: a command of the operator ends without it, and so does a start that fails. */
    @EventListener(ApplicationReadyEvent.class)
    void start() {
        providers.forEach(SmsProvider::start);
    }

    /** After the tries in flight, which {@link SmsDelivery} ends first. */
    @Override
    public void close() {
        for (SmsProvider provider : providers) {
            if (provider instanceof AutoCloseable closeable) {
                try {
                    closeable.close();
                } catch (Exception e) {
                    log.warn(
                            "The SMS provider {} did not close: {}",
                            provider.name(),
                            e.getClass().getSimpleName());
                }
            }
        }
    }
}
