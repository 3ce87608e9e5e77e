/**
 * The tokens on this phone, each sealed with the data key in its own place: what is known of it, and apart its key. No
 * key leaves but through {@link key}.
 *
 * @typedef {import('./bytes.js').Bytes} Bytes
 * @typedef {import('./sealing.js').Sealed} Sealed
 *
 * @typedef {object} TokenData
 * @property {'card' | 'account'} section «رمز دوم کارت» or «حساب/درگاه» (S10.2)
 * @property {'FIRST' | 'SECOND' | null} kind of card password; null where it is none
 * @property {string} issuer key of the issuer profile; for foreign tokens, the name in their link
 * @property {string} issuerName
 * @property {string} label masked card number, nickname or account
 * @property {string} last4 of the card, or empty
 * @property {string} [serial]
 * @property {import('./otp.js').Hash} algorithm
 * @property {number} digits
 * @property {number} period in seconds; 0 for `hotp`
 * @property {'totp' | 'hotp'} type
 * @property {string} [counter] of the next code, decimal, for `hotp`; see {@link nextCounter}
 * @property {number} pinDigits of the personal PIN that each code needs (S7.11), 0 for none
 * @property {{lives: number[], limits: number[]}} [boundCodes] what the customer may choose from (S5.6)
 * @property {string} [reference] by which the portal knows it
 * @property {boolean} [pending] its first code is not proven yet
 * @property {string} [heldBy] another device that holds it, by its name, which may be empty (S10.23): no codes are made here
 * @property {string} [name] that the customer gave it
 *
 * @typedef {TokenData & {id: string, createdAt: number, lastUsedAt: number | null}} Token times in Unix milliseconds
 * @typedef {{id: string, about: Sealed, key: Sealed}} Row in `key` the device name of 16 bytes and the key
 */
import { base64url, concat, fromUtf8, utf8 } from './bytes.js';
import { read, readAll, write } from './database.js';
import { RamznaError } from './errors.js';
import { open, seal } from './sealing.js';
import { opened } from './vault.js';

const DEVICE_BYTES = 16;

/** @returns {Promise<Token[]>} in the order in which they were added */
export async function list() {
    const opening = opened();
    /** @type {Row[]} */
    const rows = await readAll('tokens');
    const tokens = await Promise.all(rows.map((row) => readToken(opening, row)));
    return tokens.sort((one, other) => one.createdAt - other.createdAt || (one.id < other.id ? -1 : 1));
}

/**
 * @param {string} id
 * @returns {Promise<Token>}
 */
export async function get(id) {
    return readToken(opened(), await rowOf(id));
}

/**
 * Stores a token. The caller forgets the key.
 *
 * @param {TokenData} token
 * @param {Bytes} secret its key
 * @returns {Promise<Token>}
 * @throws {RamznaError} `duplicate` if a token with this key is there
 */
export async function add(token, secret) {
    const opening = opened();
    /** @type {Row[]} */
    const rows = await readAll('tokens');
    for (const row of rows) {
        const { key: other } = await secretsOf(opening, row);
        if (base64url(other) === base64url(secret)) {
            throw new RamznaError('duplicate', { id: row.id });
        }
    }
    const id = base64url(crypto.getRandomValues(new Uint8Array(16)));
    const whole = { ...token, id, createdAt: Date.now(), lastUsedAt: null };
    const secrets = concat(crypto.getRandomValues(new Uint8Array(DEVICE_BYTES)), secret);
    await keep(opening, whole, await seal(opening, secrets, `key ${id}`));
    secrets.fill(0);
    return whole;
}

/**
 * @param {string} id
 * @returns {Promise<Bytes>} the key, to make codes with now; not to be kept
 */
export async function key(id) {
    return (await secretsOf(opened(), await rowOf(id))).key;
}

/**
 * @param {string} id
 * @returns {Promise<string>} how this device is called for this token and for no other, see docs/protocol/phone.md
 */
export async function device(id) {
    return base64url((await secretsOf(opened(), await rowOf(id))).device);
}

/**
 * Changes what is known of a token; its key stays.
 *
 * @param {string} id
 * @param {Partial<TokenData>} changes
 * @returns {Promise<Token>}
 */
export function update(id, changes) {
    return change(id, (token) => ({ ...token, ...changes }));
}

/**
 * @param {string} id
 * @param {string} name empty to take the name away
 * @returns {Promise<Token>}
 */
export function rename(id, name) {
    return update(id, { name: name.trim() === '' ? undefined : name.trim() });
}

/**
 * Notes that a code was made now.
 *
 * @param {string} id
 * @returns {Promise<Token>}
 */
export function touch(id) {
    return change(id, (token) => ({ ...token, lastUsedAt: Date.now() }));
}

/**
 * Takes the counter of the next code of a token that counts. It is on the disk before it is given out, so no code is
 * shown twice.
 *
 * @param {string} id
 * @returns {Promise<bigint>}
 */
export async function nextCounter(id) {
    const moved = await change(id, (token) => ({ ...token, counter: String(BigInt(token.counter ?? 0) + 1n) }));
    return BigInt(moved.counter ?? 1) - 1n;
}

/** @param {string} id */
export function remove(id) {
    return oneAtATime(async () => {
        opened();
        await rowOf(id);
        await write([{ store: 'tokens', key: id, value: undefined }]);
    });
}

/**
 * @param {string} id
 * @returns {Promise<Row>}
 */
async function rowOf(id) {
    const row = await read('tokens', id);
    if (row === undefined) {
        throw new RamznaError('unknown');
    }
    return /** @type {Row} */ (row);
}

/**
 * @param {CryptoKey} opening
 * @param {Row} row
 * @returns {Promise<Token>}
 */
async function readToken(opening, row) {
    return JSON.parse(fromUtf8(await open(opening, row.about, `about ${row.id}`)));
}

/**
 * @param {CryptoKey} opening
 * @param {Row} row
 */
async function secretsOf(opening, row) {
    const secrets = await open(opening, row.key, `key ${row.id}`);
    return { device: secrets.slice(0, DEVICE_BYTES), key: secrets.slice(DEVICE_BYTES) };
}

/**
 * @param {CryptoKey} opening
 * @param {Token} token
 * @param {Sealed} sealedKey
 */
async function keep(opening, token, sealedKey) {
    const about = await seal(opening, utf8(JSON.stringify(token)), `about ${token.id}`);
    await write([{ store: 'tokens', key: token.id, value: { id: token.id, about, key: sealedKey } }]);
}

/**
 * Over all tabs, so that no late change brings back what was removed.
 *
 * @template T
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
function oneAtATime(work) {
    return navigator.locks.request('ramzna tokens', work);
}

/**
 * @param {string} id
 * @param {(token: Token) => Token} changed
 * @returns {Promise<Token>}
 */
function change(id, changed) {
    return oneAtATime(async () => {
        const opening = opened();
        const row = await rowOf(id);
        const token = changed(await readToken(opening, row));
        await keep(opening, token, row.key);
        return token;
    });
}
