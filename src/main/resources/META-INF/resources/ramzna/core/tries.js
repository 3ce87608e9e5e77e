/**
 * Wrong passwords are few and slow: after five the store waits, longer each time. A try is counted before it is made,
 * in every tab alike, and the count survives a reload. It slows people down; what makes a stolen disk hard is the
 * stretching of the password, see password.js.
 *
 * @typedef {{count: number, since: number, until: number}} Tries
 */
import { read, write } from './database.js';
import { RamznaError } from './errors.js';

const FREE = 5;
const MINUTES = [1, 2, 5, 10, 30, 60];
const MINUTE = 60_000;

/** Counted here where the disk is full, until it can be written again. @type {{tries: Tries | undefined} | null} */
let unwritten = null;

/** @returns {Promise<number>} Unix milliseconds until which no password is looked at; 0 for now */
export async function waitsUntil() {
    const { until } = await kept();
    return until > Date.now() ? until : 0;
}

/**
 * @returns {Promise<{left: number, until: number}>} how many more wrong ones are free after this one, and until when the
 *     next one would have to wait
 * @throws {RamznaError} `wait`
 */
export function countTry() {
    return navigator.locks.request('ramzna tries', async () => {
        const tries = await kept();
        const now = Date.now();
        if (tries.until > now) {
            throw new RamznaError('wait', { until: tries.until });
        }
        const count = tries.count + 1;
        const minutes = count < FREE ? 0 : MINUTES[Math.min(count - FREE, MINUTES.length - 1)];
        const until = now + minutes * MINUTE;
        await keep({ count, since: now, until });
        return { left: Math.max(0, FREE - count), until: minutes === 0 ? 0 : until };
    });
}

/** After a right one. */
export function forgetTries() {
    return keep(undefined);
}

/** Together with the store that was wiped. */
export function dropTries() {
    unwritten = null;
}

/**
 * Where the clock was set back, the wait begins anew from here, so that it is never longer than it was to be.
 *
 * @returns {Promise<Tries>}
 */
async function kept() {
    /** @type {Tries} */
    const tries = (unwritten ? unwritten.tries : await read('vault', 'tries')) ?? { count: 0, since: 0, until: 0 };
    const now = Date.now();
    if (now >= tries.since) {
        return tries;
    }
    const moved = { ...tries, since: now, until: now + (tries.until - tries.since) };
    await keep(moved);
    return moved;
}

/**
 * A full disk shuts nobody out of what can still be read.
 *
 * @param {Tries | undefined} tries
 */
async function keep(tries) {
    try {
        await write([{ store: 'vault', key: 'tries', value: tries }]);
        unwritten = null;
    } catch {
        unwritten = { tries };
    }
}
