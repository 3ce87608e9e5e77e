/**
 * What this phone asks the bank about a token that is active (docs/protocol/phone.md). The key signs each request and
 * never travels. All raise `unknown-there`, `held`, `wait`, `away`, `offline`, `contract`.
 *
 * @typedef {import('./bytes.js').Bytes} Bytes
 * @typedef {import('./activation.js').PasswordKind} PasswordKind
 * @typedef {import('./otp.js').Hash} Hash
 * @typedef {{key: Bytes, device: string}} Speaker of the store: the token's key before any PIN, and its device name
 *
 * @typedef {object} PasswordState one of the card's two passwords, as the bank has it
 * @property {PasswordKind} kind
 * @property {'STATIC' | 'DYNAMIC' | 'LOCKED'} state locked: too many wrong codes, only a new activation helps
 * @property {boolean} frozen
 * @property {boolean} staticWorks
 * @property {number} lifeSeconds of codes, as the customer set it
 * @property {number | null} limitRial null for none
 * @property {string[]} channels that are on
 * @property {number} wrongCodes
 * @property {number} wrongCodesMax
 *
 * @typedef {object} TokenState
 * @property {string} issuer
 * @property {string} last4
 * @property {boolean} cardActive
 * @property {boolean} cardExpired
 * @property {PasswordKind} kind of the password that this token makes codes for
 * @property {string | null} deviceName
 * @property {Hash} algorithm
 * @property {number} digits
 * @property {number} period in seconds
 * @property {number} pinDigits
 * @property {number} clockOffSeconds how far the phone was ahead at the last code that counted
 * @property {number} activatedAt Unix milliseconds, like all times
 * @property {number | null} lastUsedAt
 * @property {{lives: number[], limits: number[]} | null} boundCodes seconds and rial to choose from; null for none
 * @property {number | null} newPhoneFrom since somebody has asked for a new phone without this one
 * @property {PasswordState[]} passwords
 */
import { HASHES, KINDS, claimed } from './api.js';
import { base64url, utf8 } from './bytes.js';
import { now } from './clock.js';
import { hkdf } from './hkdf.js';
import { hmac } from './otp.js';
import { fields, good, post } from './request.js';

const CLOCK_OFF_MAX = 30_000;

let lastTime = 0;

/**
 * @param {Bytes} key
 * @returns {Promise<string>} how the phone calls the token; no secret
 */
export async function phoneName(key) {
    return base64url(await hkdf(key, utf8('ramzineh phone name v1'), utf8(''), 16));
}

/**
 * @param {Bytes} key
 * @returns {Promise<Bytes>} what requests are signed with
 */
export async function phoneKey(key) {
    return hkdf(key, utf8('ramzineh phone v1'), utf8(await phoneName(key)), 32);
}

/**
 * @param {Bytes} key
 * @param {string} path beginning with `/api/v1/tokens/` or `/api/v1/gateway-tokens/`
 * @param {number} time Unix milliseconds
 * @param {string} body
 * @returns {Promise<string>} `Phone-Mac`
 */
export async function phoneMac(key, path, time, body) {
    return base64url(await hmac(await phoneKey(key), 'SHA256', utf8(['POST', path, time, body].join('\n'))));
}

/**
 * What holds at the bank now (S5.5).
 *
 * @param {Speaker} speaker
 * @param {string} deviceName how this phone calls itself
 * @returns {Promise<TokenState>}
 */
export async function state(speaker, deviceName) {
    const body = fields(good(await ask(speaker, 'state', { deviceName })));
    const bound = body.has('boundCodes') ? body.object('boundCodes') : null;
    return {
        issuer: body.text('issuer'),
        last4: body.text('cardLastFour'),
        cardActive: body.flag('cardActive'),
        cardExpired: body.flag('cardExpired'),
        kind: body.oneOf('password', KINDS),
        deviceName: body.has('deviceName') ? body.text('deviceName') : null,
        algorithm: body.oneOf('algorithm', HASHES),
        digits: body.number('digits'),
        period: body.number('periodSeconds'),
        pinDigits: body.number('pinDigits'),
        clockOffSeconds: body.number('clockOffSeconds'),
        activatedAt: body.time('activatedAt'),
        lastUsedAt: body.has('lastUsedAt') ? body.time('lastUsedAt') : null,
        boundCodes: bound && { lives: bound.numbers('livesSeconds'), limits: bound.numbers('capsRial') },
        newPhoneFrom: body.has('newPhoneFrom') ? body.time('newPhoneFrom') : null,
        passwords: body.objects('passwords').map((password) => ({
            kind: password.oneOf('password', KINDS),
            state: password.oneOf('state', STATES),
            frozen: password.flag('frozen'),
            staticWorks: password.flag('staticWorks'),
            lifeSeconds: password.number('lifeSeconds'),
            limitRial: password.has('capRial') ? password.number('capRial') : null,
            channels: password.texts('channels'),
            wrongCodes: password.number('wrongCodes'),
            wrongCodesMax: password.number('wrongCodesMax'),
        })),
    };
}

