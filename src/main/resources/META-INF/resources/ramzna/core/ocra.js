/**
 * Codes that answer a question (RFC 6287), and the two kinds of them that banks use here: with a life and a largest
 * amount of the customer's own (S5.6, S5.7), and for one payment. docs/protocol/codes.md.
 *
 * @typedef {import('./bytes.js').Bytes} Bytes
 * @typedef {import('./otp.js').Hash} Hash
 *
 * @typedef {object} Suite
 * @property {string} name it is hashed too
 * @property {Hash} hash
 * @property {number} digits 4 to 10
 * @property {boolean} counter whether a counter is hashed
 * @property {'A' | 'N' | 'H'} format of the question: letters and digits, a number, hexadecimal
 * @property {number} questionLength longest question, 4 to 64
 * @property {Hash | null} password hash of the PIN or password
 * @property {number} sessionBytes 0 for none
 * @property {number} timeStep in seconds, 0 for none
 *
 * @typedef {object} Input what the suite names must be there, and nothing else
 * @property {string} question
 * @property {number | bigint} [counter]
 * @property {string} [password] not hashed yet
 * @property {Bytes} [session]
 * @property {number | bigint} [step] see {@link timeStep}
 *
 * @typedef {{lifeSeconds: number, maxRial: number}} Bounds the largest amount in whole units, 0 for none
 * @typedef {{type: string, amount: number, merchant: string, terminal: string}} Payment as the card switch names it
 */
import { concat, fromHex, hex, utf8 } from './bytes.js';
import { RamznaError } from './errors.js';
import { WEB_CRYPTO, counterBytes, hmac, step, truncate } from './otp.js';

const SUITE =
    /^OCRA-1:HOTP-(SHA1|SHA256|SHA512)-([0-9]{1,2}):(C-)?Q([ANH])([0-9]{2})(?:-P(SHA1|SHA256|SHA512))?(?:-S([0-9]{3}))?(?:-T([0-9]{1,2})([SMH]))?$/;
const SIGNS = Object.freeze({ A: /^[0-9A-Za-z]+$/, N: /^[0-9]+$/, H: /^[0-9A-Fa-f]+$/ });
const QUESTION_BYTES = 128;
const MINUTE = 60;

/** Unit of the largest amount, in rial, and the largest that fits a question. */
export const LIMIT_UNIT = 100_000;
export const LIMIT_MAX = 9_999 * LIMIT_UNIT;

/**
 * @param {string} name such as `OCRA-1:HOTP-SHA256-8:QN08-T1M`
 * @returns {Suite}
 * @throws {RamznaError} `value` for anything but a suite within the limits of RFC 6287, section 6
 */
export function parseSuite(name) {
    const found = SUITE.exec(name) ?? refuse();
    const [, hash, digits, counter, format, length, password, session, amount, unit] = found;
    const hours = unit === 'H';
    const count = amount === undefined ? 0 : within(Number(amount), 1, hours ? 48 : 59);
    return {
        name,
        hash: /** @type {Hash} */ (hash),
        digits: within(Number(digits), 4, 10),
        counter: counter !== undefined,
        format: /** @type {'A' | 'N' | 'H'} */ (format),
        questionLength: within(Number(length), 4, 64),
        password: /** @type {Hash | undefined} */ (password) ?? null,
        sessionBytes: within(Number(session ?? 0), 0, 512),
        timeStep: count * (hours ? 3600 : unit === 'M' ? 60 : 1),
    };
}

/**
 * @param {Suite | string} suiteOrName
 * @param {Bytes} key
 * @param {Input} input
 * @returns {Promise<string>} the response
 * @throws {RamznaError} `value` if an input that the suite names is missing or malformed, or another one is there
 */
export async function ocra(suiteOrName, key, input) {
    const suite = typeof suiteOrName === 'string' ? parseSuite(suiteOrName) : suiteOrName;
    const wanted = [suite.counter, suite.password !== null, suite.sessionBytes > 0, suite.timeStep > 0];
    const given = [input.counter, input.password, input.session, input.step].map((value) => value !== undefined);
    if (wanted.some((want, i) => want !== given[i])) {
        refuse();
    }
    const message = concat(
        utf8(suite.name),
        [0],
        input.counter === undefined ? [] : counterBytes(input.counter),
        questionBytes(suite, input.question),
        suite.password === null ? [] : await hashed(suite.password, input.password ?? ''),
        filled(suite.sessionBytes, input.session ?? new Uint8Array(0)),
        input.step === undefined ? [] : counterBytes(input.step),
    );
    return truncate(await hmac(key, suite.hash, message), suite.digits);
}

