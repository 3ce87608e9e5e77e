/**
 * What the portal answers while a token is being activated (docs/protocol/claim.md). For a token that is active, see
 * phone.js. All raise `offline`, `away`, `wait`, `contract`, and what is named with them.
 *
 * @typedef {import('./activation.js').Context} Context
 * @typedef {import('./activation.js').PasswordKind} PasswordKind
 * @typedef {import('./claim.js').Sealed} Sealed
 *
 * @typedef {object} ClaimFacts
 * @property {string} issuer key of the issuer profile
 * @property {string} last4 of the card
 * @property {number} pinDigits of the personal PIN, 0 for none
 * @property {{deviceName: string | null} | null} heldBy the device that loses the token with the proof (S10.23)
 * @typedef {Context & Sealed & ClaimFacts} ClaimAnswer itself the context in which the seal opens, where there was no link
 */
import { RamznaError } from './errors.js';
import { fields, good, isObject, post } from './request.js';

const ACTIVATIONS = '/api/v1/activations';
const OF_BRANCH = '/api/v1/gateway-tokens';

/**
 * Says that the QR code was read. Where a code comes by SMS, it leaves now.
 *
 * @param {string} reference
 * @returns {Promise<{codeNeeded: boolean, expiresAt: number}>} Unix milliseconds
 * @throws {RamznaError} `gone`
 */
export async function scanned(reference) {
    const answer = fields(good(await post(one(reference, 'scanned'), undefined)));
    return { codeNeeded: answer.flag('codeNeeded'), expiresAt: answer.time('expiresAt') };
}

/**
 * Asks for the key with the code of the SMS. May be asked again with the same public key.
 *
 * @param {string} reference
 * @param {{code: string, publicKey: string, deviceName: string}} question
 * @returns {Promise<ClaimAnswer>}
 * @throws {RamznaError} `wrong` with `triesLeft`; `gone`
 */
export async function claim(reference, question) {
    return claimed(await post(one(reference, 'claim'), JSON.stringify(question)));
}

/**
 * @param {{serial: string, code: string, publicKey: string, deviceName: string}} question
 * @returns {Promise<ClaimAnswer>}
 * @throws {RamznaError} `wrong`, also for an unknown serial number or an activation that is over
 */
export async function claimBySerial(question) {
    return claimed(await post(`${ACTIVATIONS}/by-serial`, JSON.stringify(question)));
}

/**
 * The key of an account token (S10.18); as above.
 *
 * @param {{serial: string, code: string, publicKey: string, deviceName: string}} question
 * @returns {Promise<ClaimAnswer>}
 */
export async function claimOfBranch(question) {
    const body = fields(good(await post(`${OF_BRANCH}/claim`, JSON.stringify(question))));
    return { ...sealedKey(body), kind: null, last4: '', pinDigits: 0, heldBy: null };
}

/**
 * Proves the first code of an account token; as {@link proof}.
 *
 * @param {string} reference
 * @param {string} code
 * @param {string} device
 * @param {string} deviceName
 */
export async function proofOfBranch(reference, code, device, deviceName) {
    good(await post(`${OF_BRANCH}/${reference}/proof`, JSON.stringify({ code, device, deviceName })));
}

/**
 * @param {{card: string, kind: PasswordKind, code: string, publicKey: string, deviceName: string}} question
 * @returns {Promise<ClaimAnswer>}
 * @throws {RamznaError} `wrong`, also for an unknown card or an activation that is over
 */
export async function claimByCard({ kind, ...question }) {
    return claimed(await post(`${ACTIVATIONS}/by-card`, JSON.stringify({ ...question, password: kind })));
}

/**
 * Proves a first code; with it the token is active, and an older one of the same password dead.
 *
 * @param {string} reference
 * @param {string} code
 * @param {string} [device] of the store; with it this phone holds the token (docs/protocol/phone.md, section 2)
 * @param {string} [deviceName] how this phone calls itself
 * @returns {Promise<{kind: PasswordKind, staticDisabled: boolean}>}
 * @throws {RamznaError} `wrong` with `triesLeft`; `gone`
 */
export async function proof(reference, code, device, deviceName) {
    const answer = fields(good(await post(one(reference, 'proof'), JSON.stringify({ code, device, deviceName }))));
    return { kind: answer.oneOf('password', KINDS), staticDisabled: answer.flag('staticDisabled') };
}

/** @type {readonly PasswordKind[]} */
export const KINDS = ['FIRST', 'SECOND'];

/** @type {readonly import('./otp.js').Hash[]} */
export const HASHES = ['SHA1', 'SHA256', 'SHA512'];

/**
 * @param {import('./request.js').Answer} answer
 * @returns {ClaimAnswer}
 */
export function claimed(answer) {
    const body = fields(good(answer));
    const held = answer.body.heldBy;
    return {
        ...sealedKey(body),
        kind: body.oneOf('password', KINDS),
        last4: body.text('cardLastFour'),
        pinDigits: body.number('pinDigits'),
        heldBy: isObject(held) ? { deviceName: typeof held.deviceName === 'string' ? held.deviceName : null } : null,
    };
}

/** @param {ReturnType<typeof fields>} body */
function sealedKey(body) {
    return {
        ephemeralKey: body.text('ephemeralKey'),
        sealedKey: body.text('sealedKey'),
        reference: body.text('reference'),
        algorithm: body.oneOf('algorithm', HASHES),
        digits: body.number('digits'),
        period: body.number('periodSeconds'),
        issuer: body.text('issuer'),
    };
}

/**
 * @param {string} reference
 * @param {'scanned' | 'claim' | 'proof'} what
 */
function one(reference, what) {
    if (!/^[A-Za-z0-9_-]{1,40}$/.test(reference)) {
        throw new RamznaError('value');
    }
    return `${ACTIVATIONS}/${reference}/${what}`;
}
