/**
 * What can go wrong, by name; the screens translate the name.
 *
 * - `offline`: no answer came, the phone is not connected or the portal did not answer in time.
 * - `away`: the portal answered that it cannot serve now; `detail.seconds` until the next try, where it said so.
 * - `wait`: too many tries or requests; `detail.until` (Unix milliseconds) where the phone itself waits, else
 *   `detail.seconds`.
 * - `gone`: the activation is over, expired, unknown or taken by another phone.
 * - `wrong`: a code or password is wrong; `detail.triesLeft` where it is known.
 * - `contract`: an answer or a request breaks the contract, so one side is of another version; `detail.field`.
 * - `refused`: the portal knows the request and says no; `detail.reason` where it names one.
 * - `held`: another device holds this token (S10.23); `detail.deviceName`, or null, and `detail.activatedAt`.
 * - `unknown-there`: the bank knows this token no more: deleted, replaced or locked.
 * - `link`: not an activation link, or one this app must not guess about.
 * - `other-portal`: a good link of another portal, which this page cannot reach; `detail.origin`.
 * - `otpauth`: not an `otpauth://` link that every authenticator would read alike.
 * - `other-card`: the token is of another card than its owner says.
 * - `seal`: the answer to a claim was made for another phone or another token, or was altered.
 * - `value`: a value is out of its range; a mistake of the caller.
 * - `locked`: the store is locked; ask for the password first.
 * - `new`: there is no store yet.
 * - `exists`: there is a store already; it must be wiped first.
 * - `weak`: the password breaks the rule (S9.5); `detail.rule` is `length`, `letter` or `digit`.
 * - `unknown`: no token with this id.
 * - `duplicate`: this token is stored already; `detail.id`.
 * - `damaged`: something stored was altered, moved, or comes from another device.
 * - `no-biometrics`: this device or browser cannot give a key for a fingerprint or face.
 * - `cancelled`: the person said no to the fingerprint or face question.
 * - `no-argon2`: the store was made where Argon2id ran, and this browser no longer runs it (WebAssembly is turned off).
 * - `no-storage`: the browser keeps nothing for this page, as in some private windows.
 *
 * @typedef {'offline' | 'away' | 'wait' | 'gone' | 'wrong' | 'contract' | 'refused' | 'held'
 *     | 'unknown-there' | 'link' | 'other-portal'
 *     | 'otpauth' | 'other-card' | 'seal' | 'value' | 'locked' | 'new' | 'exists' | 'weak' | 'unknown' | 'duplicate' | 'damaged'
 *     | 'no-biometrics' | 'cancelled' | 'no-argon2' | 'no-storage'} ErrorCode
 */

/** An error with a name. Neither its message nor its detail holds anything secret. */
export class RamznaError extends Error {
    /**
     * @param {ErrorCode} code
     * @param {Record<string, unknown>} [detail]
     */
    constructor(code, detail = {}) {
        super(code);
        this.name = 'RamznaError';
        this.code = code;
        this.detail = detail;
    }
}