/**
 * @param {Suite} suite that hashes time
 * @param {number} unixMillis
 * @returns {number} its time step at this moment
 */
export function timeStep(suite, unixMillis) {
    return step(unixMillis, within(suite.timeStep, 1, Infinity));
}

/**
 * The code with a life and a largest amount that the customer chose. Only those of the bank's profile are accepted.
 *
 * @param {Bytes} key of codes: where a PIN is needed, the one that it opens
 * @param {number} digits
 * @param {Bounds} bounds
 * @param {number} unixMillis
 * @returns {Promise<string>}
 */
export async function boundCode(key, digits, { lifeSeconds, maxRial }, unixMillis) {
    const limit = within(maxRial, 0, LIMIT_MAX) / LIMIT_UNIT;
    if (!Number.isInteger(limit) || !Number.isInteger(within(lifeSeconds, 1, 999))) {
        refuse();
    }
    const question = `1${String(lifeSeconds).padStart(3, '0')}${String(limit).padStart(4, '0')}`;
    return minuteCode('QN08', key, digits, question, unixMillis);
}

/**
 * The code for one payment; for any other it is wrong.
 *
 * @param {Bytes} key of codes: where a PIN is needed, the one that it opens
 * @param {number} digits
 * @param {Payment} payment
 * @param {number} unixMillis
 * @returns {Promise<string>}
 */
export async function paymentCode(key, digits, { type, amount, merchant, terminal }, unixMillis) {
    if (!Number.isSafeInteger(within(amount, 0, Infinity)) || [type, merchant, terminal].some((s) => s.includes('\n'))) {
        refuse();
    }
    const content = utf8([type, amount, merchant, terminal].join('\n'));
    const question = hex(new Uint8Array(await crypto.subtle.digest('SHA-256', content)));
    return minuteCode('QH64', key, digits, question, unixMillis);
}

/**
 * @param {number} unixMillis
 * @returns {number} milliseconds until the minute that bound and payment codes are made of is over
 */
export function minuteEnds(unixMillis) {
    return (step(unixMillis, MINUTE) + 1) * MINUTE * 1000 - unixMillis;
}

/**
 * @param {'QN08' | 'QH64'} questions
 * @param {Bytes} key
 * @param {number} digits
 * @param {string} question
 * @param {number} unixMillis
 */
function minuteCode(questions, key, digits, question, unixMillis) {
    return ocra(`OCRA-1:HOTP-SHA256-${digits}:${questions}-T1M`, key, { question, step: step(unixMillis, MINUTE) });
}

/**
 * In 128 bytes, zeros behind it; numbers are set in hexadecimal, digit by digit (section 5.1).
 *
 * @param {Suite} suite
 * @param {string} question in a mutual exchange both, one behind the other
 */
function questionBytes({ format, questionLength }, question) {
    if (!SIGNS[format].test(question) || question.length < 4 || question.length > 2 * questionLength) {
        refuse();
    }
    const digits = format === 'A' ? hex(utf8(question)) : format === 'N' ? BigInt(question).toString(16) : question;
    return fromHex(digits.padEnd(2 * QUESTION_BYTES, '0'));
}

/**
 * @param {Hash} hash
 * @param {string} password
 */
async function hashed(hash, password) {
    return new Uint8Array(await crypto.subtle.digest(WEB_CRYPTO[hash], utf8(password)));
}

/**
 * @param {number} length
 * @param {Bytes} session
 */
function filled(length, session) {
    return concat(new Uint8Array(within(length - session.length, 0, length)), session);
}

/**
 * @param {number} value
 * @param {number} min
 * @param {number} max
 */
function within(value, min, max) {
    return value >= min && value <= max ? value : refuse();
}

/** @returns {never} */
function refuse() {
    throw new RamznaError('value');
}
