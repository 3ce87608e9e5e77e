/**
 * The store: one door to what opens it (vault.js) and what lies in it (tokens.js). All of it is for a window or worker of
 * a secure context; everything but {@link isNew}, {@link isOpen}, {@link isKept}, {@link waitsUntil} and what opens it needs an open store
 * and raises `locked` otherwise.
 *
 * @typedef {import('./tokens.js').Token} Token
 * @typedef {import('./tokens.js').TokenData} TokenData
 */
export { mayHaveBiometrics } from './biometrics.js';
export { checkPassword, passwordRule, prepareStretching } from './password.js';
export { add, device, get, key, list, nextCounter, remove, rename, touch, update } from './tokens.js';
export { waitsUntil } from './tries.js';
export {
    changePassword,
    create,
    enrolBiometrics,
    forgetBiometrics,
    hasBiometrics,
    isKept,
    isNew,
    isOpen,
    lock,
    onLock,
    unlock,
    unlockWithBiometrics,
    wipe,
} from './vault.js';
