/** @typedef {import('./bytes.js').Bytes} Bytes */
import { utf8 } from './bytes.js';
import { RamznaError } from './errors.js';
import { hkdf } from './hkdf.js';

const DIGITS_MAX = 12;

/**
 * The key of codes that a personal PIN opens (S7.11; docs/protocol/codes.md, "With a personal PIN"). Every PIN opens
 * some key, and nothing here tells whether it is the right one. Neither the PIN nor the opened key is to be kept.
 *
 * @param {Bytes} key of the token
 * @param {string} pin Latin digits
 * @returns {Promise<Bytes>} as long as `key`
 * @throws {RamznaError} `value` for anything but digits
 */
export async function openKey(key, pin) {
    if (!/^[0-9]+$/.test(pin) || pin.length > DIGITS_MAX) {
        throw new RamznaError('value');
    }
    return hkdf(key, utf8('ramzineh personal pin v1'), utf8(pin), key.length);
}
