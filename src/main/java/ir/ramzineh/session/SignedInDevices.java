package ir.ramzineh.session;

import ir.ramzineh.kernel.CustomerId;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * "Where am I signed in": the list of a customer's live sign-ins and the ways to end them.
 *
 * <p>An ended sign-in is refused with its next request on every node, and its open tabs are sent to the sign-in page
 * within three seconds. Ending takes part in the caller's transaction, so that a changed password and the end of the
 * old sign-ins are one deed.
 */
@Service
public class SignedInDevices {
    private static final int ADDRESS_LENGTH_MAX = 45;

    private final JdbcClient jdbc;
    private final Clock clock;

    SignedInDevices(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Keeps with a new sign-in what its owner will recognise it by.
     *
     * @param session the session that was just signed in
     * @param userAgent what the browser calls itself, if anything
     * @param clientAddress IP address the request came from
     * @param knownDevice the known browser it came from, to be forgotten with this sign-in; if any
     */
    public void signedIn(
            HttpSession session, @Nullable String userAgent, String clientAddress, @Nullable Long knownDevice) {
        UserAgent agent = UserAgent.parse(userAgent);
        String address = clientAddress.substring(0, Math.min(clientAddress.length(), ADDRESS_LENGTH_MAX));
        session.setAttribute(
                DeviceRecord.ATTRIBUTE,
                new DeviceRecord(agent.browserKey(), agent.systemKey(), address, clock.instant(), knownDevice));
    }

    /** Live sign-ins of this customer, the current one first, then by last use. */
    public List<SignedInDevice> of(CustomerId customer, String currentSessionId) {
        return jdbc
                .sql("""
                select s.PRIMARY_ID, s.SESSION_ID, s.LAST_ACCESS_TIME, a.ATTRIBUTE_BYTES
                from SPRING_SESSION s
                join SPRING_SESSION_ATTRIBUTES a
                  on a.SESSION_PRIMARY_ID = s.PRIMARY_ID and a.ATTRIBUTE_NAME = :device
                where s.PRINCIPAL_NAME = :customer and s.EXPIRY_TIME > :now
                """)
                .param("device", DeviceRecord.ATTRIBUTE)
                .param("customer", principal(customer))
                .param("now", clock.millis())
                .query((row, number) -> device(
                        row.getString("PRIMARY_ID"),
                        row.getBytes("ATTRIBUTE_BYTES"),
                        Instant.ofEpochMilli(row.getLong("LAST_ACCESS_TIME")),
                        row.getString("SESSION_ID").equals(currentSessionId)))
                .list()
                .stream()
                .filter(Objects::nonNull)
                .sorted(Comparator.comparing(SignedInDevice::current)
                        .thenComparing(SignedInDevice::lastUsedAt)
                        .reversed())
                .toList();
    }

    private static @Nullable SignedInDevice device(String ref, byte[] record, Instant lastUsedAt, boolean current) {
        return DurableAttributes.read(record) instanceof DeviceRecord device
                ? new SignedInDevice(
                        new DeviceSessionRef(ref),
                        device.browserKey(),
                        device.systemKey(),
                        device.signedInAt(),
                        lastUsedAt,
                        device.clientAddress(),
                        current,
                        device.knownDevice())
                : null;
    }

    /** Ends one sign-in; {@code false} when there is none of that name or it is somebody else's. */
    public boolean end(CustomerId customer, DeviceSessionRef ref) {
        return jdbc.sql("""
                delete from SPRING_SESSION where PRIMARY_ID = :ref and PRINCIPAL_NAME = :customer
                """)
                        .param("ref", ref.value())
                        .param("customer", principal(customer))
                        .update()
                == 1;
    }

    /** Ends every sign-in but the current one; returns how many. */
    public int endOthers(CustomerId customer, String currentSessionId) {
        return jdbc.sql("""
                delete from SPRING_SESSION where PRINCIPAL_NAME = :customer and SESSION_ID <> :current
                """)
                .param("customer", principal(customer))
                .param("current", currentSessionId)
                .update();
    }

    /** Ends every sign-in of this customer, such as after a recovered password; returns how many. */
    public int endAll(CustomerId customer) {
        return jdbc.sql("delete from SPRING_SESSION where PRINCIPAL_NAME = :customer")
                .param("customer", principal(customer))
                .update();
    }

    /** The name under which Spring Session files the sign-ins of a customer. */
    private static String principal(CustomerId customer) {
        return String.valueOf(customer.value());
    }
}
