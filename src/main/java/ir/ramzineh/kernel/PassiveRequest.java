package ir.ramzineh.kernel;

/**
 * A request an open page sent by itself, such as when a countdown ran out. It is no sign of life of the customer and does
 * not keep a sign-in alive (security case 12).
 */
public final class PassiveRequest {
    /** Name of the request attribute; whoever learns while serving a request that nobody asked for it sets it to true. */
    public static final String ATTRIBUTE = "ramzineh.passive-request";

    private PassiveRequest() {}
}
