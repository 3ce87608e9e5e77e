// What the app asks the bank about a token it holds (docs/protocol/phone.md).
import * as phone from '../core/phone.js';
import * as store from '../core/store.js';
import { suggestion } from './device.js';

/** @typedef {import('../core/store.js').Token} Token */

/** @param {Token} token @returns {Promise<import('../core/phone.js').Speaker>} */
async function speaker({ id }) {
    return { key: await store.key(id), device: await store.device(id) };
}

/**
 * The truth about card and passwords (S5.5); what the app must know without a network is kept.
 *
 * @param {Token} token
 */
export async function bankState(token) {
    const told = await asHolder(token, phone.state);
    await store.update(token.id, {
        issuer: told.issuer,
        last4: told.last4,
        pinDigits: told.pinDigits,
        boundCodes: told.boundCodes ?? undefined,
        heldBy: undefined,
    }).catch(() => undefined);
    return told;
}

/** Gives the token back: it is dead at the bank (S10.17). @param {Token} token */
export async function giveBack(token) {
    return phone.giveBack(await speaker(token));
}

/** What an account token is linked to. @param {Token} token */
export async function branchState(token) {
    const told = await asHolder(token, phone.branchState);
    await store.update(token.id, { heldBy: undefined }).catch(() => undefined);
    return told;
}

/**
 * Where another device holds the token this one makes no more codes for it (S10.23), also without a network.
 *
 * @template T
 * @param {Token} token
 * @param {(speaker: import('../core/phone.js').Speaker, deviceName: string) => Promise<T>} ask
 * @returns {Promise<T>}
 */
async function asHolder(token, ask) {
    try {
        return await ask(await speaker(token), suggestion());
    } catch (problem) {
        const { code, detail } = /** @type {{code?: string, detail?: {deviceName?: unknown}}} */ (problem);
        if (code === 'held') {
            const heldBy = typeof detail?.deviceName === 'string' ? detail.deviceName : '';
            await store.update(token.id, { heldBy }).catch(() => undefined);
        }
        throw problem;
    }
}

/** As {@link giveBack}, for an account token. @param {Token} token */
export async function giveBackToBranch(token) {
    await phone.giveBackToBranch(await speaker(token));
    return null;
}

/** Objects to a new phone that somebody asked for without this one. @param {Token} token */
export async function keepThisPhone(token) {
    return phone.keepHere(await speaker(token));
}

/**
 * @param {Token} token
 * @param {import('../core/move.js').Wish} wish
 */
export async function askForMove(token, wish) {
    return phone.moveTo(await speaker(token), wish);
}
