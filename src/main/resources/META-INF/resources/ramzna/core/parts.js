/**
 * Key parts that people type, and how a mistyped one is found (docs/protocol/activation.md, section 1).
 *
 * @typedef {'digits' | 'letters'} Alphabet
 * @typedef {{number: number, alphabet: Alphabet, length: number}} PartFormat number 1 to 4; length with check signs
 * @typedef {{ok: true, text: string}} GoodPart text in its one spelling
 * @typedef {{ok: false, reason: 'length', expected: number, found: number}} WrongLength
 * @typedef {{ok: false, reason: 'sign', position: number}} ForeignSign position from 1, in the cleaned text
 * @typedef {{ok: false, reason: 'check'}} Mistyped
 * @typedef {{ok: false, reason: 'swapped', actual: number}} OtherPart a good part, of the number `actual`
 * @typedef {GoodPart | WrongLength | ForeignSign | Mistyped | OtherPart} PartReading
 */
import { typed } from './digits.js';

const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A totally anti-symmetric quasigroup of order 10 (H. M. Damm, 2004); row: so far, column: next digit. */
const DAMM = [
    '0317598642',
    '7092154863',
    '4206871359',
    '1750983426',
    '6123045978',
    '3674209581',
    '5869720134',
    '8945362017',
    '9438617205',
    '2581436790',
];

/** x^10 + x^3 + 1 */
const CRC_POLYNOMIAL = 0b1001;

/** Limits of a part's length, check signs included. */
export const LENGTH_MIN = 6;
export const LENGTH_MAX = 160;

/**
 * Reads what was typed or pasted for a part.
 *
 * @param {number} number 1 to 4
 * @param {Alphabet} alphabet
 * @param {number} length with check signs
 * @param {string} text as typed: digits of any of three scripts, small letters, groups, hyphens
 * @param {PartFormat[]} [others] the other parts of the same activation, to notice a part in the wrong field
 * @returns {PartReading}
 */
export function checkPart(number, alphabet, length, text, others = []) {
    const reading = readAs({ number, alphabet, length }, text);
    if (!reading.ok) {
        const other = others.find((format) => format.number !== number && readAs(format, text).ok);
        if (other) {
            return { ok: false, reason: 'swapped', actual: other.number };
        }
    }
    return reading;
}

/**
 * @param {string} text a part in its one spelling
 * @returns {string} in groups of four
 */
export function grouped(text) {
    return text.replace(/.{4}(?!$)/g, '$& ');
}

/**
 * @param {number} number
 * @param {Alphabet} alphabet
 * @param {string} content
 * @returns {string} the check signs that belong behind it
 */
export function checkSigns(number, alphabet, content) {
    if (alphabet === 'digits') {
        return String(Array.from(content).reduce((interim, digit) => Number(DAMM[interim][Number(digit)]), number));
    }
    const register = Array.from(content).reduce((crc, sign) => shift(crc, LETTERS.indexOf(sign)), shift(0, number));
    return LETTERS[register >> 5] + LETTERS[register & 0x1f];
}

/**
 * @param {PartFormat} format
 * @param {string} raw
 * @returns {PartReading}
 */
function readAs({ number, alphabet, length }, raw) {
    const text = alphabet === 'digits' ? typed(raw) : capitals(typed(raw)).replace(/[IL]/g, '1').replace(/O/g, '0');
    const position = text.search(alphabet === 'digits' ? /[^0-9]/ : /[^0-9A-HJKMNP-TV-Z]/);
    if (position >= 0) {
        return { ok: false, reason: 'sign', position: position + 1 };
    }
    if (text.length !== length) {
        return { ok: false, reason: 'length', expected: length, found: text.length };
    }
    const contentLength = length - (alphabet === 'digits' ? 1 : 2);
    const check = checkSigns(number, alphabet, text.slice(0, contentLength));
    return check === text.slice(contentLength) ? { ok: true, text } : { ok: false, reason: 'check' };
}

/**
 * Of a-z alone: other scripts have letters whose capital is one of ours.
 *
 * @param {string} text
 */
function capitals(text) {
    return text.replace(/[a-z]/g, (letter) => letter.toUpperCase());
}

/**
 * @param {number} crc
 * @param {number} value 5 bits
 * @returns {number} the register of 10 bits after them
 */
function shift(crc, value) {
    let register = crc ^ (value << 5);
    for (let bit = 0; bit < 5; bit++) {
        register = register & 0x200 ? ((register << 1) & 0x3ff) ^ CRC_POLYNOMIAL : register << 1;
    }
    return register;
}
