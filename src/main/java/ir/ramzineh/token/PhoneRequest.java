package ir.ramzineh.token;

/** A request of a phone as it came, with nothing believed yet. */
public final class PhoneRequest {
    private final String name;
    private final String method;
    private final String path;
    private final String time;
    private final String mac;
    private final byte[] body;

    /**
     * All of it as it was sent, but for the path.
     *
     * @param name of the token, as the phone computes it
     * @param path from {@code /api/} on, made of what the request was routed by, never of what it says of itself
     * @param time milliseconds since 1970
     * @param mac base64url
     */
    public PhoneRequest(String name, String method, String path, String time, String mac, byte[] body) {
        this.name = name;
        this.method = method;
        this.path = path;
        this.time = time;
        this.mac = mac;
        this.body = body.clone();
    }

    /** How the phone calls the token. */
    public String name() {
        return name;
    }

    String method() {
        return method;
    }

    String path() {
        return path;
    }

    String time() {
        return time;
    }

    String mac() {
        return mac;
    }

    byte[] body() {
        return body.clone();
    }

    @Override
    public String toString() {
        return "PhoneRequest[" + path + "]";
    }
}
