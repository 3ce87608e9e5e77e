package ir.ramzineh.session;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * The live sign-ins of anybody, by the principal's name; for customers there is {@link SignedInDevices}. Ending takes
 * part in the caller's transaction, so that a lost role and the end of the old sign-ins are one deed.
 */
@Service
public class PrincipalSessions {
    private final JdbcClient jdbc;
    private final Clock clock;

    PrincipalSessions(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** How many places this principal is signed in at. */
    public long live(String principal) {
        return jdbc.sql("""
                select count(*) from SPRING_SESSION where PRINCIPAL_NAME = :principal and EXPIRY_TIME > :now
                """)
                .param("principal", principal)
                .param("now", clock.millis())
                .query(Long.class)
                .single();
    }

    /** Live sign-ins of this principal, the current one first, then by last use. */
    public List<SignedInDevice> of(String principal, String currentSessionId) {
        return jdbc
                .sql("""
                select s.PRIMARY_ID, s.SESSION_ID, s.LAST_ACCESS_TIME, a.ATTRIBUTE_BYTES
                from SPRING_SESSION s
                join SPRING_SESSION_ATTRIBUTES a
                  on a.SESSION_PRIMARY_ID = s.PRIMARY_ID and a.ATTRIBUTE_NAME = :device
                where s.PRINCIPAL_NAME = :principal and s.EXPIRY_TIME > :now
                """)
                .param("device", DeviceRecord.ATTRIBUTE)
                .param("principal", principal)
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
    public boolean end(String principal, DeviceSessionRef ref) {
        return jdbc.sql("""
                delete from SPRING_SESSION where PRIMARY_ID = :ref and PRINCIPAL_NAME = :principal
                """)
                        .param("ref", ref.value())
                        .param("principal", principal)
                        .update()
                == 1;
    }

    /** Ends every sign-in but the current one; returns how many. */
    public int endOthers(String principal, String currentSessionId) {
        return jdbc.sql("""
                delete from SPRING_SESSION where PRINCIPAL_NAME = :principal and SESSION_ID <> :current
                """)
                .param("principal", principal)
                .param("current", currentSessionId)
                .update();
    }

    /** Ends every sign-in of this principal; returns how many. */
    public int endAll(String principal) {
        return jdbc.sql("delete from SPRING_SESSION where PRINCIPAL_NAME = :principal")
                .param("principal", principal)
                .update();
    }
}
