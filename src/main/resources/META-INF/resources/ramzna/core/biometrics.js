/**
 * A fingerprint or face that opens the store (S8.3, S9.7): WebAuthn with the PRF extension, by which the phone's own
 * authenticator computes a secret after it has recognised its owner. Without PRF there is nothing to compute with, and
 * it is not offered: a mere yes would guard nothing.
 *
 * @typedef {import('./bytes.js').Bytes} Bytes
 * @typedef {{id: Bytes, salt: Bytes}} Credential
 */
import { base64url } from './bytes.js';
import { RamznaError } from './errors.js';

const NAME = 'Ramzna';
const ES256 = -7;
const RS256 = -257;

/** @returns {Promise<boolean>} whether it is worth offering; that it works is known only after {@link enrol} */
export async function mayHaveBiometrics() {
    if (typeof PublicKeyCredential === 'undefined') {
        return false;
    }
    const able = await PublicKeyCredential.getClientCapabilities?.().catch(() => undefined);
    return able?.['extension:prf'] !== false && PublicKeyCredential.isUserVerifyingPlatformAuthenticatorAvailable();
}

/**
 * Asks for finger or face, and makes a credential.
 *
 * @returns {Promise<{credential: Credential, secret: Bytes}>}
 * @throws {RamznaError} `no-biometrics` where the authenticator computes nothing; `cancelled`
 */
export async function enrol() {
    const salt = random(32);
    const made = await asked(() =>
        navigator.credentials.create({
            publicKey: {
                challenge: random(32),
                rp: { name: NAME },
                user: { id: random(16), name: NAME, displayName: NAME },
                pubKeyCredParams: [ES256, RS256].map((alg) => ({ type: 'public-key', alg })),
                authenticatorSelection: {
                    authenticatorAttachment: 'platform',
                    userVerification: 'required',
                    residentKey: 'preferred', // some phones compute a PRF for no others
                },
                extensions: { prf: { eval: { first: salt } } },
            },
        }),
    );
    const { prf } = made.getClientExtensionResults();
    if (!prf?.enabled && !prf?.results) {
        throw new RamznaError('no-biometrics');
    }
    const credential = { id: new Uint8Array(made.rawId), salt };
    return { credential, secret: prf.results ? bytesOf(prf.results.first) : await secretOf(credential) };
}

/**
 * Asks for finger or face.
 *
 * @param {Credential} credential
 * @returns {Promise<Bytes>} the secret it was enrolled with
 * @throws {RamznaError} `no-biometrics`, `cancelled`
 */
export async function secretOf({ id, salt }) {
    const assertion = await asked(() =>
        navigator.credentials.get({
            publicKey: {
                challenge: random(32),
                allowCredentials: [{ type: 'public-key', id }],
                userVerification: 'required',
                extensions: { prf: { evalByCredential: { [base64url(id)]: { first: salt } } } },
            },
        }),
    );
    const result = assertion.getClientExtensionResults().prf?.results?.first;
    if (result === undefined) {
        throw new RamznaError('no-biometrics');
    }
    return bytesOf(result);
}

/**
 * Tells the phone that the credential is of no use any more, so that it need not offer it. Where it cannot be told,
 * nothing is lost: alone it opens nothing.
 *
 * @param {Credential} credential
 */
export function disown({ id }) {
    const told = { rpId: location.hostname, credentialId: base64url(id) };
    globalThis.PublicKeyCredential?.signalUnknownCredential?.(told).catch(() => {});
}

/**
 * @param {() => Promise<globalThis.Credential | null>} question
 * @returns {Promise<PublicKeyCredential>}
 */
async function asked(question) {
    try {
        const answer = await question();
        if (answer !== null) {
            return /** @type {PublicKeyCredential} */ (answer);
        }
    } catch (error) {
        const name = error instanceof DOMException ? error.name : '';
        throw new RamznaError(name === 'NotAllowedError' || name === 'AbortError' ? 'cancelled' : 'no-biometrics');
    }
    throw new RamznaError('cancelled');
}

/** @param {BufferSource} source */
function bytesOf(source) {
    return source instanceof ArrayBuffer
        ? new Uint8Array(source)
        : new Uint8Array(source.buffer, source.byteOffset, source.byteLength).slice();
}

/** @param {number} length */
function random(length) {
    return crypto.getRandomValues(new Uint8Array(length));
}
