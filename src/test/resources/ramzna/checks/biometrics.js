// Finger and face. The authenticator is one of the browser's own for tests, which the test beside this adds: with PRF,
// and recognising its owner.

import { fromHex, hex } from '/ramzna/core/bytes.js';
import { read, write } from '/ramzna/core/database.js';
import * as store from '/ramzna/core/store.js';
import { check, equal, raises } from './check.js';

const PASSWORD = 'ramz1394';
const KEY = fromHex('8fd34ef9f86b9889002d64fd1f9e19a0b20b131bd871f2fa03499cf055814122');
/** @type {import('/ramzna/core/store.js').TokenData} */
const TOKEN = {
    ...{ section: 'card', kind: 'SECOND', issuer: 'shahr', issuerName: 'شهر', label: '504706******1330', last4: '1330' },
    ...{ algorithm: 'SHA256', digits: 7, period: 60, type: 'totp', pinDigits: 0 },
};

check('S8.3: a finger opens the store beside the password', async () => {
    await store.wipe();
    await store.create(PASSWORD);
    const { id } = await store.add(TOKEN, KEY);
    equal([await store.mayHaveBiometrics(), await store.hasBiometrics()], [true, false]);
    await raises('no-biometrics', () => store.unlockWithBiometrics());
    await raises('wrong', () => store.enrolBiometrics('wrong1394'));
    await store.enrolBiometrics(PASSWORD);
    store.lock();
    await store.unlockWithBiometrics();
    equal([await store.hasBiometrics(), hex(await store.key(id))], [true, hex(KEY)]);
    store.lock();
    await store.unlock(PASSWORD);
    equal(hex(await store.key(id)), hex(KEY));
});

check('a new password leaves the finger as it is, and a recognised owner ends the wait', async () => {
    await store.changePassword(PASSWORD, 'newer1394');
    store.lock();
    const clock = Date.now;
    const now = clock();
    // A slow machine may take longer for the tries than the wait after them is.
    Date.now = () => now;
    try {
        for (let i = 0; i < 5; i++) {
            await raises('wrong', () => store.unlock(PASSWORD));
        }
        await raises('wait', () => store.unlock('newer1394'));
    } finally {
        Date.now = clock;
    }
    await store.unlockWithBiometrics();
    store.lock();
    await store.unlock('newer1394');
});

check('a finger of another device key opens nothing', async () => {
    store.lock();
    const device = await read('vault', 'device');
    const other = await crypto.subtle.generateKey({ name: 'HMAC', hash: 'SHA-256', length: 256 }, false, ['sign']);
    await write([{ store: 'vault', key: 'device', value: other }]);
    await raises('damaged', () => store.unlockWithBiometrics());
    equal(store.isOpen(), false);
    await write([{ store: 'vault', key: 'device', value: device }]);
});

check('the door can be closed again', async () => {
    await store.forgetBiometrics();
    equal(await store.hasBiometrics(), false);
    await raises('no-biometrics', () => store.unlockWithBiometrics());
    await store.unlock('newer1394');
    await store.wipe();
});
