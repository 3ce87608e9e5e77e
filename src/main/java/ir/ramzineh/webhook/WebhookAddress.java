package ir.ramzineh.webhook;

import ir.ramzineh.kernel.InvalidValueException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/**
 * Where events are sent. Path and query may hold a secret of the receiver, so nothing but {@link #shown} is ever shown.
 *
 * @param uri an absolute address without user and fragment
 */
record WebhookAddress(URI uri) {
    private static final int LENGTH_MAX = 2_000;

    /**
     * Reads what somebody typed.
     *
     * @throws InvalidValueException with {@code error.webhook.address} or {@code error.webhook.https}
     */
    static WebhookAddress of(String typed, ReceiverNetworks networks) {
        URI uri = parsed(typed.strip());
        boolean plain = "http".equals(uri.getScheme());
        if (!plain && !"https".equals(uri.getScheme())) {
            throw new InvalidValueException("error.webhook.https");
        }
        if (plain && !networks.isOwnMachine(host(uri))) {
            throw new InvalidValueException("error.webhook.https");
        }
        return new WebhookAddress(uri);
    }

    private static URI parsed(String typed) {
        try {
            URI uri = new URI(typed);
            if (typed.length() > LENGTH_MAX
                    || uri.getHost() == null
                    || uri.getUserInfo() != null
                    || uri.getFragment() != null
                    || !typed.chars().allMatch(c -> c > ' ' && c < 0x7F)) {
                throw new InvalidValueException("error.webhook.address");
            }
            return uri;
        } catch (URISyntaxException malformed) {
            throw new InvalidValueException("error.webhook.address");
        }
    }

    private static String host(URI uri) {
        String host = uri.getHost();
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    boolean isPlain() {
        return "http".equals(uri.getScheme());
    }

    String host() {
        return host(uri);
    }

    /** Scheme, host and port, and three dots where there is more. */
    String shown() {
        String port = uri.getPort() < 0 ? "" : String.format(Locale.ROOT, ":%d", uri.getPort());
        boolean more = uri.getRawQuery() != null
                || (uri.getRawPath() != null && uri.getRawPath().length() > 1);
        return uri.getScheme() + "://" + uri.getHost() + port + (more ? "/…" : "");
    }

    /** Without what may be secret. */
    @Override
    public String toString() {
        return shown();
    }
}
