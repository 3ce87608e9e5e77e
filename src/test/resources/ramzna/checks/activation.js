// How a key reaches the phone: every example of docs/protocol/activation-vectors.json, and what is no link.

import { contextBytes, keyFromParts, material, readLink, receiptAndSms, referenceOf, typedPart } from '/ramzna/core/activation.js';
import { base32, base64url, concat, fromBase64url, fromHex, hex, utf8 } from '/ramzna/core/bytes.js';
import { newClaimKeys, unseal } from '/ramzna/core/claim.js';
import { readOtpauth } from '/ramzna/core/otpauth.js';
import { totp } from '/ramzna/core/otp.js';
import { checkPart, checkSigns, grouped } from '/ramzna/core/parts.js';
import { openKey } from '/ramzna/core/pin.js';
import { check, equal, holds, raises, table } from './check.js';

/** @typedef {import('/ramzna/core/activation.js').Context} Context */

/** @type {Record<string, Record<string, string>>} */
const vectors = await (await fetch('/protocol/activation-vectors.json')).json();
const TIME = Date.parse('2026-11-22T00:00:30Z');
/** @type {Context} */
const CONTEXT = { reference: '7KQ2M9XA', kind: 'SECOND', algorithm: 'SHA256', digits: 8, period: 60 };
const SCANNED = { number: 1, bytes: Uint8Array.from({ length: 32 }, (_, i) => i) };
const RECEIPT = /** @type {const} */ ({ number: 1, alphabet: 'digits', length: 8 });
const SMS = /** @type {const} */ ({ number: 2, alphabet: 'letters', length: 16 });

check('typed parts carry the check signs of the page', () => {
    const { part1Content, part1, part2Content, part2, part2Grouped } = vectors.typedParts;
    equal(part1Content + checkSigns(1, 'digits', part1Content), part1);
    equal(part2Content + checkSigns(2, 'letters', part2Content), part2);
    equal(grouped(part2), part2Grouped);
    equal(checkPart(1, 'digits', 8, part1), { ok: true, text: part1 });
    equal(checkPart(2, 'letters', 16, ' ramz-lneh (2O26)\nxy\u200c3t '), { ok: true, text: part2 });
    equal(checkPart(1, 'digits', 8, '۵۷۲۰ ۱۹۴٦'), { ok: true, text: part1 });
});

check('every single wrong digit and every swap of neighbours is found', () => {
    const { part1 } = vectors.typedParts;
    for (let i = 0; i < part1.length; i++) {
        for (let digit = 0; digit < 10; digit++) {
            const wrong = part1.slice(0, i) + digit + part1.slice(i + 1);
            equal(checkPart(1, 'digits', 8, wrong).ok, wrong === part1, wrong);
        }
        const swapped = part1.slice(0, i) + (part1[i + 1] ?? '') + part1[i] + part1.slice(i + 2);
        equal(checkPart(1, 'digits', 8, swapped).ok, swapped === part1, swapped);
    }
});

check('a mistake in a part is named', () => {
    const { part1, part2 } = vectors.typedParts;
    equal(checkPart(1, 'digits', 8, '5720'), { ok: false, reason: 'length', expected: 8, found: 4 });
    equal(checkPart(1, 'digits', 8, '57x01946'), { ok: false, reason: 'sign', position: 3 });
    equal(checkPart(2, 'letters', 16, 'RAMZ1NEH2026XYU3'), { ok: false, reason: 'sign', position: 15 });
    equal(checkPart(2, 'letters', 16, 'ramz1neh2026xyı3').ok, false);
    equal(checkPart(1, 'digits', 8, '57201947'), { ok: false, reason: 'check' });
    equal(checkPart(1, 'digits', 8, part2, [RECEIPT, SMS]), { ok: false, reason: 'swapped', actual: 2 });
    equal(checkPart(2, 'letters', 16, part1, [RECEIPT, SMS]), { ok: false, reason: 'swapped', actual: 1 });
    equal(checkPart(1, 'digits', 8, vectors.serialAndSms.code, [{ ...RECEIPT, number: 2 }]), {
        ...{ ok: false, reason: 'swapped', actual: 2 },
    });
});

