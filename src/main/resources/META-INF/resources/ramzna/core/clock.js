/**
 * What time it is, also on a phone whose clock is wrong: each answer of the portal carries its own time, and the
 * difference is kept. Codes are made with {@link now}; the screens show {@link clockError}, so that nothing is corrected
 * in silence. A request that was refused unread shows an error too, but does not move the codes (docs/protocol/phone.md,
 * section 2).
 *
 * @typedef {{millis: number, measuredAt: number}} ClockError how much the phone is ahead (negative: behind), and the
 *     phone's time when that was measured; `millis` is 0 where the clock is right
 */
import { read, write } from './database.js';

/** Below it nothing is corrected: the `Date` header has whole seconds. */
const NOTED = 2_000;

/** @type {ClockError | null} */
let measured = null;

/** @type {number} */
let correction = 0;

/** How far the clock is ahead of the one that only counts; it falls where the clock is set back, and never else. */
let aheadOfCounting = Date.now() - performance.now();

/** Reads what was measured before; once, when the app starts. */
export async function loadClock() {
    /** @type {{measured: ClockError, correction: number} | undefined} */
    const kept = await read('vault', 'clock');
    measured = kept?.measured ?? null;
    correction = kept?.correction ?? 0;
    if (measured !== null && Date.now() < measured.measuredAt - NOTED) {
        forget();
    }
}

/**
 * What was measured of a clock says nothing once that was set back. To be asked now and then; a clock that was set forward
 * cannot be told from a device that slept, and is measured with the next answer.
 */
export function noticeSetBack() {
    const ahead = Date.now() - performance.now();
    if (ahead < aheadOfCounting - NOTED) {
        forget();
        write([{ store: 'vault', key: 'clock', value: undefined }]).catch(() => {});
    }
    aheadOfCounting = ahead;
}

/** Codes are made by the phone's clock until the portal tells its time. */
function forget() {
    measured = null;
    correction = 0;
}

/** @returns {number} Unix milliseconds, corrected by what is known: the time to make codes with */
export function now() {
    return Date.now() - correction;
}

/** @returns {ClockError | null} null while nothing was measured */
export function clockError() {
    return measured;
}

/**
 * Learns from an answer. Half of its way is taken for the time it left at, half a second for what `Date` cuts off.
 *
 * @param {string | null} date the header
 * @param {number} askedAt phone's time, Unix milliseconds
 * @param {number} answeredAt
 * @param {boolean} heard whether the portal looked at what was asked
 * @returns {Promise<number>} milliseconds that the phone is ahead, uncertainty cut away; 0 where the answer says nothing
 */
export async function learn(date, askedAt, answeredAt, heard) {
    const portal = date === null ? NaN : Date.parse(date);
    const way = answeredAt - askedAt;
    if (Number.isNaN(portal) || way < 0) {
        return 0;
    }
    const error = Math.round((askedAt + answeredAt) / 2 - (portal + 500));
    const millis = Math.abs(error) <= NOTED + way / 2 ? 0 : error;
    measured = { millis, measuredAt: answeredAt };
    correction = heard ? millis : correction;
    await write([{ store: 'vault', key: 'clock', value: { measured, correction } }]).catch(() => {});
    return millis;
}
