// Codes: the tables of RFC 4226, 6238 and 6287, and the worked examples of docs/protocol/codes.md.

import { base32, base64url, fromBase32, fromBase64url, fromHex, hex, utf8 } from '/ramzna/core/bytes.js';
import { boundCode, minuteEnds, ocra, parseSuite, paymentCode } from '/ramzna/core/ocra.js';
import { hmac, hotp, remaining, step, totp, truncate, counterBytes } from '/ramzna/core/otp.js';
import { cardNumber, code, latinDigits, persianDigits } from '/ramzna/core/digits.js';
import { check, equal, raises, table } from './check.js';

/** @typedef {import('/ramzna/core/otp.js').Hash} Hash */

const KEY = fromHex('8fd34ef9f86b9889002d64fd1f9e19a0b20b131bd871f2fa03499cf055814122');
const TIME = Date.parse('2026-11-22T00:00:30Z');

check('RFC 4226, appendix D', async () => {
    for (const row of await table('rfc4226')) {
        const key = fromHex(row.secret_hex);
        const mac = await hmac(key, 'SHA1', counterBytes(BigInt(row.count)));
        equal(hex(mac), row.hmac_sha1_hex);
        equal(truncate(mac, 10).endsWith(row.truncated_decimal), true, row.count);
        equal(await hotp(key, Number(row.count), 6), row.hotp6);
    }
});

check('RFC 6238, appendix B', async () => {
    for (const row of await table('rfc6238')) {
        const [digits, period, time] = [Number(row.digits), Number(row.period), Number(row.unix_time) * 1000];
        equal(step(time, period), parseInt(row.time_step_hex, 16));
        const hash = /** @type {Hash} */ (row.algorithm);
        equal(await totp(fromHex(row.secret_hex), time, { digits, period, hash }), row.totp, row.unix_time);
    }
});

check('RFC 6287, appendix C', async () => {
    const rows = await table('rfc6287');
    for (const row of rows) {
        const input = {
            question: row.question,
            ...(row.counter === '' ? {} : { counter: BigInt(row.counter) }),
            ...(row.pin === '' ? {} : { password: row.pin }),
            ...(row.time_steps_hex === '' ? {} : { step: BigInt(`0x${row.time_steps_hex}`) }),
        };
        equal(await ocra(row.ocra_suite, fromHex(row.key_hex), input), row.ocra_value, row.ocra_suite);
    }
    equal(rows.length > 60, true, 'rows');
});

check('a code by time, as codes.md computes it', async () => {
    equal(step(TIME, 60), 29921760);
    equal(await totp(KEY, TIME, { digits: 8, period: 60, hash: 'SHA256' }), '53554757');
    equal(await totp(KEY, TIME + 29_999, { digits: 8, period: 60, hash: 'SHA256' }), '53554757');
});

check('a code lasts to the end of its period', () => {
    equal(remaining(TIME, 60), 30_000);
    equal(remaining(TIME + 29_999, 60), 1);
    equal(remaining(TIME + 30_000, 60), 60_000);
    equal(minuteEnds(TIME), 30_000);
});

check('S5.6: life and largest amount make the code', async () => {
    equal(await boundCode(KEY, 7, { lifeSeconds: 120, maxRial: 5_000_000 }, TIME), '6886096');
    equal(await boundCode(KEY, 7, { lifeSeconds: 60, maxRial: 0 }, TIME), '0655326');
});

check('a largest amount that does not fit the question is refused', async () => {
    for (const maxRial of [150_000, 1_000_000_000, -100_000, NaN]) {
        await raises('value', () => boundCode(KEY, 7, { lifeSeconds: 60, maxRial }, TIME), String(maxRial));
    }
    await raises('value', () => boundCode(KEY, 7, { lifeSeconds: 0, maxRial: 0 }, TIME));
    await raises('value', () => boundCode(KEY, 7, { lifeSeconds: 1000, maxRial: 0 }, TIME));
});

check('the payment makes the code, and one rial more another', async () => {
    const payment = { type: 'PURCHASE', amount: 4330000, merchant: '000012345678901', terminal: '12345678' };
    equal(await paymentCode(KEY, 7, payment, TIME), '0895408');
    equal((await paymentCode(KEY, 7, { ...payment, amount: 4330001 }, TIME)) === '0895408', false);
    await raises('value', () => paymentCode(KEY, 7, { ...payment, merchant: 'a\nb' }, TIME));
    await raises('value', () => paymentCode(KEY, 7, { ...payment, amount: 0.5 }, TIME));
});

