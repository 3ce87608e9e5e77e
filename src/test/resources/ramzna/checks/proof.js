// The first code: what becomes of the key, whatever the answer was.

import { fromHex } from '/ramzna/core/bytes.js';
import * as store from '/ramzna/core/store.js';
import { bankState } from '/ramzna/ui/bank.js';
import { prove, proven } from '/ramzna/ui/proof.js';
import { check, equal, raises } from './check.js';
import { answering } from './portal.js';

/** @typedef {import('/ramzna/core/store.js').TokenData} TokenData */

const KEY = '8fd34ef9f86b9889002d64fd1f9e19a0b20b131bd871f2fa03499cf055814122';
const OLD_KEY = 'a0a1a2a3a4a5a6a7a8a9aaabacadaeafb0b1b2b3b4b5b6b7b8b9babbbcbdbebf';
/** @type {TokenData} */
const TOKEN = {
    ...{ section: 'card', kind: 'SECOND', issuer: 'mellat', issuerName: 'ملت', label: '610433******8767', last4: '8767' },
    ...{ algorithm: 'SHA256', digits: 7, period: 60, type: 'totp', pinDigits: 0, reference: '7KQ2M9XA' },
};
const page = await (await fetch('/protocol/phone.md')).text();
const STATE = { body: JSON.parse(/200 (\{"issuer":[\s\S]*?\]\})\n/.exec(page)?.[1] ?? '') };
const PROVEN = { body: { password: 'SECOND', staticDisabled: true } };
const GONE = { status: 410 };
const UNKNOWN = { status: 401, headers: { Date: new Date().toUTCString() } };

/** A token that waits for its proof. */
async function waiting() {
    await store.wipe();
    await store.create('ramz1394');
    return store.add({ ...TOKEN, pending: true }, fromHex(KEY));
}

/** @returns {Promise<(boolean | undefined)[]>} of each token, whether it is not proven yet */
async function pending() {
    return (await store.list()).map((token) => token.pending === true);
}

check('a proven token is active', async () => {
    const token = await waiting();
    await answering([PROVEN], async ([sent]) => {
        equal((await prove(token, 'Pixel 9')).done, 'proven');
        equal(sent.url, '/api/v1/activations/7KQ2M9XA/proof');
    });
    equal(await pending(), [false]);
});

check('over because it was proven already: the token is active', async () => {
    const token = await waiting();
    await answering([GONE, STATE], async () => equal((await prove(token, 'Pixel 9')).done, 'proven'));
    equal(await pending(), [false]);
});

check('over for good: the bank knows the key no more, and it goes', async () => {
    const token = await waiting();
    await answering([GONE, UNKNOWN, UNKNOWN], () => raises('gone', () => prove(token, 'Pixel 9')));
    equal(await pending(), []);
});

check('one word of the bank costs no key', async () => {
    const token = await waiting();
    await answering([GONE, UNKNOWN, STATE], async () => equal((await prove(token, 'Pixel 9')).done, 'proven'));
    equal(await pending(), [false]);
});

check('over, and nobody can be asked why: the key stays', async () => {
    const token = await waiting();
    await answering([GONE], async () => equal((await prove(token, 'Pixel 9')).done, 'later'));
    equal(await pending(), [true]);
});

check('no answer to the proof, or one that says nothing of the token, costs no key', async () => {
    for (const [answers, done] of /** @type {const} */ ([
        [[], 'to-type-atm'],
        [[{ status: 503 }], 'to-type-atm'],
        [[{ status: 429 }], 'later'],
        [[{ status: 400 }], 'later'],
        [[{ status: 409, body: { reason: 'frozen' } }], 'later'],
    ])) {
        const token = await waiting();
        await answering([...answers], async () => equal((await prove(token, 'Pixel 9')).done, done, JSON.stringify(answers)));
        equal(await pending(), [true], JSON.stringify(answers));
    }
});

check('S10.12: the older token goes when the bank knows it no more, and stays where it counts', async () => {
    for (const [answers, left] of /** @type {const} */ ([[[UNKNOWN, UNKNOWN], 1], [[STATE], 2], [[{ status: 503 }], 2]])) {
        const token = await waiting();
        await store.add(TOKEN, fromHex(OLD_KEY));
        await answering([...answers], () => proven(token));
        equal((await store.list()).length, left);
    }
});

check('S10.23: a token of another device makes no codes here until the bank says otherwise', async () => {
    const token = await waiting();
    const heldBy = { deviceName: 'Pixel 9', activatedAt: '2026-11-22T00:00:30Z' };
    await answering([{ status: 409, body: { heldBy } }], () => raises('held', () => bankState(token)));
    equal((await store.get(token.id)).heldBy, 'Pixel 9');
    await answering([STATE], () => bankState(token));
    equal((await store.get(token.id)).heldBy, undefined);
});

check('choices of codes for one payment go when the bank has them no more', async () => {
    const token = await waiting();
    await answering([STATE], () => bankState(token));
    equal((await store.get(token.id)).boundCodes, { lives: [60, 120], limits: [1000000, 5000000] });
    await answering([{ body: { ...STATE.body, boundCodes: null } }], () => bankState(token));
    equal((await store.get(token.id)).boundCodes, undefined);
    await store.wipe();
});
