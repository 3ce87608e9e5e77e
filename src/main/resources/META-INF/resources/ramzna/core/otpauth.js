/**
 * The `otpauth://` link that any authenticator scans. Read strictly: what one app takes and another does not is refused,
 * so that nobody learns at the till that his app guessed (docs/protocol/activation.md, section 6).
 *
 * @typedef {import('./bytes.js').Bytes} Bytes
 * @typedef {import('./otp.js').Hash} Hash
 *
 * @typedef {object} Standard
 * @property {'totp' | 'hotp'} type
 * @property {string} issuer empty where the link names none
 * @property {string} account
 * @property {Bytes} key
 * @property {Hash} algorithm
 * @property {number} digits 4 to 10
 * @property {number} period in seconds; 0 for `hotp`
 * @property {bigint} counter of the next code; 0 for `totp`
 */
import { fromBase32 } from './bytes.js';
import { RamznaError } from './errors.js';

const LINK = /^otpauth:\/\/(totp|hotp)\/([^/?#]*)\?([^#]*)$/;
const LINK_LENGTH_MAX = 2000;
const NAME_LENGTH_MAX = 200;
const PARAMETERS_MAX = 20;
const PERIOD_MAX = 300;

/**
 * @param {string} uri
 * @returns {Standard}
 * @throws {RamznaError} `otpauth`, without the link, which holds a secret
 */
export function readOtpauth(uri) {
    const [, type, encodedLabel, query] = (uri.length <= LINK_LENGTH_MAX && LINK.exec(uri)) || refuse();
    const label = decoded(encodedLabel);
    const values = parameters(query);
    const colon = label.indexOf(':');
    const prefix = colon < 0 ? '' : label.slice(0, colon);
    const issuer = values.get('issuer') ?? prefix;
    const account = label.slice(colon + 1).trimStart();
    if (colon >= 0 && prefix !== issuer) {
        refuse();
    }
    if (account.trim() === '' || [issuer, account].some((name) => name.includes(':') || name.length > NAME_LENGTH_MAX)) {
        refuse();
    }
    return {
        type: type === 'totp' ? 'totp' : 'hotp',
        issuer,
        account,
        key: secret(values.get('secret') ?? ''),
        algorithm: hash(values.get('algorithm') ?? 'SHA1'),
        digits: number(values.get('digits') ?? '6', 4, 10),
        period: type === 'totp' ? number(values.get('period') ?? '30', 1, PERIOD_MAX) : 0,
        counter: type === 'hotp' ? counter(values.get('counter') ?? '') : 0n,
    };
}

/**
 * @param {string} query
 * @returns {Map<string, string>}
 */
function parameters(query) {
    const pairs = query.split('&');
    const values = new Map(
        pairs.map((pair) => {
            const equals = pair.indexOf('=');
            return equals < 0 ? refuse() : [pair.slice(0, equals), decoded(pair.slice(equals + 1))];
        }),
    );
    return values.size === pairs.length && pairs.length <= PARAMETERS_MAX ? values : refuse();
}

/** @param {string} text */
function secret(text) {
    try {
        const key = fromBase32(text);
        return key.length >= 10 && key.length <= 64 ? key : refuse();
    } catch {
        return refuse();
    }
}

/**
 * @param {string} name
 * @returns {Hash}
 */
function hash(name) {
    return name === 'SHA1' || name === 'SHA256' || name === 'SHA512' ? name : refuse();
}

/**
 * @param {string} text
 * @param {number} min
 * @param {number} max
 */
function number(text, min, max) {
    const value = /^[0-9]{1,4}$/.test(text) ? Number(text) : refuse();
    return value >= min && value <= max ? value : refuse();
}

/** @param {string} text */
function counter(text) {
    const value = /^[0-9]{1,20}$/.test(text) ? BigInt(text) : refuse();
    return value < 1n << 64n ? value : refuse();
}

/**
 * A plus is a plus here: these links are not forms.
 *
 * @param {string} text
 */
function decoded(text) {
    try {
        return decodeURIComponent(text);
    } catch {
        return refuse();
    }
}

/** @returns {never} */
function refuse() {
    throw new RamznaError('otpauth');
}
