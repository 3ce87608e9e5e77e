// The service worker: the app opens without a network, and a new version comes in only where nobody is in the middle of something.
import { ownScript } from '../core/own-scripts.js';
import { here } from './nav.js';

const CALM = new Set(['unlock', 'first-run']);

/** @type {ServiceWorkerRegistration | null} */
let registration = null;

/** Keeps the app on this device, and asks for a newer one. */
export async function keepOffline() {
    if (!('serviceWorker' in navigator)) {
        return;
    }
    let reloading = false;
    const controlled = navigator.serviceWorker.controller !== null;
    navigator.serviceWorker.addEventListener('controllerchange', () => {
        if (controlled && !reloading) {
            reloading = true;
            location.reload();
        }
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
    if (registration?.waiting && navigator.serviceWorker.controller && CALM.has(here())) {
        registration.waiting.postMessage('take over');
    }
}
