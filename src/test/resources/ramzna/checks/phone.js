// What a phone with a token says to the bank, and to another phone: docs/protocol/phone-vectors.json, and answers.

import * as api from '/ramzna/core/api.js';
import { concat, base64url, fromHex, hex, utf8 } from '/ramzna/core/bytes.js';
import { clockError, now } from '/ramzna/core/clock.js';
import { checkNumber, readAnswer, readWish, writeAnswer, writeWish } from '/ramzna/core/move.js';
import { giveBack, keepHere, moveTo, phoneKey, phoneMac, phoneName, state } from '/ramzna/core/phone.js';
import { drawQr, readQr } from '/ramzna/core/qr.js';
import { readScanned } from '/ramzna/core/scan.js';
import { wipe } from '/ramzna/core/store.js';
import { check, equal, holds, raises } from './check.js';
import { answering } from './portal.js';

const vectors = await (await fetch('/protocol/phone-vectors.json')).json();
const activation = await (await fetch('/protocol/activation-vectors.json')).json();
const page = await (await fetch('/protocol/phone.md')).text();
const PORTAL = 'https://bank.example';
const { request, move } = vectors;
const SPEAKER = { key: fromHex(request.key), device: 'AAECAwQFBgcICQoLDA0ODw' };

check('name, key and MAC of a phone', async () => {
    equal(await phoneName(SPEAKER.key), request.name);
    equal(hex(await phoneKey(SPEAKER.key)), request.phoneKey);
    equal(await phoneMac(SPEAKER.key, request.path, Number(request.time), request.body), request.mac);
    equal(await phoneMac(SPEAKER.key, request.path, Number(request.time), request.persianBody), request.persianMac);
    equal(hex(utf8([request.method, request.path, request.time, request.body].join('\n'))), request.message);
});

check('the wish of a new phone', async () => {
    const { publicKey, deviceName } = move;
    equal(writeWish(PORTAL, { publicKey, deviceName }), move.wishUrl);
    equal(readWish(move.wishUrl, PORTAL), { publicKey, deviceName });
    equal(base64url(fromHex(move.wishBytes)), move.wishUrl.split('#')[1]);
    equal(await checkNumber(publicKey), move.checkNumber);
});

check('the answer of the old phone', () => {
    const answer = readAnswer(move.answerUrl, PORTAL);
    equal([answer.ephemeralKey, answer.sealedKey], [move.ephemeralKey, move.sealedKey]);
    equal([answer.issuer, answer.issuerName, answer.label], ['mehr-iran', 'مهر ایران', '606373******8767']);
    equal([answer.reference, answer.digits, answer.period, answer.pinDigits], ['7KQ2M9XA', 8, 60, 0]);
    equal(writeAnswer(PORTAL, answer), move.answerUrl);
    equal(base64url(fromHex(move.answerBytes)), move.answerUrl.split('#')[1]);
});

check('links of a move are read as strictly as others', async () => {
    for (const [read, bytes] of /** @type {const} */ ([
        [readWish, fromHex(move.wishBytes)],
        [readAnswer, fromHex(move.answerBytes)],
    ])) {
        for (let length = 0; length < bytes.length; length++) {
            await raises('link', () => read(base64url(bytes.slice(0, length))), `the first ${length} bytes`);
        }
        await raises('link', () => read(base64url(concat(bytes, [0]))));
        await raises('other-portal', () => read(`${PORTAL}/ramzna/#${base64url(bytes)}`, 'https://other.example'));
    }
    await raises('link', () => readWish(move.answerUrl));
    await raises('link', () => readAnswer(move.wishUrl));
    const compressed = fromHex(move.wishBytes);
    compressed[2] = 2;
    await raises('link', () => readWish(base64url(compressed)));
});

check('what was scanned is known by itself', async () => {
    equal(readScanned(activation.link.url, PORTAL).what, 'activation');
    equal(readScanned(move.wishUrl, PORTAL).what, 'wish');
    equal(readScanned(move.answerUrl, PORTAL).what, 'answer');
    equal(readScanned(' otpauth://totp/X:y?secret=JBSWY3DPEHPK3PXP\n').what, 'standard');
    await raises('link', () => readScanned('https://elsewhere.example/'));
    await raises('link', () => readScanned('۱۲۳۴'));
    await raises('otpauth', () => readScanned('otpauth://totp/X'));
});

