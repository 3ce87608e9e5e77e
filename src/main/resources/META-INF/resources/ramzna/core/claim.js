/**
 * A key that the portal seals to this phone (docs/protocol/activation.md, section 5).
 *
 * @typedef {import('./bytes.js').Bytes} Bytes
 * @typedef {import('./activation.js').Context} Context
 * @typedef {{publicKey: string, pair: CryptoKeyPair}} ClaimKeys public half as it travels; the private half cannot be
 *     exported. Ask again with the same keys when an answer is lost: only this phone gets a second one.
 * @typedef {{ephemeralKey: string, sealedKey: string}} Sealed
 */
import { contextBytes } from './activation.js';
import { base64url, concat, fromBase64url, utf8 } from './bytes.js';
import { RamznaError } from './errors.js';
import { hkdf } from './hkdf.js';

const CURVE = Object.freeze({ name: 'ECDH', namedCurve: 'P-256' });
const POINT_BYTES = 65;
const AES_KEY_BYTES = 32;
const NONCE_BYTES = 12;

/** @returns {Promise<ClaimKeys>} a fresh pair for one activation */
export async function newClaimKeys() {
    const pair = await crypto.subtle.generateKey(CURVE, false, ['deriveBits']);
    const point = new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey));
    return { publicKey: base64url(point), pair };
}

/**
 * @param {Sealed} answer
 * @param {ClaimKeys} keys that were sent
 * @param {Context} context of the link, or of the answer where there was no link
 * @returns {Promise<Bytes>} the token's key
 * @throws {RamznaError} `seal` if it was made for another phone or context, or was altered
 */
export async function unseal(answer, keys, context) {
    const aad = contextBytes(context);
    try {
        const ephemeral = fromBase64url(answer.ephemeralKey);
        const sealed = fromBase64url(answer.sealedKey);
        if (ephemeral.length !== POINT_BYTES) {
            throw new RamznaError('seal');
        }
        const other = await crypto.subtle.importKey('raw', ephemeral, CURVE, false, []);
        const agreement = { name: 'ECDH', public: other };
        const shared = new Uint8Array(await crypto.subtle.deriveBits(agreement, keys.pair.privateKey, 256));
        const salt = concat(ephemeral, fromBase64url(keys.publicKey));
        const okm = await hkdf(shared, salt, utf8('ramzineh claim v1'), AES_KEY_BYTES + NONCE_BYTES);
        const aes = await crypto.subtle.importKey('raw', okm.slice(0, AES_KEY_BYTES), 'AES-GCM', false, ['decrypt']);
        const gcm = { name: 'AES-GCM', iv: okm.slice(AES_KEY_BYTES), additionalData: aad };
        return new Uint8Array(await crypto.subtle.decrypt(gcm, aes, sealed));
    } catch {
        throw new RamznaError('seal');
    }
}
