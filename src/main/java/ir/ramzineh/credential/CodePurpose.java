package ir.ramzineh.credential;

/** What a texted code is for. A code of one purpose is never right for another. */
public enum CodePurpose {
    /** The activation ID of a sign-up (S1.3). */
    REGISTRATION("registration", "registration.activation-id"),
    /** The second factor. */
    SIGN_IN("sign-in", "sign-in.code"),
    /** A lost user name or password. */
    RECOVERY("recovery", "recovery.code");

    private final String sms;
    private final String template;

    CodePurpose(String sms, String template) {
        this.sms = sms;
        this.template = template;
    }

    /** The purpose under which messages are counted and listed. */
    public String sms() {
        return sms;
    }

    String template() {
        return template;
    }
}
