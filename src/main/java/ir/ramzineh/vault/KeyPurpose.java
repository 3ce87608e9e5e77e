package ir.ramzineh.vault;

/** What a key may be used for; one key never serves two purposes. */
enum KeyPurpose {
    /** AES-256-GCM of fields. */
    SEAL,
    /** HMAC-SHA256 of values that must be found again. */
    LOOK_UP,
    /** HMAC-SHA256 of everything derived: cookies, client keys. Not rotated, see docs/operations/key-rotation.md. */
    MAC,
    /** HMAC-SHA256 of passwords before their slow hash; each hash names the version it was made with. */
    PEPPER
}