for (const [name, parts] of Object.entries({
    twoTypedParts: [typedPart(2, vectors.typedParts.part2), typedPart(1, vectors.typedParts.part1)],
    scannedPart: [SCANNED],
    scannedAndTyped: [SCANNED, typedPart(2, vectors.serialAndSms.code)],
})) {
    check(`parts make the key: ${name}`, async () => {
        const expected = vectors[name];
        equal(hex(contextBytes(CONTEXT)), expected.context);
        equal(hex(material(parts)), expected.material);
        const key = await keyFromParts(CONTEXT, parts);
        equal(hex(key), expected.key);
        equal(await totp(key, TIME, { ...CONTEXT, hash: CONTEXT.algorithm }), expected.code);
    });
}

check('a missing part, one that is there twice, and none at all make no key', async () => {
    await raises('value', () => material([]));
    await raises('value', () => material([typedPart(2, 'A')]));
    await raises('value', () => material([SCANNED, SCANNED]));
});

check('S3.7: receipt and SMS make key, name and code', async () => {
    const expected = vectors.receiptAndSms;
    const receipt = checkPart(1, 'digits', 8, expected.receipt);
    const sms = checkPart(2, 'letters', 114, expected.sms);
    holds(receipt.ok && sms.ok, 'the parts are good');
    const made = await receiptAndSms({ kind: 'SECOND', digits: 7, period: 60 }, expected.receipt, expected.sms);
    equal(hex(contextBytes(made.context)), expected.context);
    equal(hex(material([typedPart(1, expected.receipt), typedPart(2, expected.sms)])), expected.material);
    equal(hex(made.key), expected.key);
    equal(made.reference, expected.reference);
    equal(await referenceOf(made.key, made.context), expected.reference);
    equal(await totp(made.key, TIME, { digits: 7, period: 60, hash: 'SHA256' }), expected.code);
});

check('S9.9: serial number and code carry their check digits', () => {
    const { serialContent, serial, codeContent, code } = vectors.serialAndSms;
    equal(serialContent + checkSigns(1, 'digits', serialContent), serial);
    equal(codeContent + checkSigns(2, 'digits', codeContent), code);
    equal(checkPart(1, 'digits', 12, '4829 1750 2261'), { ok: true, text: serial });
});

check('S7.11: the PIN opens the key of codes, and a wrong one another', async () => {
    const { key, pin, keyOfCodes, code, codeOfPin28406194 } = vectors.personalPin;
    const spec = /** @type {const} */ ({ digits: 7, period: 60, hash: 'SHA256' });
    const opened = await openKey(fromHex(key), pin);
    equal(hex(opened), keyOfCodes);
    equal(await totp(opened, TIME, spec), code);
    equal(await totp(await openKey(fromHex(key), '28406194'), TIME, spec), codeOfPin28406194);
    for (const bad of ['', '2840619۳', ' 28406193', '1234567890123']) {
        await raises('value', () => openKey(fromHex(key), bad), bad);
    }
});

check('the link of the page is read', () => {
    const link = readLink(vectors.link.url);
    equal(link, { ...link, ...CONTEXT, mechanism: 'self-contained', issuer: 'mehr-iran', issuerName: 'مهر ایران' });
    equal(link.label, '606373******8767');
    equal(link.typedParts, [{ number: 2, alphabet: 'digits', length: 8 }]);
    equal(link.scanned, SCANNED);
    equal(link.origin, 'https://bank.example');
    equal(readLink(base64url(fromHex(vectors.link.bytes))), { ...link, origin: null });
});

check('a link of another portal is known as such', async () => {
    const error = await raises('other-portal', () => readLink(vectors.link.url, 'https://other.example'));
    equal(error.detail.origin, 'https://bank.example');
    equal(readLink(vectors.link.url, 'https://bank.example').reference, '7KQ2M9XA');
});

