/**
 * Bytes and the texts they travel as. All readers are strict: two texts for the same bytes would be two names for
 * one secret.
 *
 * @typedef {Uint8Array<ArrayBuffer>} Bytes
 */
import { RamznaError } from './errors.js';

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
const BASE32_LENGTH_MAX = 1024;

/**
 * @param {string} text
 * @returns {Bytes} its UTF-8
 */
export function utf8(text) {
    return /** @type {Bytes} */ (new TextEncoder().encode(text));
}

/**
 * @param {Bytes} bytes
 * @returns {string} the text whose UTF-8 they are
 * @throws {RamznaError} `value` if they are not UTF-8
 */
export function fromUtf8(bytes) {
    try {
        return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    } catch {
        throw new RamznaError('value');
    }
}

/**
 * @param {...(Bytes | number[])} blocks
 * @returns {Bytes} one behind the other
 */
export function concat(...blocks) {
    const all = new Uint8Array(blocks.reduce((length, block) => length + block.length, 0));
    let at = 0;
    for (const block of blocks) {
        all.set(block, at);
        at += block.length;
    }
    return all;
}

/**
 * @param {Bytes} bytes
 * @returns {string} two small hexadecimal digits for each
 */
export function hex(bytes) {
    return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/**
 * @param {string} text
 * @returns {Bytes}
 * @throws {RamznaError} `value` for anything but pairs of hexadecimal digits
 */
export function fromHex(text) {
    if (!/^([0-9a-fA-F]{2})*$/.test(text)) {
        throw new RamznaError('value');
    }
    return Uint8Array.from(text.match(/../g) ?? [], (pair) => parseInt(pair, 16));
}

/**
 * @param {Bytes} bytes
 * @returns {string} RFC 4648, section 5, without padding
 */
export function base64url(bytes) {
    const text = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
    return text.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/**
 * @param {string} text
 * @returns {Bytes}
 * @throws {RamznaError} `value` for padding, other signs, impossible lengths and left-over bits
 */
export function fromBase64url(text) {
    if (!/^[A-Za-z0-9_-]*$/.test(text) || text.length % 4 === 1) {
        throw new RamznaError('value');
    }
    const bytes = Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (c) => c.charCodeAt(0));
    if (base64url(bytes) !== text) {
        throw new RamznaError('value');
    }
    return bytes;
}

/**
 * @param {Bytes} bytes
 * @returns {string} RFC 4648, section 6, capitals, without padding
 */
export function base32(bytes) {
    let text = '';
    let bits = 0;
    let buffer = 0;
    for (const byte of bytes) {
        buffer = ((buffer << 8) | byte) & 0xfff;
        bits += 8;
        while (bits >= 5) {
            bits -= 5;
            text += BASE32[(buffer >> bits) & 0x1f];
        }
    }
    return bits > 0 ? text + BASE32[(buffer << (5 - bits)) & 0x1f] : text;
}

/**
 * Small letters and padding at the end are fine.
 *
 * @param {string} text
 * @returns {Bytes}
 * @throws {RamznaError} `value` for other signs, impossible lengths and left-over bits
 */
export function fromBase32(text) {
    const body = text.replace(/=+$/, '');
    if (text.length > BASE32_LENGTH_MAX || [1, 3, 6].includes(body.length % 8) || !/^[A-Za-z2-7]*$/.test(body)) {
        throw new RamznaError('value');
    }
    const bytes = new Uint8Array(Math.floor((body.length * 5) / 8));
    let at = 0;
    let bits = 0;
    let buffer = 0;
    for (const sign of body.toUpperCase()) {
        buffer = ((buffer << 5) | BASE32.indexOf(sign)) & 0xfff;
        bits += 5;
        if (bits >= 8) {
            bits -= 8;
            bytes[at++] = buffer >> bits;
        }
    }
    if ((buffer & ((1 << bits) - 1)) !== 0) {
        throw new RamznaError('value');
    }
    return bytes;
}
