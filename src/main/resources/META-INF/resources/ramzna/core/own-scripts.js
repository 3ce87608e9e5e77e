/**
 * The scripts that are begun by their address: workers of this app. The page's policy asks for Trusted Types, so what may
 * be begun is said here and nowhere else.
 */

const ADDRESSES = { service: '../sw.js', argon2: '../workers/argon2.js' };

/** @type {{createScriptURL: (name: string) => unknown} | undefined} */
let policy;

/**
 * @param {keyof typeof ADDRESSES} name
 * @returns {string} its address, as the page's policy wants it
 */
export function ownScript(name) {
    const address = new URL(ADDRESSES[name], import.meta.url).pathname;
    const types = /** @type {any} */ (globalThis).trustedTypes;
    policy ??= types?.createPolicy('ramzna', {
        createScriptURL: (/** @type {keyof typeof ADDRESSES} */ wanted) => new URL(ADDRESSES[wanted], import.meta.url).pathname,
    });
    return /** @type {string} */ (policy?.createScriptURL(name) ?? address);
}
