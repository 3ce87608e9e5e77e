package ir.ramzineh.vault;

/** Where the keys stand; asked before each use, so that a new version is known without a restart. */
interface KeySource {
    VaultKeys keys();
}
