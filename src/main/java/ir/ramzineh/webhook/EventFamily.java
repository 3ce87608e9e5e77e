package ir.ramzineh.webhook;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** What a receiver may ask to be told, in groups that people understand. */
public enum EventFamily {
    /** Sign-up, language, terms. */
    CUSTOMER("customer", "recovery", "terms"),
    /** Sign-ins and passwords of the portal. */
    SIGN_IN("sign-in", "credential", "session"),
    /** Changes of cards' passwords and settings, locks, freezes. */
    CARD("card", "small-amount"),
    /** Authenticators. */
    TOKEN("token"),
    /** Codes sent, shown or not sent. */
    CODE("harim", "text-in", "ussd"),
    /** Account and gateway tokens. */
    GATEWAY_TOKEN("gateway-token"),
    /** "It was not me". */
    FRAUD_CASE("fraud-case"),
    /** What staff do at the counter: numbers, emergency access, unlocking, reminders, approvals. */
    COUNTER("number-change", "emergency", "password", "reminder", "approval", "helpdesk"),
    /** Members of staff, their sign-ins and refused attempts. */
    STAFF("staff", "access"),
    /** Branches and their names. */
    BRANCH("branch"),
    /** Channels, keys, profiles, imports, jobs and these webhooks. */
    ADMINISTRATION("channel", "vault", "issuer", "import", "job", "webhook", "audit", "report"),
    /** Each code that was accepted or refused at a payment or machine: as many events as the bank has payments. */
    VERIFICATION("code");

    @SuppressWarnings("ImmutableEnumChecker") // List.of
    private final List<String> words;

    EventFamily(String... words) {
        this.words = List.of(words);
    }

    /** The first words of its kinds. */
    List<String> words() {
        return words;
    }

    /** The text that names it. */
    public String key() {
        return "webhook.family." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static List<String> words(Collection<EventFamily> families) {
        return families.stream()
                .flatMap(family -> family.words.stream())
                .sorted()
                .toList();
    }

    /** Whether an event of this kind belongs here. */
    boolean covers(String kind) {
        int dot = kind.indexOf('.');
        return words.contains(dot < 0 ? kind : kind.substring(0, dot));
    }

    static String column(Set<EventFamily> families) {
        return families.stream().map(Enum::name).sorted().collect(Collectors.joining(","));
    }

    static Set<EventFamily> fromColumn(String column) {
        return Arrays.stream(column.split(",", -1))
                .map(EventFamily::valueOf)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(EventFamily.class)));
    }
}