check('a QR code that was drawn is read again, upright, turned and in small', async () => {
    for (const text of [activation.link.url, move.answerUrl, 'otpauth://totp/بانک:x?secret=JBSWY3DPEHPK3PXP']) {
        const squares = await drawQr(text);
        for (const turns of [0, 1, 2, 3]) {
            equal(await readQr(picture(squares, 3, turns), { millis: 2000 }), text, `${turns} turns`);
        }
    }
    equal(await readQr({ width: 64, height: 64, data: new Uint8ClampedArray(64 * 64 * 4).fill(255) }), null);
});

check('answers become errors by name', async () => {
    for (const [status, body, code, detail] of /** @type {const} */ ([
        [400, { field: 'code' }, 'contract', { field: 'code' }],
        [410, {}, 'gone', {}],
        [422, { triesLeft: 3 }, 'wrong', { triesLeft: 3 }],
        [429, {}, 'wait', { seconds: 30 }],
        [503, {}, 'away', { status: 503, seconds: 30 }],
        [500, null, 'away', { status: 500, seconds: 30 }],
        [404, {}, 'refused', { status: 404, seconds: 30 }],
    ])) {
        await answering([{ status, body, headers: { 'Retry-After': '30' } }], async () => {
            const error = await raises(code, () => api.proof('7KQ2M9XA', '1234567'), String(status));
            equal(error.detail, detail, String(status));
        });
    }
    await answering([], () => raises('offline', () => api.scanned('7KQ2M9XA')));
    await raises('value', () => api.scanned('../tokens'));
});

check('answers of an activation are read, and one that breaks the contract is refused', async () => {
    const scanned = { codeNeeded: true, expiresAt: '2026-11-23T00:00:30Z' };
    await answering([{ body: scanned }], async ([sent]) => {
        equal(await api.scanned('7KQ2M9XA'), { codeNeeded: true, expiresAt: Date.parse(scanned.expiresAt) });
        equal([sent.url, sent.body], ['/api/v1/activations/7KQ2M9XA/scanned', undefined]);
    });
    for (const body of [{}, [], 'text', { ...scanned, codeNeeded: 'true' }, { ...scanned, expiresAt: 'soon' }]) {
        await answering([{ body }], () => raises('contract', () => api.scanned('7KQ2M9XA'), JSON.stringify(body)));
    }
    const question = { code: '57201946', publicKey: move.publicKey, deviceName: 'Pixel 9' };
    await answering([{ body: CLAIMED }], async ([sent]) => {
        const answer = await api.claimByCard({ card: '6221060000001556', kind: 'SECOND', ...question });
        equal([answer.kind, answer.period, answer.last4, answer.pinDigits], ['SECOND', 60, '1330', 8]);
        equal(JSON.parse(sent.body), { card: '6221060000001556', ...question, password: 'SECOND' });
        equal([sent.credentials, sent.cache, sent.redirect], ['omit', 'no-store', 'error']);
    });
    await answering([{ body: { password: 'SECOND', staticDisabled: true } }], async ([sent]) => {
        const proven = await api.proof('7KQ2M9XA', '0712345', SPEAKER.device, 'Pixel 9');
        equal(proven, { kind: 'SECOND', staticDisabled: true });
        equal(JSON.parse(sent.body), { code: '0712345', device: SPEAKER.device, deviceName: 'Pixel 9' });
    });
});

check('S5.5: the state of a token, as the page shows it', async () => {
    const example = /200 (\{"issuer":[\s\S]*?\]\})\n/.exec(page)?.[1] ?? '';
    await answering([{ body: JSON.parse(example) }], async ([sent]) => {
        const found = await state(SPEAKER, 'Pixel 9');
        equal([found.kind, found.last4, found.lastUsedAt, found.newPhoneFrom], ['SECOND', '8767', null, null]);
        equal(found.boundCodes, { lives: [60, 120], limits: [1000000, 5000000] });
        equal(found.passwords.map((one) => [one.kind, one.state, one.limitRial]), [['FIRST', 'STATIC', null], ['SECOND', 'DYNAMIC', 5000000]]);
        equal(sent.body, request.body);
        const time = Number(sent.headers['Phone-Time']);
        equal(sent.headers['Phone-Mac'], await phoneMac(SPEAKER.key, request.path, time, request.body));
    });
});

