// The first code: sent to the bank by the phone itself where it can, else typed by its owner. With it the older token dies.
import * as api from '../core/api.js';
import * as store from '../core/store.js';
import { bankState, branchState } from './bank.js';
import { makeCode } from './codes.js';
import { askPin } from './pin.js';
import { toast } from './shell.js';
import { problemText } from './pieces.js';
import { now, ofBranch } from './session.js';

/** @typedef {import('../core/store.js').Token} Token */

/**
 * @typedef {object} Proof
 * @property {'proven' | 'to-type' | 'to-type-atm' | 'later'} done what is left to do; `later`: try again
 * @property {number} spentUntil until when the code of now is spent
 * @property {unknown} [problem] why it is `later`
 */

const PROOFS_MAX = 5;
const NOTHING_SPENT = { spentUntil: 0 };

/**
 * Proves the first code. The key of a token goes with a refusal only where the bank says that it does not know that key: an
 * answer may have been lost, and the code may have been typed elsewhere meanwhile.
 *
 * @param {Token} token kept and not proven yet
 * @param {string} deviceName how this device is called at the bank (S10.23)
 * @returns {Promise<Proof>}
 * @throws {import('../core/errors.js').RamznaError} `gone`: the activation is over, and its key erased
 */
export async function prove(token, deviceName) {
    if (!token.reference) {
        return { done: 'to-type', ...NOTHING_SPENT };
    }
    let corrected = false;
    for (let i = 0; i < PROOFS_MAX; i++) {
        const pin = token.pinDigits > 0 ? await askPin(token) : undefined;
        if (pin === null) {
            return { done: 'to-type-atm', ...NOTHING_SPENT };
        }
        const { code, until } = await makeCode(token, { for: 'any' }, now(), pin);
        try {
            const tell = ofBranch(token) ? api.proofOfBranch : api.proof;
            await tell(token.reference, code, await store.device(token.id), deviceName);
        } catch (problem) {
            const { code: name } = /** @type {{code?: string}} */ (problem);
            if (name === 'wrong' && pin !== undefined) {
                toast(problemText(problem), 'bad');
            } else if (name === 'wrong' && !corrected) {
                // The answer has taught the clock; a code by the bank's time comes next.
                corrected = true;
            } else if (name === 'offline' || name === 'away') {
                return { done: 'to-type-atm', ...NOTHING_SPENT };
            } else if (name === 'gone') {
                return over(token, problem);
            } else {
                return { done: 'later', problem, ...NOTHING_SPENT };
            }
            continue;
        }
        await proven(await named(token));
        return { done: 'proven', spentUntil: until };
    }
    return { done: 'to-type-atm', ...NOTHING_SPENT };
}

/**
 * The activation is over: because this token is active already, or for good.
 *
 * @param {Token} token
 * @param {unknown} problem
 * @returns {Promise<Proof>}
 */
async function over(token, problem) {
    switch (await bankSays(token)) {
        case 'active':
            await proven(await store.get(token.id));
            return { done: 'proven', ...NOTHING_SPENT };
        case 'unknown':
            await store.remove(token.id);
            throw problem;
        default:
            return { done: 'later', problem, ...NOTHING_SPENT };
    }
}

/**
 * Whether a token is active at the bank, asked with its key.
 *
 * @param {Token} token
 * @returns {Promise<'active' | 'unknown' | 'unsure'>}
 */
export async function bankSays(token) {
    const ask = async () => {
        try {
            await (ofBranch(token) ? branchState(token) : bankState(token));
            return 'active';
        } catch (problem) {
            const { code } = /** @type {{code?: string}} */ (problem);
            // Another device that holds it has the same key: active it is.
            return code === 'held' ? 'active' : code === 'unknown-there' ? 'unknown' : 'unsure';
        }
    };
    const first = await ask();
    // A key may go on this word: it is asked for twice.
    return first === 'unknown' ? ask() : first;
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
 * The token counts from now on. Where an older one seems to be of the same password of the same card, the bank is asked: what it
 * knows no more goes (S10.12), what counts stays, for two cards of a bank may end alike.
 *
 * @param {Token} token
 */
export async function proven(token) {
    await store.update(token.id, { pending: false });
    const others = (await store.list()).filter((other) => other.id !== token.id && other.pending !== true && sameCard(other, token));
    for (const other of others) {
        if ((await bankSays(other)) === 'unknown') {
            await store.remove(other.id);
        }
    }
}

/**
 * @param {Token} one
 * @param {Token} other
 */
function sameCard(one, other) {
    return one.section === other.section && one.kind === other.kind && one.issuer === other.issuer && other.last4 !== '' && one.last4 === other.last4;
}
