/** @typedef {import('./bytes.js').Bytes} Bytes */
import { RamznaError } from './errors.js';

/**
 * @typedef {object} Argon2 what vendor/argon2.js gives
 * @property {(options: {password: Bytes, salt: Bytes, memorySize: number, iterations: number, parallelism: number,
 *     hashLength: number, outputType: 'binary'}) => Promise<Bytes>} argon2id
 */

/**
 * @param {number} kibibytes
 * @returns {Promise<boolean>} whether this browser runs it with that much memory: some turn WebAssembly off for safety
 */
export async function canArgon2id(kibibytes) {
    try {
        await argon2id(new Uint8Array(8), new Uint8Array(8), kibibytes, 1, 4);
        return true;
    } catch {
        return false;
    }
}

/**
 * Argon2id (RFC 9106) with one lane. The library is loaded when it is first needed.
 *
 * @param {Bytes} secret
 * @param {Bytes} salt
 * @param {number} kibibytes
 * @param {number} passes
 * @param {number} length in bytes
 * @returns {Promise<Bytes>}
 * @throws {RamznaError} `no-argon2`
 */
export async function argon2id(secret, salt, kibibytes, passes, length) {
    try {
        /** @type {Argon2} */
        const library = await import('../vendor/argon2.js');
        return await library.argon2id({
            password: secret,
            salt,
            memorySize: kibibytes,
            iterations: passes,
            parallelism: 1,
            hashLength: length,
            outputType: 'binary',
        });
    } catch {
        throw new RamznaError('no-argon2');
    }
}