check('a link that ends early, goes on, or has a bit changed in its frame is refused', async () => {
    const bytes = fromHex(vectors.link.bytes);
    for (let length = 0; length < bytes.length; length++) {
        await raises('link', () => readLink(base64url(bytes.slice(0, length))), `the first ${length} bytes`);
    }
    await raises('link', () => readLink(base64url(concat(bytes, [0]))));
});

/** @type {[string, (bytes: Uint8Array<ArrayBuffer>) => void][]} */
const BROKEN = [
    ['another version', (bytes) => (bytes[0] = 2)],
    ['no mechanism', (bytes) => (bytes[1] = 0)],
    ['an unknown mechanism', (bytes) => (bytes[1] = 9)],
    ['a claim that carries a part', (bytes) => (bytes[1] = 2)],
    ['an unknown password kind', (bytes) => (bytes[2] = 3)],
    ['an unknown hash', (bytes) => (bytes[3] = 4)],
    ['3 digits', (bytes) => (bytes[4] = 3)],
    ['11 digits', (bytes) => (bytes[4] = 11)],
    ['a period of 14 seconds', (bytes) => (bytes[6] = 14)],
    ['a period of 316 seconds', (bytes) => (bytes[5] = 1)],
    ['a reference with a slash', (bytes) => (bytes[8] = 0x2f)],
    ['an issuer key in capitals', (bytes) => (bytes[17] = 0x4d)],
    ['a name that is no UTF-8', (bytes) => (bytes[27] = 0xff)],
    ['a part number of 5', (bytes) => (bytes[bytes.length - 37] = 5)],
    ['two parts of one number', (bytes) => (bytes[bytes.length - 37] = 1)],
    ['an unknown alphabet', (bytes) => (bytes[bytes.length - 36] = 3)],
    ['a part of 5 signs', (bytes) => (bytes[bytes.length - 35] = 5)],
    ['a part of 161 signs', (bytes) => (bytes[bytes.length - 35] = 161)],
];
for (const [what, change] of BROKEN) {
    check(`no link: ${what}`, async () => {
        const bytes = fromHex(vectors.link.bytes);
        change(bytes);
        await raises('link', () => readLink(base64url(bytes)));
    });
}

check('a claim asks for exactly one code', async () => {
    const head = fromHex(vectors.link.bytes).slice(0, -38);
    head[1] = 2;
    const codes = [[1, 1, 8], [2, 1, 8]];
    equal(readLink(base64url(concat(head, [1], codes[0], [0]))).typedParts.length, 1);
    await raises('link', () => readLink(base64url(concat(head, [0, 0]))), 'none');
    await raises('link', () => readLink(base64url(concat(head, [2], ...codes, [0]))), 'two');
});

check('what only looks like a link is refused', async () => {
    const { url } = vectors.link;
    const fragment = url.split('#')[1];
    for (const bad of [
        ...['', '#', '=', url + '=', url + ' x', url + '\u200c', `${url}#${fragment}`, 'A'.repeat(2001)],
        ...[`javascript:alert(1)/ramzna/#${fragment}`, `https://bank.example/other#${fragment}`],
        ...[url.replace('/ramzna/', '/ramzna/?a=1'), `${fragment}A`, fragment.slice(0, -1)],
    ]) {
        await raises('link', () => readLink(bad), bad);
    }
});

check('a label with a whole card number is refused', async () => {
    const bytes = fromHex(vectors.link.bytes);
    const at = bytes.length - 38 - 16;
    bytes.set(utf8('6063731234568767'), at);
    await raises('link', () => readLink(base64url(bytes)));
});

const CLAIM = vectors.claim;

