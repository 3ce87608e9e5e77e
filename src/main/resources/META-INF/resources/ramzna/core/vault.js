/**
 * The data key of this phone, and what opens it: the app's password and this device's own key together, or a
 * fingerprint or face and this device's own key together. docs/design-decisions/009-keys-in-a-browser.md says against
 * whom this helps, and against whom it does not.
 *
 * @typedef {import('./bytes.js').Bytes} Bytes
 * @typedef {import('./sealing.js').Sealed} Sealed
 * @typedef {{stretching: import('./password.js').Stretching, dataKey: Sealed}} PasswordLock
 * @typedef {{credential: import('./biometrics.js').Credential, dataKey: Sealed}} BiometricLock
 */
import { disown, enrol, secretOf } from './biometrics.js';
import { drop, onTakenAway, read, write } from './database.js';
import { RamznaError } from './errors.js';
import { checkPassword, checkStretching, isOutdated, newStretching, stretch } from './password.js';
import { aesKey, keyOfBoth, newDeviceKey, open, seal } from './sealing.js';
import { countTry, dropTries, forgetTries } from './tries.js';

/** @type {CryptoKey | null} */
let dataKey = null;

/** @type {() => void} */
let whenLocked = () => {};

onTakenAway(lock);

/** @returns {Promise<boolean>} whether there is no store yet: the first run */
export async function isNew() {
    return (await read('vault', 'password')) === undefined;
}

/** @returns {boolean} whether the tokens can be read now */
export function isOpen() {
    return dataKey !== null;
}

/**
 * @param {() => void} listener called whenever the store was locked, also by another tab that wiped it
 */
export function onLock(listener) {
    whenLocked = listener;
}

/**
 * Makes an empty store and leaves it open. Asks the browser not to clear it when it runs out of space.
 *
 * @param {string} password
 * @throws {RamznaError} `weak`, `exists`, `no-storage`
 */
export async function create(password) {
    checkPassword(password);
    await oneAtATime(async () => {
        if (!(await isNew())) {
            throw new RamznaError('exists');
        }
        const raw = crypto.getRandomValues(new Uint8Array(32));
        const device = await newDeviceKey();
        await write([
            { store: 'vault', key: 'device', value: device },
            { store: 'vault', key: 'password', value: await passwordLock(raw, password, device) },
        ]);
        await begin(raw);
    });
    navigator.storage?.persist?.().catch(() => false);
}

/** @returns {Promise<boolean>} whether the browser has promised not to erase this store by itself */
export async function isKept() {
    return (await navigator.storage?.persisted?.().catch(() => false)) ?? false;
}

/**
 * @param {string} password
 * @throws {RamznaError} `wrong` with `triesLeft` and, after the last free one, `until`; `wait`; `new`; `damaged`;
 *     `no-argon2`
 */
export async function unlock(password) {
    await oneAtATime(async () => begin(await rawDataKey(password)));
}

/** Forgets the keys; codes need the password again. */
export function lock() {
    if (dataKey !== null) {
        dataKey = null;
        whenLocked();
    }
}

/**
 * @param {string} oldPassword
 * @param {string} newPassword
 * @throws {RamznaError} as {@link unlock}, and `weak`
 */
export async function changePassword(oldPassword, newPassword) {
    checkPassword(newPassword);
    await oneAtATime(async () => {
        const raw = await rawDataKey(oldPassword);
        const value = await passwordLock(raw, newPassword, await deviceKey());
        raw.fill(0);
        await write([{ store: 'vault', key: 'password', value }]);
    });
}

/**
 * Lets finger or face open the store too. Asks for the password, because it opens a second door.
 *
 * @param {string} password
 * @throws {RamznaError} as {@link unlock}, and `no-biometrics`, `cancelled`
 */
export async function enrolBiometrics(password) {
    const raw = await oneAtATime(() => rawDataKey(password));
    try {
        const { credential, secret } = await enrol();
        const both = await keyOfBoth(await deviceKey(), 'biometrics', secret);
        const value = { credential, dataKey: await seal(both, raw, 'data key') };
        await write([{ store: 'vault', key: 'biometrics', value }]);
    } finally {
        raw.fill(0);
    }
}

