// Finger and face where the authenticator of the test computes nothing (no PRF), or does not recognise its owner.

import * as store from '/ramzna/core/store.js';
import { check, equal, raises } from './check.js';

check('who is not recognised enrols nothing', async () => {
    await store.wipe();
    await store.create('ramz1394');
    const expected = new URL(location.href).searchParams.get('expected') === 'cancelled' ? 'cancelled' : 'no-biometrics';
    await raises(expected, () => store.enrolBiometrics('ramz1394'));
    equal([await store.hasBiometrics(), store.isOpen()], [false, true]);
    await store.wipe();
});
