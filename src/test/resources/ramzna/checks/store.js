// The store: what opens it, what does not, and what is left on the disk.

import { fromHex, hex, utf8 } from '/ramzna/core/bytes.js';
import { clockError, learn, loadClock, noticeSetBack, now } from '/ramzna/core/clock.js';
import { read, readAll, write } from '/ramzna/core/database.js';
import { costFor, isOutdated, stretch } from '/ramzna/core/password.js';
import * as store from '/ramzna/core/store.js';
import { check, equal, holds, raises } from './check.js';

/** @typedef {import('/ramzna/core/store.js').TokenData} TokenData */

const PASSWORD = 'ramz1394';
const KEY = fromHex('8fd34ef9f86b9889002d64fd1f9e19a0b20b131bd871f2fa03499cf055814122');
const OTHER_KEY = fromHex('a0a1a2a3a4a5a6a7a8a9aaabacadaeafb0b1b2b3b4b5b6b7b8b9babbbcbdbebf');
/** @type {TokenData} */
const TOKEN = {
    ...{ section: 'card', kind: 'SECOND', issuer: 'mellat', issuerName: 'ملت', label: '610433******8767', last4: '8767' },
    ...{ algorithm: 'SHA256', digits: 7, period: 60, type: 'totp', pinDigits: 0 },
};
const MINUTE = 60_000;
const clock = Date.now.bind(Date);

/** @param {number} millis by which the phone's clock is moved */
function moveClock(millis) {
    Date.now = () => clock() + millis;
}

async function fresh() {
    moveClock(0);
    await store.wipe();
    await store.create(PASSWORD);
}

check('S9.5: a password has 8 signs, letters and digits', async () => {
    for (const [weak, rule] of Object.entries({ abc1234: 'length', '12345678': 'digit?letter', abcdefgh: 'digit' })) {
        const error = await raises('weak', () => store.checkPassword(weak), weak);
        holds(rule.includes(String(error.detail.rule)), weak);
    }
    store.checkPassword('رمزمن۱۳۹۴');
    equal(store.passwordRule('رمز۱۲'), { length: false, letter: true, digit: true });
});

check('the first run: nothing is there, and nothing can be read', async () => {
    await store.wipe();
    equal(await store.isNew(), true);
    await raises('new', () => store.unlock(PASSWORD));
    await raises('locked', () => store.list());
    await raises('weak', () => store.create('short1'));
    equal(await store.isNew(), true);
});

check('a store is made once', async () => {
    await fresh();
    equal([await store.isNew(), store.isOpen()], [false, true]);
    await raises('exists', () => store.create('another1394'));
});

check('tokens are kept, renamed, used, removed', async () => {
    await fresh();
    const token = await store.add(TOKEN, KEY);
    equal(await store.list(), [token]);
    equal(hex(await store.key(token.id)), hex(KEY));
    equal((await store.rename(token.id, ' کارت خرید ')).name, 'کارت خرید');
    const used = await store.touch(token.id);
    holds(used.lastUsedAt !== null && used.name === 'کارت خرید', 'last use is noted, the name stays');
    equal((await raises('duplicate', () => store.add(TOKEN, KEY))).detail.id, token.id);
    const other = await store.add({ ...TOKEN, section: 'account' }, OTHER_KEY);
    equal((await store.list()).map((one) => one.id), [token.id, other.id]);
    await store.remove(token.id);
    equal((await store.list()).map((one) => one.id), [other.id]);
    await raises('unknown', () => store.key(token.id));
    await raises('unknown', () => store.remove(token.id));
});

check('each token has a device name of its own', async () => {
    await fresh();
    const [one, other] = [await store.add(TOKEN, KEY), await store.add(TOKEN, OTHER_KEY)];
    const [first, second] = [await store.device(one.id), await store.device(other.id)];
    equal([first.length, first === second], [22, false]);
    equal(await store.device(one.id), first);
});

check('a counter is given out once', async () => {
    await fresh();
    const { id } = await store.add({ ...TOKEN, type: 'hotp', counter: '18446744073709551600' }, KEY);
    const taken = await Promise.all(Array.from({ length: 8 }, () => store.nextCounter(id)));
    equal(new Set(taken).size, 8);
    equal(taken.reduce((one, other) => (one < other ? one : other)), 18446744073709551600n);
});