for (const name of [
    '',
    'OCRA-2:HOTP-SHA1-6:QN08',
    'OCRA-1:HOTP-MD5-6:QN08',
    'OCRA-1:HOTP-SHA1-3:QN08',
    'OCRA-1:HOTP-SHA1-0:QN08',
    'OCRA-1:HOTP-SHA1-11:QN08',
    'OCRA-1:HOTP-SHA1-6:QN03',
    'OCRA-1:HOTP-SHA1-6:QN65',
    'OCRA-1:HOTP-SHA1-6:QX08',
    'OCRA-1:HOTP-SHA1-6:QN08-C',
    'OCRA-1:HOTP-SHA1-6:QN08-T60S',
    'OCRA-1:HOTP-SHA1-6:QN08-T0M',
    'OCRA-1:HOTP-SHA1-6:QN08-T49H',
    'OCRA-1:HOTP-SHA1-6:QN08-S513',
    'OCRA-1:HOTP-SHA1-6:QN08-T1M ',
]) {
    check(`no suite: "${name}"`, () => raises('value', () => parseSuite(name)));
}

check('an input that the suite does not name is refused, and a missing one too', async () => {
    const [plain, full] = ['OCRA-1:HOTP-SHA1-6:QN08', 'OCRA-1:HOTP-SHA256-8:C-QH08-PSHA256-S064-T30S'];
    const question = '00000000';
    await raises('value', () => ocra(plain, KEY, { question, counter: 1 }));
    await raises('value', () => ocra(plain, KEY, { question, password: '1' }));
    await raises('value', () => ocra(plain, KEY, { question, session: new Uint8Array(1) }));
    await raises('value', () => ocra(plain, KEY, { question, step: 1 }));
    await raises('value', () => ocra(full, KEY, { question }));
    for (const bad of ['0000000a', '000', '00000000000000000']) {
        await raises('value', () => ocra(plain, KEY, { question: bad }), bad);
    }
    const all = { question, counter: 1, password: '1234', session: new Uint8Array([1, 2]), step: 7 };
    equal((await ocra(full, KEY, all)).length, 8);
    equal((await ocra(full, KEY, all)) === (await ocra(full, KEY, { ...all, step: 8 })), false);
});

check('digits and counters have limits', async () => {
    for (const digits of [3, 11, 6.5, NaN]) {
        await raises('value', () => hotp(KEY, 0, digits), String(digits));
    }
    await raises('value', () => hotp(KEY, -1, 6));
    await raises('value', () => hotp(KEY, 1n << 64n, 6));
});

check('a one-time code is typed in three scripts and in nothing else', async () => {
    for (const row of await table('digits')) {
        const expected = /^[0-9]+$/.test(row.expect_ascii) ? row.expect_ascii : null;
        equal(code(row.input, 1, 40), expected, row.codepoints);
    }
    equal(code('۱۲٣٤5', 5, 5), '12345');
    for (const bad of ['', '123456', '12 345', '12345\n', '１２３４５', '१२३४५']) {
        equal(code(bad, 5, 5), null, bad);
    }
    equal(persianDigits('a0129'), 'a۰۱۲۹');
    equal(latinDigits('کد ۰۱۲'), 'کد 012');
});

check('a card number is cleaned and its check digit tested', () => {
    equal(cardNumber('۶۲۲۱ 0600-0000 1556'), '6221060000001556');
    equal(cardNumber('6221060000001557'), null);
    equal(cardNumber('0000000000000000'), null);
    equal(cardNumber('622106000000155'), null);
    equal(cardNumber('622106000000155x'), null);
});

check('RFC 4648, section 10, and what is no base32', async () => {
    equal(base32(utf8('f')), 'MY');
    equal(base32(utf8('fooba')), 'MZXW6YTB');
    equal(base32(utf8('foobar')), 'MZXW6YTBOI');
    equal(fromBase32('mzxw6ytboi======'), utf8('foobar'));
    for (const bad of ['A', 'AAA', 'AAAAAA', 'AB', 'A0', 'AÀ', 'A A', 'MZ=W6']) {
        await raises('value', () => fromBase32(bad), bad);
    }
});

check('what is no base64url', async () => {
    equal(base64url(fromBase64url('-_8')), '-_8');
    for (const bad of ['A', 'AA==', 'AB', '+/8', 'AA A', 'AA\n']) {
        await raises('value', () => fromBase64url(bad), bad);
    }
    await raises('value', () => fromHex('0'));
    await raises('value', () => fromHex('0g'));
});
