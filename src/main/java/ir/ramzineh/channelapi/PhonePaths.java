package ir.ramzineh.channelapi;

/** Where phones knock: they have no key of a channel and no session, so these paths are open and limited by address. */
final class PhonePaths {
    /** Ant-style pattern of all of them; POST only. */
    static final String OPEN = "/api/v1/activations/**";

    private PhonePaths() {}
}
