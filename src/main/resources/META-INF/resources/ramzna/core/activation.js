/**
 * What an activation link says, and how parts become a key (docs/protocol/activation.md).
 *
 * @typedef {import('./bytes.js').Bytes} Bytes
 * @typedef {import('./otp.js').Hash} Hash
 * @typedef {import('./parts.js').PartFormat} PartFormat
 * @typedef {import('./linkbytes.js').PasswordKind} PasswordKind
 *
 * @typedef {object} Context what a key is for; digits and period of the codes enter the key
 * @property {string} reference
 * @property {PasswordKind | null} kind null for an account token, which belongs to no card
 * @property {Hash} algorithm
 * @property {number} digits 4 to 10
 * @property {number} period in seconds, 15 to 300
 *
 * @typedef {object} LinkContent
 * @property {'self-contained' | 'claim'} mechanism whether the parts hold the key, or it must be claimed
 * @property {string} issuer key of the issuer profile, such as `mellat`
 * @property {string} issuerName to show
 * @property {string} label masked card number or nickname
 * @property {PartFormat[]} typedParts what to ask for; for a claim, the short code
 * @property {KeyPart | null} scanned the part in the QR code itself
 * @property {string | null} origin of the portal, null where only the fragment was read
 * @typedef {Context & LinkContent} Activation
 *
 * @typedef {{number: number, bytes: Bytes}} KeyPart
 */
import { base64url, concat, utf8 } from './bytes.js';
import { RamznaError } from './errors.js';
import { hkdf } from './hkdf.js';
import { HASHES, KINDS, openLink, refuse } from './linkbytes.js';
import { KEY_BYTES } from './otp.js';
import { LENGTH_MAX, LENGTH_MIN } from './parts.js';

const NUMBER_MAX = 4;

/** In the context of an account token; stands in no link. */
const NO_CARD = 3;

/** The reference in the context of keys that are made of typed parts alone. */
export const PARTS_REFERENCE = 'parts';

/** @type {('self-contained' | 'claim' | undefined)[]} */
const MECHANISMS = [undefined, 'self-contained', 'claim'];
/** @type {(import('./parts.js').Alphabet | undefined)[]} */
const ALPHABETS = [undefined, 'digits', 'letters'];

/**
 * Reads a whole link, or only what stands behind its `#`.
 *
 * @param {string} text
 * @param {string} [ownOrigin] where this app comes from, such as `https://bank.example`
 * @returns {Activation}
 * @throws {RamznaError} `link` for anything but exactly one well-formed link; `other-portal` for a link of another
 *     origin than `ownOrigin`
 */
export function readLink(text, ownOrigin) {
    const { origin, reader } = openLink(text, ownOrigin);
    const mechanism = reader.oneOf(MECHANISMS);
    const head = { ...reader.context(), ...reader.issuer() };
    const typedParts = Array.from({ length: reader.within(0, NUMBER_MAX) }, () => ({
        number: reader.within(1, NUMBER_MAX),
        alphabet: reader.oneOf(ALPHABETS),
        length: reader.within(LENGTH_MIN, LENGTH_MAX),
    }));
    const number = reader.within(0, NUMBER_MAX);
    const scanned = number === 0 ? null : { number, bytes: reader.block(16, 64) };
    reader.end();
    checkParts(mechanism, typedParts, scanned);
    return { mechanism, ...head, typedParts, scanned, origin };
}

/**
 * @param {number} number of the part
 * @param {string} text of a part that {@link import('./parts.js').checkPart} found good
 * @returns {KeyPart}
 */
export function typedPart(number, text) {
    return { number, bytes: utf8(text) };
}

/**
 * The key that all parts make together.
 *
 * @param {Context} context
 * @param {KeyPart[]} parts in any order, numbered 1 to their count, each once
 * @returns {Promise<Bytes>}
 */
export function keyFromParts(context, parts) {
    const salt = utf8('ramzineh activation parts v1');
    return hkdf(material(parts), salt, contextBytes(context), KEY_BYTES[context.algorithm]);
}

/**
 * The name of an activation whose phone was told nothing but the parts. Who can say it has the key.
 *
 * @param {Bytes} key
 * @param {Context} context
 * @returns {Promise<string>} 22 characters
 */
export async function referenceOf(key, context) {
    return base64url(await hkdf(key, utf8('ramzineh reference v1'), contextBytes(context), 16));
}

/**
 * Key and name out of a receipt of an ATM and an SMS (S3.7, S14.6). The first code is proven under `reference`.
 *
 * @param {{kind: PasswordKind, digits: number, period: number}} profile of the bank
 * @param {string} receipt part 1, found good
 * @param {string} sms part 2, found good
 * @returns {Promise<{context: Context, key: Bytes, reference: string}>}
 */
export async function receiptAndSms(profile, receipt, sms) {
    /** @type {Context} */
    const context = { ...profile, reference: PARTS_REFERENCE, algorithm: 'SHA256' };
    const key = await keyFromParts(context, [typedPart(1, receipt), typedPart(2, sms)]);
    return { context, key, reference: await referenceOf(key, context) };
}

/**
 * @param {Context} context
 * @returns {Bytes} as both sides write it (section 2)
 * @throws {RamznaError} `value` for a reference, digits or a period out of range
 */
export function contextBytes({ reference, kind, algorithm, digits, period }) {
    const inRange = digits >= 4 && digits <= 10 && period >= 15 && period <= 300;
    if (!inRange || !Number.isInteger(digits) || !Number.isInteger(period) || !/^[A-Za-z0-9_-]{1,40}$/.test(reference)) {
        throw new RamznaError('value');
    }
    const numbers = [kind ? KINDS.indexOf(kind) : NO_CARD, HASHES.indexOf(algorithm), digits, period >> 8, period & 0xff];
    return concat(utf8('ramzineh activation v1'), [0, reference.length], utf8(reference), numbers);
}

/**
 * @param {KeyPart[]} parts
 * @returns {Bytes} each as number, length in two bytes, and its bytes (section 3)
 */
export function material(parts) {
    const sorted = [...parts].sort((one, other) => one.number - other.number);
    if (sorted.length === 0 || sorted.some((part, i) => part.number !== i + 1)) {
        throw new RamznaError('value');
    }
    return concat(...sorted.flatMap(({ number, bytes }) => [[number, bytes.length >> 8, bytes.length & 0xff], bytes]));
}

/**
 * A claim has one typed part and no scanned one; parts of a key are numbered 1 to their count.
 *
 * @param {'self-contained' | 'claim'} mechanism
 * @param {PartFormat[]} typedParts
 * @param {KeyPart | null} scanned
 */
function checkParts(mechanism, typedParts, scanned) {
    if (mechanism === 'claim') {
        if (scanned !== null || typedParts.length !== 1) {
            refuse();
        }
        return;
    }
    const numbers = [...typedParts.map((part) => part.number), ...(scanned === null ? [] : [scanned.number])];
    numbers.sort();
    if (numbers.length === 0 || numbers.some((number, i) => number !== i + 1)) {
        refuse();
    }
}
