package ir.ramzineh.token;

import ir.ramzineh.otp.OtpKey;
import ir.ramzineh.otp.PhoneKeys;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whether a phone's request is what it says: made with the key, lately, and not before (docs/protocol/phone.md, section 2). */
@Component
public class PhoneSignatures {
    /** A phone's clock may be this far off. */
    static final Duration CLOCK_ERROR_MAX = Duration.ofMinutes(2);

    private static final Pattern MILLIS = Pattern.compile("[0-9]{13}");
    private static final Pattern MAC = Pattern.compile("[A-Za-z0-9_-]{43}");

    /** Stands in for the key of a token that is not there, so that it takes the same work to refuse. */
    private static final OtpKey NOBODY = new OtpKey(new byte[32]);

    private final PhoneTable phones;
    private final Clock clock;

    PhoneSignatures(PhoneTable phones, Clock clock) {
        this.phones = phones;
        this.clock = clock;
    }

    /**
     * Whether a request counts. Of any number of equal ones, on any number of nodes, one does.
     *
     * @param key of the token that the request names; {@code null} where there is none: nothing counts for it
     */
    public boolean counts(PhoneRequest request, @Nullable OtpKey key) {
        Instant now = clock.instant();
        byte[] mac = PhoneKeys.mac(
                key == null ? NOBODY : key, request.method(), request.path(), request.time(), request.body());
        byte[] given = MAC.matcher(request.mac()).matches()
                ? Base64.getUrlDecoder().decode(request.mac())
                : new byte[mac.length];
        boolean equal = MessageDigest.isEqual(mac, given);
        return equal && key != null && isTimely(request.time(), now) && phones.firstTime(mac, now);
    }

    private static boolean isTimely(String time, Instant now) {
        return MILLIS.matcher(time).matches()
                && Duration.between(Instant.ofEpochMilli(Long.parseLong(time)), now)
                                .abs()
                                .compareTo(CLOCK_ERROR_MAX)
                        <= 0;
    }
}
