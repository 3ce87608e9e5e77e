/**
 * A token moves to a new phone, with the old one at hand: each shows the other a QR code (docs/protocol/phone.md,
 * section 6). The new phone shows its wish; the old one asks the bank and shows the answer; the new one opens it with
 * claim.js and proves a first code.
 *
 * @typedef {import('./bytes.js').Bytes} Bytes
 * @typedef {import('./activation.js').Context} Context
 * @typedef {import('./claim.js').Sealed} Sealed
 * @typedef {{publicKey: string, deviceName: string}} Wish
 * @typedef {{issuer: string, issuerName: string, label: string, pinDigits: number}} MoveFacts
 * @typedef {Context & Sealed & MoveFacts} MoveAnswer itself the context in which its seal opens
 */
import { base64url, concat, fromBase64url, utf8 } from './bytes.js';
import { RamznaError } from './errors.js';
import { HASHES, KINDS, linkOf, openLink, refuse } from './linkbytes.js';

const WISH = 3;
const ANSWER = 4;
const POINT_BYTES = 65;
const DEVICE_NAME_MAX = 40;
const PIN_DIGITS_MAX = 12;

/**
 * What the new phone shows.
 *
 * @param {string} portal address without a slash at its end
 * @param {Wish} wish public key of {@link import('./claim.js').newClaimKeys}
 * @returns {string} link for a QR code
 */
export function writeWish(portal, { publicKey, deviceName }) {
    const name = Array.from(deviceName.trim()).slice(0, DEVICE_NAME_MAX).join('');
    return linkOf(portal, [WISH], fromBase64url(publicKey), block(utf8(name)));
}

/**
 * @param {string} text
 * @param {string} [ownOrigin]
 * @returns {Wish}
 * @throws {RamznaError} `link`, `other-portal`
 */
export function readWish(text, ownOrigin) {
    const { reader } = openLink(text, ownOrigin);
    reader.within(WISH, WISH);
    const wish = { publicKey: point(reader), deviceName: reader.name(DEVICE_NAME_MAX) };
    reader.end();
    return wish;
}

/**
 * What the old phone shows.
 *
 * @param {string} portal address without a slash at its end
 * @param {MoveAnswer} answer
 * @returns {string} link for a QR code
 */
export function writeAnswer(portal, answer) {
    const { kind, algorithm, digits, period, reference, issuer, issuerName, label, pinDigits } = answer;
    return linkOf(
        portal,
        [ANSWER, KINDS.indexOf(kind ?? undefined), HASHES.indexOf(algorithm), digits, period >> 8, period & 0xff],
        ...[reference, issuer, issuerName, label].map((text) => block(utf8(text))),
        [pinDigits],
        fromBase64url(answer.ephemeralKey),
        block(fromBase64url(answer.sealedKey)),
    );
}

/**
 * @param {string} text
 * @param {string} [ownOrigin]
 * @returns {MoveAnswer}
 * @throws {RamznaError} `link`, `other-portal`
 */
export function readAnswer(text, ownOrigin) {
    const { reader } = openLink(text, ownOrigin);
    reader.within(ANSWER, ANSWER);
    const answer = {
        ...reader.context(),
        ...reader.issuer(),
        pinDigits: reader.within(0, PIN_DIGITS_MAX),
        ephemeralKey: point(reader),
        sealedKey: base64url(reader.block(36, 80)),
    };
    reader.end();
    return answer;
}

/**
 * What both phones show, and their owner compares: that the old one read the picture of the new one, and of no other.
 *
 * @param {string} publicKey
 * @returns {Promise<string>} six digits
 */
export async function checkNumber(publicKey) {
    const hash = await crypto.subtle.digest('SHA-256', fromBase64url(publicKey));
    return String(new DataView(hash).getUint32(0) % 1_000_000).padStart(6, '0');
}

/** @param {import('./linkbytes.js').LinkReader} reader */
function point(reader) {
    const raw = reader.exactly(POINT_BYTES);
    return raw[0] === 4 ? base64url(raw) : refuse();
}

/**
 * @param {Bytes} bytes
 * @returns {Bytes}
 */
function block(bytes) {
    if (bytes.length === 0 || bytes.length > 255) {
        throw new RamznaError('value');
    }
    return concat([bytes.length], bytes);
}
