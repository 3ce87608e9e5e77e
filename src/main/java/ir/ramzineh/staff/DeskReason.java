package ir.ramzineh.staff;

import ir.ramzineh.kernel.InvalidValueException;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Why a member of staff looks at a customer or does something for one; the customer reads it in the own activity list.
 *
 * @param ticket number of a ticket or letter, or empty. It cannot hold a name, national ID, mobile or card number: Latin
 *     letters, digits, dash, slash and hash, at most {@value #TICKET_LENGTH_MAX} characters and
 *     {@value #TICKET_DIGITS_MAX} digits
 */
public record DeskReason(Kind kind, String ticket) {
    static final int TICKET_LENGTH_MAX = 24;
    static final int TICKET_DIGITS_MAX = 9;
    private static final Pattern TICKET = Pattern.compile("[A-Za-z0-9#/-]*");

    /** What brought it about. */
    public enum Kind {
        /** The customer stands at the counter. */
        AT_COUNTER,
        /** The customer telephones. */
        CALL,
        /** A written complaint. */
        COMPLAINT,
        /** Phone or card was lost or stolen. */
        LOST,
        /** Something looks like fraud. */
        SUSPICION,
        /** A case or proposal that waits. */
        CASE;

        /** Key of the text staff choose. */
        public String key() {
            return "desk.reason." + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** @throws InvalidValueException the ticket could hold personal data, or is too long */
    public DeskReason {
        ticket = ticket.strip();
        long digits = ticket.chars().filter(sign -> sign >= '0' && sign <= '9').count();
        if (ticket.length() > TICKET_LENGTH_MAX
                || digits > TICKET_DIGITS_MAX
                || !TICKET.matcher(ticket).matches()) {
            throw new InvalidValueException("error.desk.ticket", TICKET_LENGTH_MAX, TICKET_DIGITS_MAX);
        }
    }

    public DeskReason(Kind kind) {
        this(kind, "");
    }

    /**
     * The reason that {@link #details} wrote.
     *
     * @throws IllegalArgumentException there is none
     */
    public static DeskReason of(Map<String, String> details) {
        return new DeskReason(Kind.valueOf(details.getOrDefault("reason", "")), details.getOrDefault("ticket", ""));
    }

    /** Named details of an event in the trail. */
    public Map<String, String> details() {
        return ticket.isEmpty() ? Map.of("reason", kind.name()) : Map.of("reason", kind.name(), "ticket", ticket);
    }
}