check('a locked store gives nothing', async () => {
    await fresh();
    const { id } = await store.add(TOKEN, KEY);
    let told = 0;
    store.onLock(() => told++);
    store.lock();
    store.lock();
    equal([store.isOpen(), told], [false, 1]);
    for (const body of [store.list, () => store.get(id), () => store.key(id), () => store.touch(id), () => store.remove(id), () => store.add(TOKEN, OTHER_KEY)]) {
        await raises('locked', body);
    }
    await store.unlock(PASSWORD);
    equal((await store.get(id)).id, id);
});

check('a wrong password gives nothing', async () => {
    await fresh();
    store.lock();
    const error = await raises('wrong', () => store.unlock('ramz1395'));
    equal(error.detail, { triesLeft: 4, until: 0 });
    equal(store.isOpen(), false);
    await raises('locked', () => store.list());
});

check('the same password on another keyboard opens', async () => {
    await store.wipe();
    await store.create('کیفی۱۳۹۴');
    store.lock();
    await store.unlock('كيفي١٣٩٤');
    equal(store.isOpen(), true);
});

check('after five wrong tries the store waits, longer each time, and a right one ends it', async () => {
    await fresh();
    store.lock();
    for (let left = 4; left >= 1; left--) {
        equal((await raises('wrong', () => store.unlock('wrong1394'))).detail.triesLeft, left);
    }
    equal(await store.waitsUntil(), 0);
    let moved = 0;
    for (const minutes of [1, 2, 5, 10, 30, 60, 60]) {
        const error = await raises('wrong', () => store.unlock('wrong1394'));
        const wait = Number(error.detail.until) - Date.now();
        holds(Math.abs(wait - minutes * MINUTE) < 30_000, `waits ${wait} ms, not ${minutes} minutes`);
        equal((await raises('wait', () => store.unlock(PASSWORD))).detail.until, error.detail.until);
        moved += minutes * MINUTE + 1000;
        moveClock(moved);
    }
    await store.unlock(PASSWORD);
    store.lock();
    equal((await raises('wrong', () => store.unlock('wrong1394'))).detail.triesLeft, 4);
    moveClock(0);
});

check('a clock set back makes no wait longer', async () => {
    await fresh();
    store.lock();
    await write([{ store: 'vault', key: 'tries', value: { count: 5, since: clock(), until: clock() + MINUTE } }]);
    moveClock(-24 * 60 * MINUTE);
    const error = await raises('wait', () => store.unlock(PASSWORD));
    equal(Number(error.detail.until) - Date.now() <= MINUTE, true);
    moveClock(-24 * 60 * MINUTE + MINUTE + 1000);
    await store.unlock(PASSWORD);
    moveClock(0);
});

check('many tries at once are counted one by one', async () => {
    await fresh();
    store.lock();
    const tries = await Promise.allSettled(Array.from({ length: 8 }, () => store.unlock('wrong1394')));
    const codes = tries.map((one) => (one.status === 'rejected' ? one.reason.code : 'opened'));
    equal(codes.filter((code) => code === 'wrong').length, 5);
    equal(codes.filter((code) => code === 'wait').length, 3);
});

check('the password can be changed by who knows it', async () => {
    await fresh();
    const { id } = await store.add(TOKEN, KEY);
    await raises('wrong', () => store.changePassword('wrong1394', 'newer1394'));
    await raises('weak', () => store.changePassword(PASSWORD, 'newer'));
    await store.changePassword(PASSWORD, 'newer1394');
    store.lock();
    await raises('wrong', () => store.unlock(PASSWORD));
    await store.unlock('newer1394');
    equal(hex(await store.key(id)), hex(KEY));
});

check('a store from a browser without WebAssembly is stretched anew where there is one', async () => {
    await store.wipe();
    await withoutWebAssembly(() => store.create(PASSWORD));
    const { id } = await store.add(TOKEN, KEY);
    equal(await stretching(), 'pbkdf2');
    store.lock();
    await withoutWebAssembly(() => store.unlock(PASSWORD));
    equal(await stretching(), 'pbkdf2');
    store.lock();
    await store.unlock(PASSWORD);
    equal(await stretching(), 'argon2id');
    store.lock();
    await store.unlock(PASSWORD);
    equal(hex(await store.key(id)), hex(KEY));
});

check('a store with Argon2id says so where it does not run any more, and counts no try', async () => {
    await fresh();
    store.lock();
    for (let i = 0; i < 6; i++) {
        await raises('no-argon2', () => withoutWebAssembly(() => store.unlock(PASSWORD)));
    }
    await store.unlock(PASSWORD);
});

