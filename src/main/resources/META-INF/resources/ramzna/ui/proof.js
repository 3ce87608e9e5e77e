// The first code: sent to the bank by the phone itself where it can, else typed by its owner. With it the older token dies.
import * as api from '../core/api.js';
import * as store from '../core/store.js';
import { bankState } from './bank.js';
import { makeCode } from './codes.js';
import { askPin } from './pin.js';
import { toast } from './shell.js';
import { problemText } from './pieces.js';
import { now, ofBranch } from './session.js';

/** @typedef {import('../core/store.js').Token} Token */

const PROOFS_MAX = 5;

/**
 * @param {Token} token kept and not proven yet
 * @param {string} deviceName how this device is called at the bank (S10.23)
 * @returns {Promise<{done: 'proven' | 'to-type' | 'to-type-atm', spentUntil: number}>} what is left to do, and until when the code
 *     of now is spent
 */
export async function prove(token, deviceName) {
    if (!token.reference) {
        return { done: 'to-type', spentUntil: 0 };
    }
    let corrected = false;
    for (let i = 0; i < PROOFS_MAX; i++) {
        const pin = token.pinDigits > 0 ? await askPin(token) : undefined;
        if (pin === null) {
            return { done: 'to-type-atm', spentUntil: 0 };
        }
        try {
            const { code, until } = await makeCode(token, { for: 'any' }, now(), pin);
            const tell = ofBranch(token) ? api.proofOfBranch : api.proof;
            await tell(token.reference, code, await store.device(token.id), deviceName);
            await proven(await named(token));
            return { done: 'proven', spentUntil: until };
        } catch (problem) {
            const { code } = /** @type {{code?: string}} */ (problem);
            if (code === 'wrong' && pin !== undefined) {
                toast(problemText(problem), 'bad');
            } else if (code === 'wrong' && !corrected) {
                // The answer has taught the clock; a code by the bank's time comes next.
                corrected = true;
            } else if (code === 'offline' || code === 'away') {
                return { done: 'to-type-atm', spentUntil: 0 };
            } else {
                await store.remove(token.id);
                throw problem;
            }
        }
    }
    return { done: 'to-type-atm', spentUntil: 0 };
}

/**
 * A token made of a receipt and an SMS does not know its card; the bank tells it, so that the list can show it.
 *
 * @param {Token} token
 */
async function named(token) {
    if (token.last4 !== '' || ofBranch(token)) {
        return token;
    }
    try {
        return { ...token, last4: (await bankState(token)).last4 };
    } catch {
        return token;
    }
}

/**
 * The token counts from now on; an older one for the same password of the same card is dead at the bank and goes (S10.12).
 *
 * @param {Token} token
 */
export async function proven(token) {
    await store.update(token.id, { pending: false });
    const others = await store.list();
    for (const other of others) {
        const same = other.id !== token.id && other.kind === token.kind && other.issuer === token.issuer && token.last4 !== '' && other.last4 === token.last4;
        if (same && other.section === token.section && other.pending !== true) {
            await store.remove(other.id);
        }
    }
}
