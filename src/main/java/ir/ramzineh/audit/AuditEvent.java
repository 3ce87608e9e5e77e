package ir.ramzineh.audit;

import ir.ramzineh.kernel.CardId;
import ir.ramzineh.kernel.CustomerId;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened.
 *
 * @param actor who did it
 * @param kind dotted lower case such as {@code token.activated} or {@code sign-in.new-device}; the customer reads the
 *     text {@code activity.<kind>}
 * @param customer whom it concerns; rows with a customer show in that customer's activity list
 * @param card the card it concerns, if any
 * @param details named arguments of that text, at most {@value #DETAILS_MAX}; never a secret, a full card number, a
 *     national ID or a mobile number. Control and direction characters are taken out when written.
 */
public record AuditEvent(
        Actor actor,
        String kind,
        @Nullable CustomerId customer,
        @Nullable CardId card,
        Map<String, String> details) {
    static final int DETAILS_MAX = 20;
    private static final Pattern KIND = Pattern.compile("[a-z][a-z0-9-]*(\\.[a-z0-9-]+)*");
    private static final int KIND_LENGTH_MAX = 64;

    public AuditEvent {
        if (kind.length() > KIND_LENGTH_MAX || !KIND.matcher(kind).matches()) {
            throw new IllegalArgumentException("The kind of an event is dotted lower case");
        }
        if (details.size() > DETAILS_MAX) {
            throw new IllegalArgumentException("An event has at most " + DETAILS_MAX + " details");
        }
        details = Map.copyOf(details);
    }

    /** Something the customer did. */
    public static AuditEvent by(CustomerId customer, String kind, Map<String, String> details) {
        return new AuditEvent(new Actor.Customer(customer), kind, customer, null, details);
    }

    /** Something the customer did to a card. */
    public static AuditEvent by(CustomerId customer, CardId card, String kind, Map<String, String> details) {
        return new AuditEvent(new Actor.Customer(customer), kind, customer, card, details);
    }
}