check('a quick device stretches more, none less than OWASP wants, and what was stretched less is outdated', async () => {
    equal(JSON.stringify(costFor(Infinity)), '{"kibibytes":32768,"passes":2}');
    equal(JSON.stringify(costFor(20)), '{"kibibytes":65536,"passes":3}');
    /** @type {import('/ramzna/core/password.js').Stretching} */
    const least = { name: 'argon2id', salt: new Uint8Array(16), ...costFor(Infinity) };
    equal(await isOutdated(least, 400), false, 'two passes in 400 ms');
    equal(await isOutdated(least, 40), true, 'two passes in 40 ms');
    equal(await isOutdated({ ...least, ...costFor(20) }, 3000), false, 'never less again');
    equal(await isOutdated({ ...least, kibibytes: 19 * 1024 }, 400), true);
});

check('Argon2id and PBKDF2 are those of their RFCs', async () => {
    // As published with the reference implementation (phc-winner-argon2, src/test.c); OpenSSL computes the same.
    const salt = utf8('somesalt');
    const key = await stretch('password', { name: 'argon2id', salt, kibibytes: 65536, passes: 2 });
    equal(hex(key), '09316115d5cf24ed5a15a31a3ba326e5cf32edc24702987c02b6566f61913cf7');
    // RFC 7914, section 11, the first half of it.
    const other = await stretch('passwd', { name: 'pbkdf2', salt: utf8('salt'), rounds: 1 });
    equal(hex(other), '55ac046e56e3089fec1691c22544b605f94185216dde0465e68b9d57c20dacbc');
});

check('a sealed token opens only in its own place, and unaltered', async () => {
    await fresh();
    const [one, other] = [await store.add(TOKEN, KEY), await store.add(TOKEN, OTHER_KEY)];
    const [row, next] = [await rowOf(one.id), await rowOf(other.id)];
    await write([{ store: 'tokens', key: one.id, value: { ...row, key: next.key } }]);
    await raises('damaged', () => store.key(one.id), 'the key of another token');
    await write([{ store: 'tokens', key: one.id, value: { ...row, key: row.about } }]);
    await raises('damaged', () => store.key(one.id), 'a record in the place of a key');
    row.about.data[3] ^= 1;
    await write([{ store: 'tokens', key: one.id, value: row }]);
    await raises('damaged', () => store.get(one.id), 'a flipped bit');
});

check('records that were copied without the device key open with no password', async () => {
    await fresh();
    await store.add(TOKEN, KEY);
    store.lock();
    const device = await read('vault', 'device');
    holds(device instanceof CryptoKey && !device.extractable, 'the device key cannot be exported');
    const other = await crypto.subtle.generateKey({ name: 'HMAC', hash: 'SHA-256', length: 256 }, false, ['sign']);
    await write([{ store: 'vault', key: 'device', value: other }]);
    await raises('wrong', () => store.unlock(PASSWORD), 'with the key of another device');
    await write([{ store: 'vault', key: 'device', value: undefined }]);
    await raises('damaged', () => store.unlock(PASSWORD), 'without any');
    await write([{ store: 'vault', key: 'device', value: device }]);
    await store.unlock(PASSWORD);
});

check('nothing readable lies in the database or beside it', async () => {
    await fresh();
    await store.add({ ...TOKEN, serial: '482917502261' }, KEY);
    const rows = [await readAll('vault'), await readAll('tokens')];
    const spelt = (/** @type {(bytes: Uint8Array) => string} */ bytes) =>
        JSON.stringify(rows, (_, value) => (value instanceof Uint8Array ? bytes(value) : value));
    const signs = spelt((value) => String.fromCharCode(...value));
    // With its quotation mark: four digits alone turn up in any row of random digits.
    for (const secret of [PASSWORD, String.fromCharCode(...KEY), '"8767', 'mellat', 'ملت', '482917502261']) {
        equal(signs.includes(secret), false, secret);
    }
    equal(spelt((value) => hex(new Uint8Array(value))).includes(hex(KEY)), false, 'the key');
    equal([localStorage.length, sessionStorage.length, document.cookie, (await caches.keys()).length], [0, 0, '', 0]);
});

check('S10.26: after a wipe nothing is left', async () => {
    await fresh();
    await store.add(TOKEN, KEY);
    await store.wipe();
    equal([store.isOpen(), await store.isNew(), await readAll('tokens')], [false, true, []]);
    await store.create('another1394');
    equal(await store.list(), []);
    await store.wipe();
});