/**
 * Gives the token back; it is dead at once (S10.12, S10.17). Forget the key after it, also on `unknown-there`.
 *
 * @param {Speaker} speaker
 * @returns {Promise<{kind: PasswordKind, staticAgain: boolean, channels: string[]}>} whether the static password counts
 *     again, and if not, what still makes codes
 */
export async function giveBack(speaker) {
    const body = fields(good(await ask(speaker, 'delete', {})));
    return {
        kind: body.oneOf('password', KINDS),
        staticAgain: body.flag('staticAgain'),
        channels: body.texts('channels'),
    };
}

/**
 * What an account token is linked to now (S10.4).
 *
 * @param {Speaker} speaker
 * @param {string} deviceName
 * @returns {Promise<{linked: string[], locked: string[]}>}
 */
export async function branchState(speaker, deviceName) {
    const body = fields(good(await ask(speaker, 'state', { deviceName }, 'gateway-tokens')));
    return { linked: body.texts('linked'), locked: body.texts('locked') };
}

/**
 * Gives an account token back (S10.19); as {@link giveBack}.
 *
 * @param {Speaker} speaker
 */
export async function giveBackToBranch(speaker) {
    good(await ask(speaker, 'delete', {}, 'gateway-tokens'));
}

/**
 * Asks, from the old phone, for a token for the new one. May be asked again with the same public key.
 *
 * @param {Speaker} speaker
 * @param {import('./move.js').Wish} wish
 * @returns {Promise<import('./api.js').ClaimAnswer & {expiresAt: number}>}
 * @throws {import('./errors.js').RamznaError} `refused` with `reason`
 */
export async function moveTo(speaker, { publicKey, deviceName }) {
    const answer = await ask(speaker, 'moves', { publicKey, deviceName });
    return { ...claimed(answer), expiresAt: fields(answer.body).time('expiresAt') };
}

/**
 * Objects to a new phone that was asked for without this one.
 *
 * @param {Speaker} speaker
 * @returns {Promise<boolean>} whether somebody had asked
 */
export async function keepHere(speaker) {
    return fields(good(await ask(speaker, 'keep', {}))).flag('kept');
}

/** @type {readonly PasswordState['state'][]} */
const STATES = ['STATIC', 'DYNAMIC', 'LOCKED'];

/**
 * Asks, and once more with the portal's time where the phone's clock may be why it was refused.
 *
 * @param {Speaker} speaker
 * @param {'state' | 'delete' | 'moves' | 'keep'} what
 * @param {Record<string, string>} question
 * @param {'tokens' | 'gateway-tokens'} [place]
 */
async function ask({ key, device }, what, question, place = 'tokens') {
    const path = `/api/v1/${place}/${await phoneName(key)}/${what}`;
    const body = JSON.stringify({ device, ...question });
    const signed = async (/** @type {number} */ time) =>
        post(path, body, { 'Phone-Time': String(time), 'Phone-Mac': await phoneMac(key, path, time, body) });
    const time = fresh(now());
    const answer = await signed(time);
    const better = Date.now() - answer.clockAhead;
    return answer.status === 401 && Math.abs(better - time) > CLOCK_OFF_MAX ? signed(fresh(better)) : answer;
}

/**
 * @param {number} millis
 * @returns {number} it, or a little later: no two requests have the same time
 */
function fresh(millis) {
    lastTime = millis > lastTime || millis < lastTime - CLOCK_OFF_MAX ? Math.round(millis) : lastTime + 1;
    return lastTime;
}
