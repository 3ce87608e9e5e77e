// The steps of a move between two phones (docs/protocol/phone.md, section 6).
import { newClaimKeys, unseal } from '../core/claim.js';
import { checkNumber, readAnswer, readWish, writeAnswer, writeWish } from '../core/move.js';
import { RamznaError } from '../core/errors.js';
import { askForMove, bankState } from './bank.js';
import { bankOf } from './banks.js';
import { keep } from './enrol.js';
import { chosen } from './preferences.js';

/** @typedef {import('../core/store.js').Token} Token */

/**
 * The new phone's wish.
 *
 * @param {string} deviceName
 */
export async function newWish(deviceName) {
    const keys = await newClaimKeys();
    const link = writeWish(location.origin, { publicKey: keys.publicKey, deviceName });
    return { link, keys, number: await checkNumber(keys.publicKey) };
}

/**
 * What the old phone scanned.
 *
 * @param {string} content
 */
export async function wishIn(content) {
    const wish = readWish(content, location.origin);
    return { ...wish, number: await checkNumber(wish.publicKey) };
}

/**
 * Asks the bank and makes the answer for the new phone.
 *
 * @param {Token} token
 * @param {{publicKey: string, deviceName: string}} wish
 * @returns {Promise<string>} link for a QR code
 */
export async function answerWish(token, { publicKey, deviceName }) {
    const answer = await askForMove(token, { publicKey, deviceName });
    const issuerName = bankOf(answer.issuer)?.name[chosen().language] ?? token.issuerName;
    return writeAnswer(location.origin, { ...answer, issuerName, label: '**** ' + answer.last4 });
}

/**
 * The new phone opens the answer, keeps its key and proves it; with that the old phone is out.
 *
 * @param {string} content
 * @param {import('../core/claim.js').ClaimKeys} keys
 * @param {string} deviceName
 */
export async function finishMove(content, keys, deviceName) {
    const answer = readAnswer(content, location.origin);
    const key = await unseal(answer, keys, answer);
    const { kind, algorithm, digits, period, issuer, issuerName, label, pinDigits, reference } = answer;
    const bound = bankOf(issuer)?.boundCodes;
    await keep({
        section: 'card',
        kind,
        issuer,
        issuerName,
        label,
        last4: (/(\d{4})$/.exec(label) ?? [])[1] ?? '',
        algorithm,
        digits,
        period,
        type: 'totp',
        pinDigits,
        reference,
        ...(bound && { boundCodes: bound }),
    }, key, deviceName);
}

/**
 * Whether the old phone's token still lives.
 *
 * @param {Token} token
 */
export async function stillHere(token) {
    try {
        await bankState(token);
        return true;
    } catch (problem) {
        if (problem instanceof RamznaError && problem.code === 'unknown-there') {
            return false;
        }
        throw problem;
    }
}
