// Keeps exactly the files of one version on the device. The portal puts their list before this script, each with the
// hash of its content: any changed file makes another worker, and files of two versions never mix.

/** @typedef {{version: string, files: {path: string, integrity: string}[]}} Shell */

const worker = /** @type {any} */ (self);
const shell = /** @type {Shell} */ (worker.ramznaShell);
const PREFIX = 'ramzna ';
const CACHE = PREFIX + shell.version;
const START = new URL('./', worker.location.href).pathname;
const PATHS = new Set(shell.files.map(({ path }) => new URL(path, worker.location.href).pathname));

/** All files or none: a version that cannot be fetched whole never begins. */
async function install() {
    const cache = await caches.open(CACHE);
    await Promise.all(
        shell.files.map(async ({ path, integrity }) => {
            const url = new URL(path, worker.location.href);
            /** @type {RequestInit} */
            const asked = { integrity, credentials: 'omit', redirect: 'error' };
            // What the page has just fetched need not come again; the hash tells whether it is the same.
            const answer = await fetch(url, { ...asked, cache: 'force-cache' }).catch(() => fetch(url, { ...asked, cache: 'reload' }));
            if (!answer.ok) {
                throw new Error(path + ' ' + answer.status);
            }
            await cache.put(url.pathname, answer);
        }),
    );
}

async function activate() {
    const names = await caches.keys();
    await Promise.all(names.filter((name) => name.startsWith(PREFIX) && name !== CACHE).map((name) => caches.delete(name)));
    await worker.clients.claim();
}

/** @param {string} path */
async function kept(path) {
    const answer = await (await caches.open(CACHE)).match(path);
    return answer ?? fetch(path);
}

/**
 * Where the browser can, it takes the files of this version out of the cache by itself: a cold start then does not wait until
 * this script runs. What is not in the cache goes on to the network, as in {@link kept}.
 *
 * @param {any} event
 */
async function takeByThemselves(event) {
    const Pattern = /** @type {any} */ (globalThis).URLPattern;
    if (event.addRoutes && Pattern) {
        const files = [...PATHS].map((pathname) => ({ requestMethod: 'GET', urlPattern: new Pattern({ pathname, search: '' }) }));
        await event.addRoutes({ condition: { or: files }, source: { cacheName: CACHE } });
    }
}

worker.addEventListener('install', (/** @type {any} */ event) => {
    event.waitUntil(install());
    event.waitUntil(takeByThemselves(event).catch(() => undefined));
});
worker.addEventListener('activate', (/** @type {any} */ event) => event.waitUntil(activate()));
worker.addEventListener('message', (/** @type {any} */ event) => {
    if (event.data === 'take over') {
        worker.skipWaiting();
    }
});
worker.addEventListener('fetch', (/** @type {any} */ event) => {
    const { request } = event;
    const url = new URL(request.url);
    if (request.method !== 'GET' || url.origin !== worker.location.origin) {
        return;
    }
    if (PATHS.has(url.pathname)) {
        event.respondWith(kept(url.pathname));
    } else if (request.mode === 'navigate' && url.pathname === START + 'index.html') {
        event.respondWith(kept(START));
    }
});
