/**
 * The frame of every link in a QR code of ours, `<portal>/ramzna/#<base64url>`, and its bytes one by one
 * (docs/protocol/activation.md, section 4). All refusals are a {@link RamznaError} `link`.
 *
 * @typedef {import('./bytes.js').Bytes} Bytes
 * @typedef {import('./otp.js').Hash} Hash
 * @typedef {'FIRST' | 'SECOND'} PasswordKind
 */
import { base64url, concat, fromBase64url, fromUtf8 } from './bytes.js';
import { RamznaError } from './errors.js';

const VERSION = 1;
const PATH = '/ramzna/';
const LINK_LENGTH_MAX = 2000;
const NAME_LENGTH_MAX = 60;
const LABEL_DIGITS_MAX = 10;

/** @type {(PasswordKind | undefined)[]} */
export const KINDS = [undefined, 'FIRST', 'SECOND'];

/** @type {(Hash | undefined)[]} */
export const HASHES = [undefined, 'SHA1', 'SHA256', 'SHA512'];

/**
 * Opens a whole link, or what stands behind its `#`.
 *
 * @param {string} text
 * @param {string} [ownOrigin] where this app comes from
 * @returns {{origin: string | null, reader: LinkReader}} at the byte behind the version
 * @throws {RamznaError} `link`; `other-portal` for a link of another origin than `ownOrigin`
 */
export function openLink(text, ownOrigin) {
    if (text.length > LINK_LENGTH_MAX) {
        refuse();
    }
    const { origin, fragment } = taken(text.trim());
    const reader = new LinkReader(decoded(fragment));
    if (reader.number() !== VERSION) {
        refuse();
    }
    if (origin !== null && ownOrigin !== undefined && origin !== ownOrigin) {
        throw new RamznaError('other-portal', { origin });
    }
    return { origin, reader };
}

/**
 * @param {string} portal address without a slash at its end, such as `https://bank.example`
 * @param {...(Bytes | number[])} blocks what comes behind the version
 * @returns {string} the link
 */
export function linkOf(portal, ...blocks) {
    return `${portal}${PATH}#${base64url(concat([VERSION], ...blocks))}`;
}

/** Takes the bytes of a link one after the other. */
export class LinkReader {
    /** @param {Bytes} bytes */
    constructor(bytes) {
        this.bytes = bytes;
        this.at = 0;
    }

    /** @returns {number} one byte */
    number() {
        return this.at < this.bytes.length ? this.bytes[this.at++] : refuse();
    }

    /**
     * @param {number} min
     * @param {number} max
     * @returns {number} one byte within limits
     */
    within(min, max) {
        return within(this.number(), min, max);
    }

    /**
     * @template T
     * @param {(T | undefined)[]} choices by their code
     * @returns {T}
     */
    oneOf(choices) {
        return choices[this.number()] ?? refuse();
    }

    /**
     * @param {number} length
     * @returns {Bytes}
     */
    exactly(length) {
        this.at += length;
        return this.at <= this.bytes.length ? this.bytes.slice(this.at - length, this.at) : refuse();
    }

    /**
     * @param {number} min
     * @param {number} max
     * @returns {Bytes} as many as the byte before them says
     */
    block(min, max) {
        return this.exactly(this.within(min, max));
    }

    /**
     * @param {number} max
     * @returns {string} UTF-8 of 1 to `max` signs, without control signs
     */
    name(max = NAME_LENGTH_MAX) {
        const text = readable(this.block(1, 255));
        return text.trim() !== '' && text.length <= max && !/[\u0000-\u001f\u007f-\u009f]/.test(text) ? text : refuse();
    }

    /** @returns {string} a name that shows no whole card number */
    label() {
        const text = this.name();
        return (text.match(/\p{Nd}/gu) ?? []).length <= LABEL_DIGITS_MAX ? text : refuse();
    }

    /** Kind, hash, digits, period and reference, which all links for a token carry. */
    context() {
        return {
            kind: this.oneOf(KINDS),
            algorithm: this.oneOf(HASHES),
            digits: this.within(4, 10),
            period: within(this.number() * 256 + this.number(), 15, 300),
            reference: this.#latin(/^[A-Za-z0-9_-]{1,40}$/),
        };
    }

    /** Key and name of the issuer, and the label of the card. */
    issuer() {
        return { issuer: this.#latin(/^[a-z0-9-]{1,30}$/), issuerName: this.name(), label: this.label() };
    }

    /** Nothing may follow. */
    end() {
        if (this.at !== this.bytes.length) {
            refuse();
        }
    }

    /** @param {RegExp} form */
    #latin(form) {
        const text = String.fromCharCode(...this.block(1, 255));
        return form.test(text) ? text : refuse();
    }
}

/** @returns {never} */
export function refuse() {
    throw new RamznaError('link');
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
 * @param {string} text
 * @returns {{origin: string | null, fragment: string}}
 */
function taken(text) {
    if (!text.includes('#')) {
        return { origin: null, fragment: text };
    }
    const url = URL.canParse(text) ? new URL(text) : refuse();
    if (!/^https?:$/.test(url.protocol) || !url.pathname.endsWith(PATH) || url.search !== '') {
        refuse();
    }
    return { origin: url.origin, fragment: url.hash.slice(1) };
}

/** @param {string} fragment */
function decoded(fragment) {
    try {
        return fromBase64url(fragment);
    } catch {
        return refuse();
    }
}

/** @param {Bytes} bytes */
function readable(bytes) {
    try {
        return fromUtf8(bytes);
    } catch {
        return refuse();
    }
}
