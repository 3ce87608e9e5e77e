package ir.ramzineh.portal;

import ir.ramzineh.credential.DeviceKey;
import ir.ramzineh.session.HostCookies;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The cookie by which a browser is known as the customer's own; it replaces the SMS code, never the password. */
@Component
class PortalSecurityDeviceCookie {
    private static final String NAME = "ramzineh-device";
    private static final Duration LIFETIME = Duration.ofDays(365);
    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9_-]{20,64}");

    private final HostCookies cookies;

    PortalSecurityDeviceCookie(HostCookies cookies) {
        this.cookies = cookies;
    }

    @Nullable
    DeviceKey read(HttpServletRequest request) {
        return cookies.read(request, NAME).stream()
                .filter(value -> SHAPE.matcher(value).matches())
                .findFirst()
                .map(DeviceKey::new)
                .orElse(null);
    }

    void write(HttpServletRequest request, HttpServletResponse response, DeviceKey device) {
        cookies.write(request, response, NAME, device.reveal(), LIFETIME);
    }
}
