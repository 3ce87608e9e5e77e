package ir.ramzineh.credential;

import ir.ramzineh.kernel.CustomerId;
import ir.ramzineh.kernel.IdSource;
import ir.ramzineh.kernel.UtcTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Browsers that were proven once. */
@Component
class KnownDevices {
    private final JdbcClient jdbc;
    private final RandomKeys keys;
    private final IdSource ids;
    private final Clock clock;
    private final CredentialSettings settings;

    KnownDevices(JdbcClient jdbc, RandomKeys keys, IdSource ids, Clock clock, CredentialSettings settings) {
        this.jdbc = jdbc;
        this.keys = keys;
        this.ids = ids;
        this.clock = clock;
        this.settings = settings;
    }

    record Known(long id, CustomerId customer) {}

    /** As long as the customer wished who ticked "this is my own browser". */
    DeviceKey remember(CustomerId customer) {
        return remember(customer, settings.deviceLife());
    }

    /**
     * Only so long that the customer who has just proven the phone can sign in on this browser, without a second code
     * and whatever strangers do to the name meanwhile (security case 7). Nobody was asked, so it is not prolonged.
     */
    DeviceKey rememberBriefly(CustomerId customer) {
        return remember(customer, settings.recoveryLife());
    }

    private DeviceKey remember(CustomerId customer, Duration life) {
        DeviceKey device = new DeviceKey(keys.text(DeviceKey.BYTES));
        Instant now = clock.instant();
        jdbc.sql("""
                        insert into known_device (id, customer_id, key_hash, created_at, last_used_at, expires_at)
                        values (:id, :customer, :hash, :now, :now, :expires)
                        """)
                .param("id", ids.next())
                .param("customer", customer.value())
                .param("hash", keys.hash(RandomKeys.DEVICE, device.reveal()))
                .param("now", UtcTime.toColumn(now))
                .param("expires", UtcTime.toColumn(now.plus(life)))
                .update();
        return device;
    }

    /** Whose browser this is. Asks the database also without a key, so that both cases cost the same. */
    Optional<Known> of(@Nullable DeviceKey device) {
        return jdbc.sql("select id, customer_id from known_device where key_hash = :hash and expires_at > :now")
                .param("hash", keys.hash(RandomKeys.DEVICE, device == null ? "" : device.reveal()))
                .param("now", UtcTime.toColumn(clock.instant()))
                .query((row, index) -> new Known(row.getLong("id"), new CustomerId(row.getLong("customer_id"))))
                .optional();
    }

    void used(long id) {
        Instant now = clock.instant();
        jdbc.sql("""
                        update known_device
                        set last_used_at = :now, expires_at = if(expires_at > :brief, :expires, expires_at)
                        where id = :id
                        """)
                .param("brief", UtcTime.toColumn(now.plus(settings.recoveryLife())))
                .param("now", UtcTime.toColumn(now))
                .param("expires", UtcTime.toColumn(now.plus(settings.deviceLife())))
                .param("id", id)
                .update();
    }

    void forget(CustomerId customer, long id) {
        jdbc.sql("delete from known_device where id = :id and customer_id = :customer")
                .param("id", id)
                .param("customer", customer.value())
                .update();
    }

    /** Forgets every browser of the customer but this one. */
    void forgetOthers(CustomerId customer, @Nullable DeviceKey kept) {
        jdbc.sql("delete from known_device where customer_id = :customer and key_hash <> :hash")
                .param("customer", customer.value())
                .param("hash", keys.hash(RandomKeys.DEVICE, kept == null ? "" : kept.reveal()))
                .update();
    }
}
