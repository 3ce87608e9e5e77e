/**
 * AES-256-GCM with a fresh nonce, and keys that need two secrets.
 *
 * @typedef {import('./bytes.js').Bytes} Bytes
 * @typedef {{iv: Bytes, data: Bytes}} Sealed
 */
import { concat, utf8 } from './bytes.js';
import { RamznaError } from './errors.js';

const NONCE_BYTES = 12;

/**
 * @param {CryptoKey} key
 * @param {Bytes} plain
 * @param {string} place what it is and whose; a sealed thing opens only in its place
 * @returns {Promise<Sealed>}
 */
export async function seal(key, plain, place) {
    const iv = crypto.getRandomValues(new Uint8Array(NONCE_BYTES));
    const gcm = { name: 'AES-GCM', iv, additionalData: utf8(place) };
    return { iv, data: new Uint8Array(await crypto.subtle.encrypt(gcm, key, plain)) };
}

/**
 * @param {CryptoKey} key
 * @param {Sealed} sealed
 * @param {string} place
 * @returns {Promise<Bytes>}
 * @throws {RamznaError} `damaged` if it was altered, moved, or sealed with another key
 */
export async function open(key, sealed, place) {
    try {
        const gcm = { name: 'AES-GCM', iv: sealed.iv, additionalData: utf8(place) };
        return new Uint8Array(await crypto.subtle.decrypt(gcm, key, sealed.data));
    } catch {
        throw new RamznaError('damaged');
    }
}

/**
 * @param {Bytes} raw 32 bytes
 * @returns {Promise<CryptoKey>} that cannot be exported again
 */
export function aesKey(raw) {
    return crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt', 'decrypt']);
}

/** @returns {Promise<CryptoKey>} a key of this device, which no script can read out */
export function newDeviceKey() {
    return crypto.subtle.generateKey({ name: 'HMAC', hash: 'SHA-256', length: 256 }, false, ['sign']);
}

/**
 * A key that only somebody has who has both the device key and the secret.
 *
 * @param {CryptoKey} device
 * @param {'password' | 'biometrics'} use
 * @param {Bytes} secret
 * @returns {Promise<CryptoKey>}
 */
export async function keyOfBoth(device, use, secret) {
    const message = concat(utf8(`ramzna ${use} v1`), [0], secret);
    return aesKey(new Uint8Array(await crypto.subtle.sign('HMAC', device, message)));
}
