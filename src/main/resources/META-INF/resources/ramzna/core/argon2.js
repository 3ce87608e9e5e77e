/** @typedef {import('./bytes.js').Bytes} Bytes */
import { RamznaError } from './errors.js';
import { ownScript } from './own-scripts.js';

/**
 * @typedef {{password: Bytes, salt: Bytes, memorySize: number, iterations: number, parallelism: number, hashLength: number,
 *     outputType: 'binary'}} Task
 * @typedef {{argon2id: (task: Task) => Promise<Bytes>}} Argon2 what vendor/argon2.js gives
 */

const IDLE_MILLIS = 30_000;

/** Where it is computed: a worker, or null for this page, where workers of modules are missing. @type {Promise<Worker | null> | null} */
let place = null;

/** @type {ReturnType<typeof setTimeout> | undefined} */
let idle;

/**
 * @param {number} kibibytes
 * @returns {Promise<boolean>} whether this browser runs it with that much memory: some turn WebAssembly off for safety
 */
export async function canArgon2id(kibibytes) {
    try {
        await argon2id(new Uint8Array(8), new Uint8Array(8), kibibytes, 1, 4);
        return true;
    } catch {
        return false;
    }
}

/**
 * Argon2id (RFC 9106) with one lane. The library is loaded and compiled when it is first needed.
 *
 * @param {Bytes} secret
 * @param {Bytes} salt
 * @param {number} kibibytes
 * @param {number} passes
 * @param {number} length in bytes
 * @returns {Promise<Bytes>}
 * @throws {RamznaError} `no-argon2`
 */
export async function argon2id(secret, salt, kibibytes, passes, length) {
    /** @type {Task} */
    const task = { password: secret, salt, memorySize: kibibytes, iterations: passes, parallelism: 1, hashLength: length, outputType: 'binary' };
    try {
        if (!('WebAssembly' in globalThis)) {
            throw new RamznaError('no-argon2');
        }
        const worker = await (place ??= begun());
        return worker ? await within(worker, task) : await inThisPage(task);
    } catch {
        throw new RamznaError('no-argon2');
    }
}

/** @param {Task} task */
async function inThisPage(task) {
    /** @type {Argon2} */
    const library = await import('../vendor/argon2.js');
    return library.argon2id(task);
}

/** @returns {Promise<Worker | null>} */
function begun() {
    return new Promise((resolve) => {
        try {
            const worker = new Worker(ownScript('argon2'), { type: 'module' });
            worker.onmessage = () => resolve(worker);
            worker.onerror = () => resolve(null);
        } catch {
            resolve(null);
        }
    });
}

/**
 * @param {Worker} worker which ends, and with it its memory, when there was nothing to do for a while
 * @param {Task} task
 * @returns {Promise<Bytes>}
 */
function within(worker, task) {
    clearTimeout(idle);
    return new Promise((resolve, reject) => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = ({ data }) => {
            port1.close();
            clearTimeout(idle);
            idle = setTimeout(() => {
                worker.terminate();
                place = null;
            }, IDLE_MILLIS);
            data instanceof Uint8Array ? resolve(new Uint8Array(data)) : reject(new RamznaError('no-argon2'));
        };
        worker.postMessage(task, [port2]);
    });
}
