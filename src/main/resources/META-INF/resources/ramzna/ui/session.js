// Who may see what now: locked or open, what came in by a link before the door was open, and when the door closes by itself.
import * as store from '../core/store.js';
import { clockError, loadClock, noticeSetBack, now } from '../core/clock.js';
import { bankState, branchState } from './bank.js';
import { duration, t } from './i18n.js';
import { backToScreen, forgetScreen, isLeftBehind, rememberScreen } from './left-behind.js';
import { again, here, root } from './nav.js';
import { notice, problemText } from './pieces.js';
import { takeContent } from './content.js';
import { takeUpdate } from './offline.js';
import { toast } from './shell.js';

/** @typedef {import('../core/store.js').Token} Token */

const IDLE_MILLIS = 5 * 60_000;
const HIDDEN_MILLIS = 60_000;
const CLOCK_NOTED_MILLIS = 2_000;

/** A scanned link that waits for the door to open. It is in memory only. */
let pending = '';

/** @param {string} link */
export function keepPending(link) {
    pending = link;
}

/** Reads what must be known before the first screen. */
export async function begin() {
    await loadClock();
    store.onLock(() => {
        rememberScreen();
        document.querySelectorAll('dialog[open]').forEach((dialog) => /** @type {HTMLDialogElement} */ (dialog).close());
        void toDoor();
    });
}

/** Closed, or wiped in another tab. */
async function toDoor() {
    const door = await firstScreen().catch(() => 'unlock');
    if (door === 'first-run') {
        forgetWaiting();
    }
    if (here() !== door) {
        await root(door);
    }
    takeUpdate();
}

/** "Start again": nothing is left, on the disk or here. */
export async function wipe() {
    forgetWaiting();
    await store.wipe();
}

function forgetWaiting() {
    pending = '';
    forgetScreen();
}

/** Whether something is in memory only that goes on once the door is open. */
export function somethingWaits() {
    return pending !== '' || isLeftBehind();
}

/** The screen that the app begins with. */
export async function firstScreen() {
    return (await store.isNew()) ? 'first-run' : 'unlock';
}

/** Opens the list, and what waited for it. */
export async function enter() {
    await root('list');
    if (pending === '') {
        await backToScreen();
    } else {
        await openPending();
    }
    void hearTheBank();
}

/** With a network, one question at each opening: clock and state are then those of today. */
async function hearTheBank() {
    const before = clockError()?.millis ?? 0;
    try {
        const token = (await store.list()).find((one) => bankKnows(one) || (ofBranch(one) && !one.pending));
        if (token && navigator.onLine) {
            await (ofBranch(token) ? branchState(token) : bankState(token));
        }
    } catch {
        // Nobody has asked for this; what is wrong is said where somebody does.
    }
    const moved = Math.abs((clockError()?.millis ?? 0) - before);
    if (moved >= CLOCK_NOTED_MILLIS && here() === 'list') {
        await again();
    }
}

/** Goes on with a link that came by the phone's own camera. */
export async function openPending() {
    if (pending === '' || !store.isOpen()) {
        return;
    }
    const link = pending;
    pending = '';
    try {
        await takeContent(link);
    } catch (problem) {
        toast(problemText(problem), 'bad');
    }
}

export async function lockNow() {
    store.lock();
}

/** Closes the door after minutes without a touch, and soon after the app went into the background. */
export function watchIdle() {
    let touched = Date.now();
    let hidden = 0;
    for (const event of ['pointerdown', 'keydown']) {
        addEventListener(event, () => (touched = Date.now()), { passive: true });
    }
    document.addEventListener('visibilitychange', () => {
        if (document.hidden) {
            hidden = Date.now();
        } else if (hidden > 0 && Date.now() - hidden > HIDDEN_MILLIS) {
            store.lock();
        }
    });
    setInterval(() => {
        noticeSetBack();
        if (Date.now() - touched > IDLE_MILLIS) {
            store.lock();
        }
    }, 5_000);
}

/** What the list must say before anything else. @returns {Node[]} */
export function warnings() {
    const error = clockError();
    if (error === null || Math.abs(error.millis) < CLOCK_NOTED_MILLIS) {
        return [];
    }
    const time = duration(Math.round(Math.abs(error.millis) / 1000));
    return [notice('warning', t(error.millis > 0 ? 'clock.ahead' : 'clock.behind', { time }))];
}

/** Whether the portal can be asked about this token: it made its key. @param {Token} token */
export function bankKnows(token) {
    return token.type === 'totp' && token.algorithm === 'SHA256' && token.kind !== null && token.pending !== true;
}

/** Whether it is an account token of a branch (S10.18). @param {Token} token */
export function ofBranch(token) {
    return token.section === 'account' && token.serial !== undefined;
}

/** Seconds until the next password is looked at. */
export async function waitSeconds() {
    const until = await store.waitsUntil();
    return Math.max(0, Math.ceil((until - Date.now()) / 1000));
}

/** The password again, for what must not be done by whoever finds the phone open. @param {string} password */
export function confirmPassword(password) {
    return store.unlock(password);
}

export { clockError, now };
export const { changePassword, create, enrolBiometrics, forgetBiometrics, get: token, hasBiometrics, list: tokens, isKept, mayHaveBiometrics, prepareStretching, remove: forgetToken, rename, touch, unlock, unlockWithBiometrics } = store;
