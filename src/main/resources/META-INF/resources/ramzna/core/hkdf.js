/** @typedef {import('./bytes.js').Bytes} Bytes */

/**
 * HKDF-SHA-256 (RFC 5869).
 *
 * @param {Bytes} material
 * @param {Bytes} salt
 * @param {Bytes} info
 * @param {number} length in bytes
 * @returns {Promise<Bytes>}
 */
export async function hkdf(material, salt, info, length) {
    const key = await crypto.subtle.importKey('raw', material, 'HKDF', false, ['deriveBits']);
    const algorithm = { name: 'HKDF', hash: 'SHA-256', salt, info };
    return new Uint8Array(await crypto.subtle.deriveBits(algorithm, key, length * 8));
}
