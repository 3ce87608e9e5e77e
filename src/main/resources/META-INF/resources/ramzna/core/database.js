/**
 * The one IndexedDB of this app. Two object stores: `vault` for what opens and guards the store, by name; `tokens` for
 * sealed tokens, by id. Nothing here is readable without the keys of store.js.
 */
import { RamznaError } from './errors.js';

const NAME = 'ramzna';
const VERSION = 1;

/** @typedef {'vault' | 'tokens'} StoreName */

/** @type {Promise<IDBDatabase> | null} */
let opened = null;

/** @type {() => void} */
let whenTakenAway = () => {};

/**
 * @param {() => void} listener called when another tab wipes the database or brings a newer version
 */
export function onTakenAway(listener) {
    whenTakenAway = listener;
}

/**
 * @template T
 * @param {StoreName} store
 * @param {string} key
 * @returns {Promise<T | undefined>}
 */
export function read(store, key) {
    return transaction([store], 'readonly', (of) => of(store).get(key));
}

/**
 * @template T
 * @param {StoreName} store
 * @returns {Promise<T[]>}
 */
export function readAll(store) {
    return transaction([store], 'readonly', (of) => of(store).getAll());
}

/**
 * Writes all or nothing, and returns when it is on the disk.
 *
 * @param {{store: StoreName, key: string, value: unknown}[]} rows `undefined` as value removes the row
 * @returns {Promise<void>}
 */
export async function write(rows) {
    const stores = [...new Set(rows.map((row) => row.store))];
    await transaction(stores, 'readwrite', (of) => {
        for (const { store, key, value } of rows) {
            if (value === undefined) {
                of(store).delete(key);
            } else {
                of(store).put(value, key);
            }
        }
    });
}

/** Removes everything, in every tab. */
export async function drop() {
    const database = await opened?.catch(() => null);
    database?.close();
    opened = null;
    await answer(orNoStorage(() => indexedDB.deleteDatabase(NAME)));
}

/**
 * @param {StoreName[]} stores
 * @param {IDBTransactionMode} mode
 * @param {(of: (name: StoreName) => IDBObjectStore) => IDBRequest | void} work
 * @returns {Promise<any>} what the request gives, once the transaction is complete
 */
async function transaction(stores, mode, work) {
    const database = await open();
    return new Promise((resolve, reject) => {
        const within = orNoStorage(() => database.transaction(stores, mode, { durability: 'strict' }));
        const request = work((name) => within.objectStore(name));
        within.oncomplete = () => resolve(request?.result);
        within.onabort = () => reject(new RamznaError('no-storage'));
    });
}

/** @returns {Promise<IDBDatabase>} */
function open() {
    opened ??= connect().catch((error) => {
        opened = null;
        throw error;
    });
    return opened;
}

async function connect() {
    const request = orNoStorage(() => indexedDB.open(NAME, VERSION));
    request.onupgradeneeded = () => {
        request.result.createObjectStore('vault');
        request.result.createObjectStore('tokens');
    };
    const database = await answer(request);
    const gone = () => {
        database.close();
        opened = null;
        whenTakenAway();
    };
    database.onversionchange = gone;
    database.onclose = gone;
    return database;
}

/**
 * @template T
 * @param {IDBRequest<T>} request
 * @returns {Promise<T>}
 */
function answer(request) {
    return new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(new RamznaError('no-storage'));
    });
}

/**
 * A browser that keeps nothing says so at once, and each in its own way.
 *
 * @template T
 * @param {() => T} step
 * @returns {T}
 */
function orNoStorage(step) {
    try {
        return step();
    } catch {
        throw new RamznaError('no-storage');
    }
}
