package ir.ramzineh.portal;

import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.VaadinServletResponse;
import ir.ramzineh.credential.DeviceKey;
import ir.ramzineh.kernel.ClientAddress;
import ir.ramzineh.session.HostCookies;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** What a view knows of the browser it serves: its address, the process it is in the middle of, and whether it is known. */
@Component
public class BrowserTraces {
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_-]{20,64}");

    private final HostCookies cookies;
    private final PortalSecurityDeviceCookie deviceCookie;

    BrowserTraces(HostCookies cookies, PortalSecurityDeviceCookie deviceCookie) {
        this.cookies = cookies;
        this.deviceCookie = deviceCookie;
    }

    /** The address waits and caps are counted on. */
    public ClientAddress address() {
        return new ClientAddress(request().getRemoteAddr());
    }

    /** The key of the process {@code name} this browser holds, if its shape is right. */
    public Optional<String> processKey(String name) {
        return cookies.read(request(), name).stream()
                .filter(value -> KEY.matcher(value).matches())
                .findFirst();
    }

    /** Keeps the key of a process in an HttpOnly cookie, so that a reload, a second tab or a restart finds it again. */
    public void keepProcessKey(String name, String key, Duration life) {
        cookies.write(request(), VaadinServletResponse.getCurrent().getHttpServletResponse(), name, key, life);
    }

    /** Forgets the process {@code name}. */
    public void forgetProcess(String name) {
        cookies.write(request(), VaadinServletResponse.getCurrent().getHttpServletResponse(), name, "", Duration.ZERO);
    }

    /** Makes this browser known as the customer's own. */
    public void remember(DeviceKey device) {
        deviceCookie.write(request(), VaadinServletResponse.getCurrent().getHttpServletResponse(), device);
    }

    /** The device key this browser presents, if any. */
    public Optional<DeviceKey> device() {
        return Optional.ofNullable(deviceCookie.read(request()));
    }

    private static HttpServletRequest request() {
        return VaadinServletRequest.getCurrent().getHttpServletRequest();
    }
}