/** @returns {Promise<import('/ramzna/core/claim.js').ClaimKeys>} the phone of the page */
async function phoneOfThePage() {
    const curve = { name: 'ECDH', namedCurve: 'P-256' };
    const point = fromBase64url(CLAIM.phoneKey);
    const [x, y] = [base64url(point.slice(1, 33)), base64url(point.slice(33))];
    const jwk = { kty: 'EC', crv: 'P-256', x, y, d: base64url(fromHex(CLAIM.phonePrivateKey)) };
    const privateKey = await crypto.subtle.importKey('jwk', jwk, curve, false, ['deriveBits']);
    const publicKey = await crypto.subtle.importKey('raw', point, curve, true, []);
    return { publicKey: CLAIM.phoneKey, pair: { privateKey, publicKey } };
}

check('the seal of the page opens', async () => {
    equal(hex(await unseal({ ephemeralKey: CLAIM.ephemeralKey, sealedKey: CLAIM.sealedKey }, await phoneOfThePage(), CONTEXT)), CLAIM.key);
});

check('a seal for another phone, another context, or altered does not open', async () => {
    const phone = await phoneOfThePage();
    const { ephemeralKey, sealedKey } = CLAIM;
    await raises('seal', async () => unseal({ ephemeralKey, sealedKey }, await newClaimKeys(), CONTEXT));
    for (const other of [{ digits: 7 }, { period: 30 }, { reference: '7KQ2M9XB' }, { kind: /** @type {const} */ ('FIRST') }]) {
        await raises('seal', () => unseal({ ephemeralKey, sealedKey }, phone, { ...CONTEXT, ...other }), JSON.stringify(other));
    }
    const sealed = fromBase64url(sealedKey);
    sealed[0] ^= 1;
    await raises('seal', () => unseal({ ephemeralKey, sealedKey: base64url(sealed) }, phone, CONTEXT));
    const point = fromBase64url(ephemeralKey);
    point[64] ^= 1;
    await raises('seal', () => unseal({ ephemeralKey: base64url(point), sealedKey }, phone, CONTEXT), 'a point off the curve');
    await raises('seal', () => unseal({ ephemeralKey: '', sealedKey: '' }, phone, CONTEXT));
});

check('the private half of a claim cannot be read out', async () => {
    const keys = await newClaimKeys();
    equal(keys.publicKey.length, 87);
    equal(keys.pair.privateKey.extractable, false);
});

check('otpauth links as published', async () => {
    for (const row of await table('key-uri')) {
        if (row.expect !== 'VALID') {
            await raises('otpauth', () => readOtpauth(row.uri), row.uri);
            continue;
        }
        const link = readOtpauth(row.uri);
        equal([link.type, link.issuer, link.account], [row.type, row.issuer, row.account]);
        equal([base32(link.key), link.algorithm, link.digits], [row.secret_base32, row.algorithm, Number(row.digits)]);
        equal(String(link.type === 'totp' ? link.period : link.counter), row.period_or_counter);
    }
});

for (const link of [
    'otpauth://totp/X:y?secret=JBSWY3DPEHPK3PXP&secret=JBSWY3DPEHPK3PXP',
    'otpauth://totp/X:y?secret',
    'otpauth://totp/X:y',
    'otpauth://totp/X:%zz?secret=JBSWY3DPEHPK3PXP',
    'otpauth://totp/?secret=JBSWY3DPEHPK3PXP',
    'otpauth://totp/X:y?secret=JBSWY3DPEHPK3PXP&period=99999',
    'otpauth://totp/X:y?secret=JBSWY3DPEHPK3PXP&digits=8x',
    'otpauth://totp/X:y?secret=JBSWY3DPEHPK3PXP#fragment',
    'otpauth://totp/X:y?secret=JBSWY3DP',
    'otpauth://hotp/X:y?secret=JBSWY3DPEHPK3PXP&counter=-1',
    'otpauth://hotp/X:y?secret=JBSWY3DPEHPK3PXP&counter=18446744073709551616',
]) {
    check(`no otpauth link: ${link}`, () => raises('otpauth', () => readOtpauth(link)));
}
