/**
 * What a QR code, a picture or the clipboard held.
 *
 * @typedef {{what: 'activation', activation: import('./activation.js').Activation}} ScannedActivation
 * @typedef {{what: 'wish', wish: import('./move.js').Wish}} ScannedWish a new phone that asks for a token of this one
 * @typedef {{what: 'answer', answer: import('./move.js').MoveAnswer}} ScannedAnswer the old phone's, for this new one
 * @typedef {{what: 'standard', standard: import('./otpauth.js').Standard}} ScannedStandard a token of anybody
 * @typedef {ScannedActivation | ScannedWish | ScannedAnswer | ScannedStandard} Scanned
 */
import { readLink } from './activation.js';
import { openLink } from './linkbytes.js';
import { readAnswer, readWish } from './move.js';
import { readOtpauth } from './otpauth.js';

/**
 * @param {string} text
 * @param {string} [ownOrigin] where this app comes from, such as `https://bank.example`
 * @returns {Scanned}
 * @throws {import('./errors.js').RamznaError} `link`, `other-portal`, `otpauth`
 */
export function readScanned(text, ownOrigin) {
    if (/^\s*otpauth:/i.test(text)) {
        return { what: 'standard', standard: readOtpauth(text.trim()) };
    }
    switch (openLink(text, ownOrigin).reader.number()) {
        case 3:
            return { what: 'wish', wish: readWish(text, ownOrigin) };
        case 4:
            return { what: 'answer', answer: readAnswer(text, ownOrigin) };
        default:
            return { what: 'activation', activation: readLink(text, ownOrigin) };
    }
}
