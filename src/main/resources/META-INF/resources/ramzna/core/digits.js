/**
 * Digits as people type them: Latin, Persian (U+06F0 to U+06F9) or Arabic-Indic (U+0660 to U+0669), mixed as they
 * like. Digits of all other scripts are not digits here. The same three doors as on the portal's side
 * (docs/protocol/codes.md, "How a code may be typed").
 */

const PERSIAN_ZERO = 0x06f0;

/** Spaces, hyphens, brackets, and the invisible marks that keyboards and clipboards put around digits. */
const FORGIVEN =
    /[ \t\n\v\f\r\u00a0\u202f\u2010-\u2013()[\]\u200b-\u200f\u061c\u202a-\u202e\u2066-\u2069\ufeff-]/g;

/**
 * @param {string} text
 * @returns {string} with Persian and Arabic-Indic digits as 0-9; everything else stays
 */
export function latinDigits(text) {
    return text.replace(/[\u06f0-\u06f9\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) & 0xf));
}

/**
 * @param {string} text
 * @returns {string} with 0-9 as Persian digits, to show; everything else stays
 */
export function persianDigits(text) {
    return text.replace(/[0-9]/g, (digit) => String.fromCharCode(PERSIAN_ZERO + Number(digit)));
}

/**
 * What somebody meant who typed or pasted a card number, a serial number or a part of a key. Any other sign stays, so
 * that the rule of the value refuses it. Not for one-time codes.
 *
 * @param {string} text
 * @returns {string} without spaces, line ends, hyphens, brackets and invisible marks, with Latin digits
 */
export function typed(text) {
    return latinDigits(text.replace(FORGIVEN, ''));
}

/**
 * A one-time code, which forgives nothing but the script of its digits.
 *
 * @param {string} text
 * @param {number} min fewest digits
 * @param {number} max most digits
 * @returns {string | null} in Latin digits, or null where anything else is in it
 */
export function code(text, min, max) {
    const latin = latinDigits(text);
    return /^[0-9]+$/.test(latin) && latin.length >= min && latin.length <= max ? latin : null;
}

/**
 * @param {string} text
 * @returns {string | null} a card number of 16 to 19 digits whose check digit (Luhn) agrees, or null
 */
export function cardNumber(text) {
    const digits = typed(text);
    if (!/^[0-9]{16,19}$/.test(digits) || /^(.)\1*$/.test(digits)) {
        return null;
    }
    const sum = Array.from(digits, Number)
        .reverse()
        .map((digit, i) => (i % 2 === 0 ? digit : digit < 5 ? 2 * digit : 2 * digit - 9))
        .reduce((total, digit) => total + digit, 0);
    return sum % 10 === 0 ? digits : null;
}
