package ir.ramzineh.channelapi;

import java.time.Duration;

/** The channel is over one of its limits and has to wait. */
final class TooManyRequestsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Duration wait;

    TooManyRequestsException(Duration wait) {
        super("the channel is over its limit");
        this.wait = wait;
    }

    Duration waitFor() {
        return wait;
    }
}
