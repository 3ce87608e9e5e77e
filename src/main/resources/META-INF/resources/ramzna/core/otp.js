/**
 * One-time codes by counter (RFC 4226) and by time (RFC 6238). docs/protocol/codes.md.
 *
 * @typedef {import('./bytes.js').Bytes} Bytes
 * @typedef {'SHA1' | 'SHA256' | 'SHA512'} Hash
 */
import { RamznaError } from './errors.js';

const DIGITS_MIN = 4;
const DIGITS_MAX = 10;

/** Names of the hashes in WebCrypto. */
export const WEB_CRYPTO = Object.freeze({ SHA1: 'SHA-1', SHA256: 'SHA-256', SHA512: 'SHA-512' });

/** Bytes of a fresh key, which are those of the hash. */
export const KEY_BYTES = Object.freeze({ SHA1: 20, SHA256: 32, SHA512: 64 });

/**
 * @param {Bytes} key
 * @param {Hash} hash
 * @param {Bytes} message
 * @returns {Promise<Bytes>}
 */
export async function hmac(key, hash, message) {
    const algorithm = { name: 'HMAC', hash: WEB_CRYPTO[hash] };
    const imported = await crypto.subtle.importKey('raw', key, algorithm, false, ['sign']);
    return new Uint8Array(await crypto.subtle.sign('HMAC', imported, message));
}

/**
 * RFC 4226, section 5.3.
 *
 * @param {Bytes} mac
 * @param {number} digits 4 to 10; with 10 the first is 0, 1 or 2
 * @returns {string} with leading zeros
 */
export function truncate(mac, digits) {
    checkDigits(digits);
    const offset = mac[mac.length - 1] & 0xf;
    const number = new DataView(mac.buffer, mac.byteOffset).getUint32(offset) & 0x7fffffff;
    return String(number % 10 ** digits).padStart(digits, '0');
}

/**
 * @param {number | bigint} value a whole number, 0 to 2^64 - 1
 * @returns {Bytes} in 8 bytes, the high one first
 */
export function counterBytes(value) {
    const number = BigInt(value);
    if (number < 0n || number >= 1n << 64n) {
        throw new RamznaError('value');
    }
    const bytes = new Uint8Array(8);
    new DataView(bytes.buffer).setBigUint64(0, number);
    return bytes;
}

/**
 * @param {Bytes} key
 * @param {number | bigint} counter
 * @param {number} digits
 * @param {Hash} [hash]
 * @returns {Promise<string>} the code of this counter (RFC 4226)
 */
export async function hotp(key, counter, digits, hash = 'SHA1') {
    return truncate(await hmac(key, hash, counterBytes(counter)), digits);
}

/**
 * @param {Bytes} key
 * @param {number} unixMillis
 * @param {{digits: number, period: number, hash: Hash}} spec period in seconds
 * @returns {Promise<string>} the code of the period that this moment falls into (RFC 6238)
 */
export function totp(key, unixMillis, { digits, period, hash }) {
    return hotp(key, step(unixMillis, period), digits, hash);
}

/**
 * @param {number} unixMillis
 * @param {number} period in seconds
 * @returns {number} whole periods since 1970
 */
export function step(unixMillis, period) {
    return Math.floor(unixMillis / (period * 1000));
}

/**
 * @param {number} unixMillis
 * @param {number} period in seconds
 * @returns {number} milliseconds until the next period begins, more than 0 and at most a period
 */
export function remaining(unixMillis, period) {
    return (step(unixMillis, period) + 1) * period * 1000 - unixMillis;
}

/** @param {number} digits */
function checkDigits(digits) {
    if (!Number.isInteger(digits) || digits < DIGITS_MIN || digits > DIGITS_MAX) {
        throw new RamznaError('value');
    }
}