/** @returns {Promise<boolean>} whether finger or face opens this store */
export async function hasBiometrics() {
    return (await read('vault', 'biometrics')) !== undefined;
}

/**
 * @throws {RamznaError} `no-biometrics`, `cancelled`, `damaged`
 */
export async function unlockWithBiometrics() {
    /** @type {BiometricLock | undefined} */
    const kept = await read('vault', 'biometrics');
    if (kept === undefined) {
        throw new RamznaError('no-biometrics');
    }
    const both = await keyOfBoth(await deviceKey(), 'biometrics', await secretOf(kept.credential));
    await begin(await open(both, kept.dataKey, 'data key'));
    void forgetTries();
}

/** Closes that door again. */
export async function forgetBiometrics() {
    /** @type {BiometricLock | undefined} */
    const kept = await read('vault', 'biometrics');
    if (kept !== undefined) {
        disown(kept.credential);
    }
    await write([{ store: 'vault', key: 'biometrics', value: undefined }]);
}

/** "Start again": everything is gone, in every tab of this browser. Needs no password, and cannot be undone. */
export async function wipe() {
    // Not by lock(): who wipes leads on to the first run, and nobody to the door.
    dataKey = null;
    await forgetBiometrics().catch(() => {}); // a damaged store is wiped like any other
    await drop();
    dropTries();
}

/**
 * For the modules that read and write sealed things.
 *
 * @returns {CryptoKey} the data key, which cannot be exported
 * @throws {RamznaError} `locked`
 */
export function opened() {
    if (dataKey === null) {
        throw new RamznaError('locked');
    }
    return dataKey;
}

/**
 * Over all tabs, so that no password is set while another is looked at.
 *
 * @template T
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
function oneAtATime(work) {
    return navigator.locks.request('ramzna vault', work);
}

/** @param {Bytes} raw which is emptied */
async function begin(raw) {
    dataKey = await aesKey(raw);
    raw.fill(0);
}

/** @returns {Promise<CryptoKey>} */
async function deviceKey() {
    const device = await read('vault', 'device');
    if (!(device instanceof CryptoKey)) {
        throw new RamznaError('damaged');
    }
    return device;
}

/**
 * Counts a try and makes it. A password that was stretched less than today's is stretched anew.
 *
 * @param {string} password
 * @returns {Promise<Bytes>} the data key
 */
async function rawDataKey(password) {
    /** @type {PasswordLock | undefined} */
    const kept = await read('vault', 'password');
    if (kept === undefined) {
        throw new RamznaError('new');
    }
    const device = await deviceKey();
    await checkStretching(kept.stretching);
    const begin = performance.now();
    // The key is computed while the try is written down, and looked at after that.
    const [tries, { secret, millis }] = await Promise.all([
        countTry(),
        stretch(password, kept.stretching).then((secret) => ({ secret, millis: performance.now() - begin })),
    ]);
    const both = await keyOfBoth(device, 'password', secret);
    const raw = await open(both, kept.dataKey, 'data key').catch(() => {
        throw new RamznaError('wrong', { triesLeft: tries.left, until: tries.until });
    });
    // Nobody waits for the disk here.
    void forgetTries();
    if (await isOutdated(kept.stretching, millis)) {
        // A full disk shuts nobody out: the next time is soon enough.
        await write([{ store: 'vault', key: 'password', value: await passwordLock(raw, password, device) }]).catch(() => undefined);
    }
    return raw;
}

/**
 * @param {Bytes} raw the data key
 * @param {string} password
 * @param {CryptoKey} device
 * @returns {Promise<PasswordLock>}
 */
async function passwordLock(raw, password, device) {
    const stretching = await newStretching();
    const both = await keyOfBoth(device, 'password', await stretch(password, stretching));
    return { stretching, dataKey: await seal(both, raw, 'data key') };
}
