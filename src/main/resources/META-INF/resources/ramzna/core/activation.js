/**
 * What an activation link says, and how parts become a key (docs/protocol/activation.md).
 *
 * @typedef {import('./bytes.js').Bytes} Bytes
 * @typedef {import('./otp.js').Hash} Hash
 * @typedef {import('./parts.js').PartFormat} PartFormat
 * @typedef {'FIRST' | 'SECOND'} PasswordKind
 *
 * @typedef {object} Context what a key is for; digits and period of the codes enter the key
 * @property {string} reference
 * @property {PasswordKind} kind
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
import { base64url, concat, fromBase64url, fromUtf8, utf8 } from './bytes.js';
import { RamznaError } from './errors.js';
import { hkdf } from './hkdf.js';
import { KEY_BYTES } from './otp.js';
import { LENGTH_MAX, LENGTH_MIN } from './parts.js';

const VERSION = 1;
const LINK_LENGTH_MAX = 2000;
const NAME_LENGTH_MAX = 60;
const LABEL_DIGITS_MAX = 10;
const NUMBER_MAX = 4;
const PATH = '/ramzna/';

/** The reference in the context of keys that are made of typed parts alone. */
export const PARTS_REFERENCE = 'parts';

/** @type {(PasswordKind | undefined)[]} */
const KINDS = [undefined, 'FIRST', 'SECOND'];
/** @type {(Hash | undefined)[]} */
const HASHES = [undefined, 'SHA1', 'SHA256', 'SHA512'];
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
    if (text.length > LINK_LENGTH_MAX) {
        throw new RamznaError('link');
    }
    const { origin, fragment } = taken(text.trim());
    const content = decode(fragment);
    if (origin !== null && ownOrigin !== undefined && origin !== ownOrigin) {
        throw new RamznaError('other-portal', { origin });
    }
    return { ...content, origin };
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
    if (!inRange || !Number.isInteger(digits) || !Number.isInteger(period) || !isReference(reference)) {
        throw new RamznaError('value');
    }
    const numbers = [KINDS.indexOf(kind), HASHES.indexOf(algorithm), digits, period >> 8, period & 0xff];
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
 * @param {string} text
 * @returns {{origin: string | null, fragment: string}}
 */
function taken(text) {
    if (!text.includes('#')) {
        return { origin: null, fragment: text };
    }
    const url = URL.canParse(text) ? new URL(text) : refuse();
    if (!/^https?:$/.test(url.protocol) || !url.pathname.endsWith(PATH) || url.search !== '') {
        throw new RamznaError('link');
    }
    return { origin: url.origin, fragment: url.hash.slice(1) };
}

/**
 * Section 4, byte by byte.
 *
 * @param {string} fragment
 * @returns {Omit<Activation, 'origin'>}
 */
function decode(fragment) {
    const bytes = linkBytes(fragment);
    let at = 0;
    const number = () => (at < bytes.length ? bytes[at++] : refuse());
    const block = () => {
        const length = number();
        at += length;
        return at <= bytes.length ? bytes.slice(at - length, at) : refuse();
    };
    if (number() !== VERSION) {
        refuse();
    }
    const mechanism = MECHANISMS[number()] ?? refuse();
    const kind = KINDS[number()] ?? refuse();
    const algorithm = HASHES[number()] ?? refuse();
    const digits = within(number(), 4, 10);
    const period = within(number() * 256 + number(), 15, 300);
    const reference = matching(isReference, latin(block()));
    const issuer = matching((text) => /^[a-z0-9-]{1,30}$/.test(text), latin(block()));
    const issuerName = matching(isName, readable(block()));
    const label = matching(isLabel, readable(block()));
    const typedParts = Array.from({ length: within(number(), 0, NUMBER_MAX) }, () => ({
        number: within(number(), 1, NUMBER_MAX),
        alphabet: ALPHABETS[number()] ?? refuse(),
        length: within(number(), LENGTH_MIN, LENGTH_MAX),
    }));
    const scannedNumber = within(number(), 0, NUMBER_MAX);
    const scanned = scannedNumber === 0 ? null : { number: scannedNumber, bytes: block() };
    if (at !== bytes.length) {
        refuse();
    }
    checkParts(mechanism, typedParts, scanned);
    return {
        ...{ mechanism, kind, algorithm, digits, period, reference },
        ...{ issuer, issuerName, label, typedParts, scanned },
    };
}

/**
 * A claim has one typed part and no scanned one; parts of a key are numbered 1 to their count.
 *
 * @param {'self-contained' | 'claim'} mechanism
 * @param {PartFormat[]} typedParts
 * @param {KeyPart | null} scanned
 */
function checkParts(mechanism, typedParts, scanned) {
    if (scanned !== null) {
        within(scanned.bytes.length, 16, 64);
    }
    if (mechanism === 'claim') {
        if (scanned !== null || typedParts.length > 1) {
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

/**
 * @param {string} fragment
 * @returns {Bytes}
 */
function linkBytes(fragment) {
    try {
        return fromBase64url(fragment);
    } catch {
        return refuse();
    }
}

/**
 * @param {number} value
 * @param {number} min
 * @param {number} max
 */
function within(value, min, max) {
    return value >= min && value <= max ? value : refuse();
}

/**
 * @param {(text: string) => boolean} rule
 * @param {string} text
 */
function matching(rule, text) {
    return rule(text) ? text : refuse();
}

/** @param {Bytes} bytes */
function readable(bytes) {
    try {
        return fromUtf8(bytes);
    } catch {
        return refuse();
    }
}

/** @param {Bytes} bytes */
function latin(bytes) {
    return String.fromCharCode(...bytes);
}

/** @param {string} text */
function isReference(text) {
    return /^[A-Za-z0-9_-]{1,40}$/.test(text);
}

/** @param {string} text */
function isName(text) {
    return text.trim() !== '' && text.length <= NAME_LENGTH_MAX && !/[\u0000-\u001f\u007f-\u009f]/.test(text);
}

/** @param {string} text */
function isLabel(text) {
    return isName(text) && (text.match(/\p{Nd}/gu) ?? []).length <= LABEL_DIGITS_MAX;
}

/** @returns {never} */
function refuse() {
    throw new RamznaError('link');
}
