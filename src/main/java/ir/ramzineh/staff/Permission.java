package ir.ramzineh.staff;

import static ir.ramzineh.staff.Reach.BANK;
import static ir.ramzineh.staff.Reach.BRANCH;
import static ir.ramzineh.staff.Reach.NONE;

/**
 * Everything a member of staff can do, and how far it reaches for each role: the whole table in one place. A service
 * asks {@link Permissions} before the deed; a page that is not shown is no protection.
 */
public enum Permission {
    //                   teller  manager support auditor administrator
    CUSTOMER_FIND(BRANCH, BRANCH, BANK, NONE, NONE),
    CUSTOMER_VIEW(BRANCH, BRANCH, BANK, NONE, NONE),
    GATEWAY_TOKEN_ISSUE(BRANCH, BRANCH, NONE, NONE, NONE),
    GATEWAY_TOKEN_STOCK(BRANCH, BRANCH, NONE, NONE, BANK),
    GATEWAY_TOKEN_LINK(BRANCH, BRANCH, NONE, NONE, NONE),
    GATEWAY_TOKEN_UNLINK(BRANCH, BRANCH, NONE, NONE, NONE),
    TOKEN_REVOKE(BRANCH, BRANCH, NONE, NONE, NONE),
    CODE_RESEND(BRANCH, BRANCH, NONE, NONE, NONE),
    NUMBER_CHANGE(BRANCH, BRANCH, NONE, NONE, NONE),
    PASSWORD_UNLOCK(BRANCH, BRANCH, NONE, NONE, NONE),
    CARD_FREEZE(BRANCH, BRANCH, NONE, NONE, NONE),
    CARD_UNFREEZE(BRANCH, BRANCH, NONE, NONE, NONE),
    SESSIONS_END(BRANCH, BRANCH, NONE, NONE, NONE),
    EMERGENCY_ACCESS(BRANCH, BRANCH, NONE, NONE, NONE),
    CASE_HANDLE(BRANCH, BRANCH, NONE, NONE, NONE),
    APPROVAL_VIEW(BRANCH, BRANCH, BANK, BANK, NONE),
    APPROVAL_DECIDE(NONE, BRANCH, NONE, NONE, NONE),
    BULK_IMPORT(NONE, BRANCH, NONE, NONE, BANK),
    METER_VIEW(BRANCH, BRANCH, BANK, BANK, NONE),
    REMINDER_SEND(BRANCH, BRANCH, NONE, NONE, NONE),
    AUDIT_VIEW(NONE, NONE, NONE, BANK, NONE),
    AUDIT_VERIFY(NONE, NONE, NONE, BANK, BANK),
    AUDIT_EXPORT(NONE, NONE, NONE, BANK, NONE),
    REPORT_VIEW(NONE, BRANCH, NONE, BANK, BANK),
    REPORT_EXPORT(NONE, BRANCH, NONE, BANK, NONE),
    POLICY_WHAT_IF(NONE, NONE, NONE, BANK, BANK),
    WEBHOOK_MANAGE(NONE, NONE, NONE, NONE, BANK),
    CHANNEL_MANAGE(NONE, NONE, NONE, NONE, BANK),
    ISSUER_VIEW(NONE, NONE, BANK, BANK, BANK),
    ISSUER_RELOAD(NONE, NONE, NONE, NONE, BANK),
    SMS_HEALTH_VIEW(NONE, NONE, BANK, NONE, BANK),
    KEYS_ROTATE(NONE, NONE, NONE, NONE, BANK),
    JOBS_VIEW(NONE, NONE, NONE, BANK, BANK),
    JOBS_RUN(NONE, NONE, NONE, NONE, BANK),
    STAFF_MANAGE(NONE, NONE, NONE, NONE, BANK),
    STAFF_APPROVE(NONE, NONE, NONE, NONE, BANK),
    OWN_ACCOUNT(BANK, BANK, BANK, BANK, BANK),
    TRAINING(BANK, BANK, BANK, BANK, BANK);

    private final Reach teller;
    private final Reach manager;
    private final Reach support;
    private final Reach auditor;
    private final Reach administrator;

    Permission(Reach teller, Reach manager, Reach support, Reach auditor, Reach administrator) {
        this.teller = teller;
        this.manager = manager;
        this.support = support;
        this.auditor = auditor;
        this.administrator = administrator;
    }

    /** How far this goes for a role. */
    public Reach of(Role role) {
        return switch (role) {
            case TELLER -> teller;
            case BRANCH_MANAGER -> manager;
            case SUPPORT -> support;
            case AUDITOR -> auditor;
            case ADMINISTRATOR -> administrator;
        };
    }
}