check('S10.23: the other device that holds the token is named', async () => {
    const heldBy = { deviceName: 'Pixel 9', activatedAt: '2026-11-22T00:00:30Z' };
    await answering([{ status: 409, body: { heldBy } }], async () => {
        const error = await raises('held', () => state(SPEAKER, 'Pixel 10'));
        equal(error.detail.deviceName, 'Pixel 9');
    });
    await answering([{ status: 409, body: { reason: 'frozen' } }], async () => {
        const wish = { publicKey: move.publicKey, deviceName: 'Pixel 10' };
        equal((await raises('refused', () => moveTo(SPEAKER, wish))).detail.reason, 'frozen');
    });
});

check('a phone with a wrong clock corrects itself and asks once more', async () => {
    const Date_ = new Date(Date.now() - 3_600_000).toUTCString();
    await answering([{ status: 401, headers: { Date: Date_ } }, { body: { kept: false } }], async ([first, second]) => {
        equal(await keepHere(SPEAKER), false);
        const moved = Number(first.headers['Phone-Time']) - Number(second.headers['Phone-Time']);
        holds(Math.abs(moved - 3_600_000) < 3_000, `moved by ${moved} ms`);
        holds(Math.abs((clockError()?.millis ?? 0) - 3_600_000) < 3_000, 'the error is shown');
    });
    const right = { status: 401, headers: { Date: new Date().toUTCString() } };
    await answering([right], () => raises('unknown-there', () => giveBack(SPEAKER)));
    await wipe();
});

check('a first code that is wrong by the clock alone is right the next time', async () => {
    const header = new Date(Date.now() - 600_000).toUTCString();
    await answering([{ status: 422, body: { triesLeft: 4 }, headers: { Date: header } }], async () => {
        await raises('wrong', () => api.proof('7KQ2M9XA', '1234567'));
        holds(Math.abs(Date.now() - 600_000 - now()) < 3_000, 'codes are made with the time of the portal');
    });
    const right = { body: { kept: false }, headers: { Date: new Date().toUTCString() } };
    await answering([right], () => keepHere(SPEAKER));
    holds(Math.abs(Date.now() - now()) < 3_000, 'the correction goes when the clock is right again');
    await wipe();
});

check('a token that moves comes sealed, and no two requests have one time', async () => {
    const wish = { publicKey: move.publicKey, deviceName: 'Pixel 10' };
    const body = { ...CLAIMED, expiresAt: '2026-11-22T00:10:30Z' };
    await answering([{ body }, { body }, { body }], async (sent) => {
        const answers = await Promise.all([1, 2, 3].map(() => moveTo(SPEAKER, wish)));
        equal(answers[0].expiresAt, Date.parse(body.expiresAt));
        equal(new Set(sent.map((one) => one.headers['Phone-Time'])).size, 3);
    });
});

const CLAIMED = {
    ...{ ephemeralKey: move.ephemeralKey, sealedKey: move.sealedKey, password: 'SECOND', algorithm: 'SHA256', digits: 7 },
    ...{ periodSeconds: 60, issuer: 'shahr', cardLastFour: '1330', pinDigits: 8, reference: '0aJqfY3Wq0mR5dXo8bYh3Q' },
};

/**
 * @param {boolean[][]} squares
 * @param {number} scale pixels for each
 * @param {number} turns of 90 degrees
 */
function picture(squares, scale, turns) {
    const size = squares.length;
    const width = size * scale;
    const data = new Uint8ClampedArray(width * width * 4).fill(255);
    for (let y = 0; y < width; y++) {
        for (let x = 0; x < width; x++) {
            let [row, column] = [Math.floor(y / scale), Math.floor(x / scale)];
            for (let turn = 0; turn < turns; turn++) {
                [row, column] = [column, size - 1 - row];
            }
            data.set(squares[row][column] ? [20, 20, 20] : [230, 230, 230], (y * width + x) * 4);
        }
    }
    return { width, height: width, data };
}
