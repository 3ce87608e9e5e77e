package ir.ramzineh.sms;

/** What providers tell us over HTTP; each request is signed by the provider it names. */
public interface SmsCallbacks {
    /** Longest body taken, in bytes. */
    int BODY_BYTES_MAX = 16_384;

    /** What to answer. */
    enum Answer {
        /** Noted, now or before. */
        DONE,
        /** Cannot be noted yet; to be repeated. */
        LATER,
        /** No such provider, a wrong or old signature. All look alike. */
        REFUSED,
        /** Signed rightly, but not what was agreed. */
        MALFORMED
    }

    /**
     * A request as it came.
     *
     * @param timestamp header {@code Ramzineh-Timestamp}: seconds since 1970
     * @param signature header {@code Ramzineh-Signature}: HMAC-SHA256 over timestamp, a dot and the body, in hex
     * @param body what was signed, as UTF-8
     */
    record Signed(String timestamp, String signature, String body) {
        /** Without the body: it holds numbers and texts. */
        @Override
        public String toString() {
            return "Signed[timestamp=" + timestamp + "]";
        }
    }

    /** What became of a message. */
    Answer report(String provider, Signed request);

    /** A message from a phone. */
    Answer incoming(String provider, Signed request);
}
