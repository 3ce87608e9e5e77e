// The service worker: the app opens without a network, and a new version comes in only where nobody is in the middle of something.
import { ownScript } from '../core/own-scripts.js';
import { here } from './nav.js';

const CALM = new Set(['unlock', 'first-run']);

/** @type {ServiceWorkerRegistration | null} */
let registration = null;

/** Whether another tab let a newer version in, so that this one begins again as soon as it loses nothing by that. */
let outdated = false;

/** @type {() => boolean} */
let somethingWaits = () => false;

/**
 * Keeps the app on this device, and asks for a newer one.
 *
 * @param {() => boolean} waits whether something is in memory that a new start would lose
 */
export async function keepOffline(waits) {
    if (!('serviceWorker' in navigator)) {
        return;
    }
    somethingWaits = waits;
    const controlled = navigator.serviceWorker.controller !== null;
    navigator.serviceWorker.addEventListener('controllerchange', () => {
        outdated = controlled;
        takeUpdate();
    });
    registration = await navigator.serviceWorker.register(ownScript('service'), { updateViaCache: 'none' });
    registration.addEventListener('updatefound', () => {
        const worker = registration?.installing;
        worker?.addEventListener('statechange', () => takeUpdate());
    });
    takeUpdate();
}

/** Lets a waiting version in, if the screen is one that loses nothing. The page then starts again by itself. */
export function takeUpdate() {
    if (!CALM.has(here()) || somethingWaits() || document.querySelector('form[aria-busy="true"]')) {
        return;
    }
    if (outdated) {
        outdated = false;
        location.reload();
    } else if (registration?.waiting && navigator.serviceWorker.controller) {
        registration.waiting.postMessage('take over');
    }
}