check('a browser that keeps nothing is named, not guessed', async () => {
    await store.wipe();
    const usual = /** @type {PropertyDescriptor} */ (Object.getOwnPropertyDescriptor(globalThis, 'indexedDB'));
    const refusing = () => {
        throw new DOMException('', 'SecurityError');
    };
    Object.defineProperty(globalThis, 'indexedDB', { configurable: true, get: refusing });
    try {
        await raises('no-storage', store.isNew);
        await raises('no-storage', () => store.create(PASSWORD));
        await raises('no-storage', store.wipe);
        equal(store.isOpen(), false);
    } finally {
        Object.defineProperty(globalThis, 'indexedDB', usual);
    }
    equal(await store.isNew(), true);
});

check('a wrong clock is measured, kept, and corrected where the portal agreed', async () => {
    await store.wipe();
    const portal = Math.floor(clock() / 1000) * 1000;
    const header = new Date(portal).toUTCString();
    equal(await learn(header, portal + 400, portal + 600, true), 0);
    equal(await learn(header, portal + 600_400, portal + 600_600, false), 600_000);
    equal([clockError()?.millis, Math.abs(now() - clock()) < 1000], [600_000, true]);
    equal(await learn(header, portal + 600_400, portal + 600_600, true), 600_000);
    holds(Math.abs(now() - (clock() - 600_000)) < 1000, 'codes are made with the time of the portal');
    moveClock(600_000);
    await loadClock();
    equal(clockError()?.millis, 600_000);
    moveClock(0);
    equal(await learn(header, portal - 299_600, portal - 299_400, true), -300_000);
    equal(await learn(null, portal, portal, true), 0);
    equal(await learn('yesterday', portal, portal, true), 0);
    equal(clockError()?.millis, -300_000);
    await learn(header, portal + 400, portal + 600, true);
    await store.wipe();
});

check('what was measured of a clock ends when that is set back, also while the app was away', async () => {
    await store.wipe();
    for (const looks of [noticeSetBack, loadClock]) {
        moveClock(420_000);
        noticeSetBack();
        const header = new Date(clock()).toUTCString();
        holds((await learn(header, Date.now(), Date.now(), true)) > 400_000, 'seven minutes ahead');
        await looks();
        holds(Math.abs(now() - clock()) < 3_000, 'codes are made with the time of the portal');
        moveClock(0);
        await looks();
        equal([clockError(), Math.abs(now() - clock()) < 1000], [null, true]);
    }
    // Measured long before it was set back, and the app begins again after that.
    moveClock(420_000);
    noticeSetBack();
    await learn(new Date(clock()).toUTCString(), Date.now(), Date.now(), true);
    moveClock(420_000 + 3_600_000);
    noticeSetBack();
    moveClock(3_600_000);
    noticeSetBack();
    await loadClock();
    equal(clockError(), null);
    moveClock(0);
    noticeSetBack();
    await store.wipe();
});

check('a full disk shuts nobody out, and wrong passwords are still counted', async () => {
    await fresh();
    const token = await store.add(TOKEN, KEY);
    const { put } = IDBObjectStore.prototype;
    IDBObjectStore.prototype.put = function () {
        this.transaction.abort();
        return /** @type {any} */ (undefined);
    };
    try {
        store.lock();
        equal((await raises('wrong', () => store.unlock('wrong1394'))).detail.triesLeft, 4);
        await store.unlock(PASSWORD);
        equal(hex(await store.key(token.id)), hex(KEY));
        await raises('no-storage', () => store.touch(token.id));
        store.lock();
        for (let i = 0; i < 5; i++) {
            await raises('wrong', () => store.unlock('wrong1394'));
        }
        await raises('wait', () => store.unlock(PASSWORD));
    } finally {
        IDBObjectStore.prototype.put = put;
    }
    await fresh();
});

/** @returns {Promise<string>} how the password of the store is stretched */
async function stretching() {
    const kept = /** @type {import('/ramzna/core/vault.js').PasswordLock} */ (await read('vault', 'password'));
    return kept.stretching.name;
}

/** @param {() => Promise<unknown>} body run as in a browser that was told not to run it */
async function withoutWebAssembly(body) {
    const { WebAssembly } = globalThis;
    Reflect.deleteProperty(globalThis, 'WebAssembly');
    try {
        await body();
    } finally {
        globalThis.WebAssembly = WebAssembly;
    }
}

/**
 * @param {string} id
 * @returns {Promise<import('/ramzna/core/tokens.js').Row>}
 */
async function rowOf(id) {
    return /** @type {import('/ramzna/core/tokens.js').Row} */ (await read('tokens', id));
}
