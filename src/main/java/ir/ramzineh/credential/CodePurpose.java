package ir.ramzineh.credential;

/** What a texted code is for. A code of one purpose is never right for another. */
public enum CodePurpose {
    /** The activation ID of a sign-up (S1.3). */
    REGISTRATION("registration", "registration.activation-id", false),
    /** The second factor. */
    SIGN_IN("sign-in", "sign-in.code", true),
    /** The second factor, by a token that a branch has linked (S10.4): nothing is texted. */
    SIGN_IN_TOKEN("sign-in", "sign-in.code", true),
    /** A lost user name or password. */
    RECOVERY("recovery", "recovery.code", false);

    private final String sms;
    private final String template;
    private final boolean afterPassword;

    CodePurpose(String sms, String template, boolean afterPassword) {
        this.sms = sms;
        this.template = template;
        this.afterPassword = afterPassword;
    }

    /** The purpose under which messages are counted and listed. */
    public String sms() {
        return sms;
    }

    String template() {
        return template;
    }

    /** Whether only somebody who knows the password can ask for it; to such a person waits are told as they are. */
    boolean afterPassword() {
        return afterPassword;
    }
}
