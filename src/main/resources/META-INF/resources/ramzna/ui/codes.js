// Which code, from when to when: the door between the screens and the computing.
import { hotp, totp } from '../core/otp.js';
import { boundCode, paymentCode } from '../core/ocra.js';
import { openKey } from '../core/pin.js';
import * as store from '../core/store.js';

/**
 * @typedef {{type: string, amount: number, merchant: string, terminal: string}} Payment
 * @typedef {{for: 'any'} | {for: 'bound', lifeSeconds: number, maxRial: number} | {for: 'payment', payment: Payment}} Wish
 * @typedef {{code: string, from: number, until: number, renews: boolean, counted: boolean}} MadeCode
 *     times in milliseconds since 1970; whether the next one comes by itself; whether it came from a counter
 */

const MINUTE = 60_000;
const COUNTED_SHOWN_MILLIS = 60_000;

/**
 * @param {import('../core/store.js').Token} token
 * @param {Wish} wish
 * @param {number} at milliseconds since 1970 by the bank's clock
 * @param {string} [pin]
 * @returns {Promise<MadeCode>}
 */
export async function makeCode(token, wish, at, pin) {
    const stored = await store.key(token.id);
    const key = pin === undefined ? stored : await openKey(stored, pin);
    const spec = { digits: token.digits, period: token.period, hash: token.algorithm };
    const minute = Math.floor(at / MINUTE) * MINUTE;
    if (wish.for === 'bound') {
        const code = await boundCode(key, token.digits, wish, at);
        return { code, from: minute, until: minute + wish.lifeSeconds * 1000, renews: false, counted: false };
    }
    if (wish.for === 'payment') {
        const code = await paymentCode(key, token.digits, wish.payment, at);
        return { code, from: minute, until: minute + MINUTE, renews: false, counted: false };
    }
    if (token.type === 'hotp') {
        const code = await hotp(key, await store.nextCounter(token.id), token.digits, token.algorithm);
        return { code, from: at, until: at + COUNTED_SHOWN_MILLIS, renews: false, counted: true };
    }
    const period = token.period * 1000;
    const from = Math.floor(at / period) * period;
    // A PIN is asked for each code: the next one does not come by itself (S7.11).
    return { code: await totp(key, at, spec), from, until: from + period, renews: pin === undefined, counted: false };
}
