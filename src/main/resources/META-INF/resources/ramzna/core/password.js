/**
 * The app's password: its rule (S9.5), and the key that comes out of it.
 *
 * @typedef {import('./bytes.js').Bytes} Bytes
 * @typedef {{name: 'argon2id', salt: Bytes, kibibytes: number, passes: number}} Argon2id
 * @typedef {{name: 'pbkdf2', salt: Bytes, rounds: number}} Pbkdf2 HMAC-SHA-256
 * @typedef {Argon2id | Pbkdf2} Stretching how slowly a key comes out of a password; stored beside what it opens
 */
import { argon2id, canArgon2id } from './argon2.js';
import { utf8 } from './bytes.js';
import { latinDigits } from './digits.js';
import { RamznaError } from './errors.js';

const SALT_BYTES = 16;
const KEY_BYTES = 32;
const LENGTH_MIN = 8;
const LENGTH_MAX = 128;

/**
 * The first is above the least that OWASP names for Argon2id (19 MiB, 2 passes), and still below a second on a cheap phone.
 * The other, RFC 9106's where memory is scarce, is for devices that need less than half a second for it.
 */
const ARGON2ID = Object.freeze([Object.freeze({ kibibytes: 32 * 1024, passes: 2 }), Object.freeze({ kibibytes: 64 * 1024, passes: 3 })]);

/** A device that is quicker than that with one pass over the memory of the first takes the other: it has six times the work. */
const QUICK_PASS_MILLIS = 60;

/** The least memory Argon2id works with. */
const LEAST_KIBIBYTES = 8;

/** OWASP names 600,000 rounds where there is no Argon2id. */
const PBKDF2_ROUNDS = 1_000_000;

/**
 * Which parts of the rule a password meets: at least 8 characters, letters and digits (S9.5).
 *
 * @param {string} password
 * @returns {{length: boolean, letter: boolean, digit: boolean}}
 */
export function passwordRule(password) {
    const signs = Array.from(oneSpelling(password)).length;
    return {
        length: signs >= LENGTH_MIN && signs <= LENGTH_MAX,
        letter: /\p{L}/u.test(password),
        digit: /\p{Nd}/u.test(password),
    };
}

/**
 * @param {string} password
 * @throws {RamznaError} `weak` with the first part of the rule that it breaks
 */
export function checkPassword(password) {
    const broken = Object.entries(passwordRule(password)).find(([, met]) => !met);
    if (broken) {
        throw new RamznaError('weak', { rule: broken[0] });
    }
}

/** Loads and compiles what stretches, while somebody types. */
export async function prepareStretching() {
    await canArgon2id(LEAST_KIBIBYTES);
}

/** @returns {Promise<Stretching>} the best this browser can do, with a fresh salt */
export async function newStretching() {
    const salt = crypto.getRandomValues(new Uint8Array(SALT_BYTES));
    await prepareStretching();
    const begin = performance.now();
    return (await canArgon2id(costFor(Infinity).kibibytes))
        ? { name: 'argon2id', salt, ...costFor(performance.now() - begin) }
        : { name: 'pbkdf2', salt, rounds: PBKDF2_ROUNDS };
}

/**
 * @param {number} passMillis how long the device needs for one pass over the least memory
 * @returns {{kibibytes: number, passes: number}} what its passwords cost
 */
export function costFor(passMillis) {
    const [least, more] = ARGON2ID;
    return /** @type {{kibibytes: number, passes: number}} */ (passMillis < QUICK_PASS_MILLIS ? more : least);
}

/**
 * @param {Stretching} stretching
 * @param {number} millis how long it took
 * @returns {Promise<boolean>} whether a password stretched like this should be stretched anew, more slowly
 */
export async function isOutdated(stretching, millis) {
    if (stretching.name !== 'argon2id') {
        return stretching.rounds < PBKDF2_ROUNDS || (await canArgon2id(costFor(Infinity).kibibytes));
    }
    const { kibibytes, passes } = costFor(millis / stretching.passes);
    return stretching.kibibytes < kibibytes || stretching.passes < passes;
}

/**
 * To be asked before a try is counted that cannot be made.
 *
 * @param {Stretching} stretching
 * @throws {RamznaError} `no-argon2`
 */
export async function checkStretching(stretching) {
    if (stretching.name === 'argon2id' && !(await canArgon2id(LEAST_KIBIBYTES))) {
        throw new RamznaError('no-argon2');
    }
}

/**
 * @param {string} password
 * @param {Stretching} stretching
 * @returns {Promise<Bytes>} 32 bytes
 * @throws {RamznaError} `no-argon2` where the store was made with it and it does not run any more
 */
export async function stretch(password, stretching) {
    const secret = utf8(oneSpelling(password));
    if (stretching.name === 'argon2id') {
        return argon2id(secret, stretching.salt, stretching.kibibytes, stretching.passes, KEY_BYTES);
    }
    const key = await crypto.subtle.importKey('raw', secret, 'PBKDF2', false, ['deriveBits']);
    const { salt, rounds } = stretching;
    const pbkdf2 = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: rounds };
    return new Uint8Array(await crypto.subtle.deriveBits(pbkdf2, key, KEY_BYTES * 8));
}

/**
 * The same password typed on another keyboard of the same phone: digits of three scripts, Arabic yeh and kaf, and
 * letters put together in one way or another.
 *
 * @param {string} password
 */
function oneSpelling(password) {
    return latinDigits(password.normalize('NFKC')).replaceAll('\u064a', '\u06cc').replaceAll('\u0643', '\u06a9');
}
