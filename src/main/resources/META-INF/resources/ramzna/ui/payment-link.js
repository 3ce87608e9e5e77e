// The payment in a QR code (docs/protocol/codes.md): four lines after a mark, in the fragment of the app's own address.
import { fromBase64url, fromUtf8 } from '../core/bytes.js';

const MARK = 'pay.';
/** Those that somebody pays in, as docs/protocol/card-switch.md names them. */
export const TYPES = ['PURCHASE', 'TRANSFER', 'BILL', 'WITHDRAWAL'];
const AMOUNT = /^[1-9][0-9]{0,14}$/;
const NUMBER = /^[!-~]{1,40}$/;

/** Whether a card switch could name a merchant or a terminal so. @param {string} text */
export function isNumber(text) {
    return NUMBER.test(text);
}

/**
 * @param {string} content
 * @returns {import('./codes.js').Payment | null}
 */
export function readPayment(content) {
    const fragment = content.trim().split('#').at(-1) ?? '';
    if (!fragment.startsWith(MARK)) {
        return null;
    }
    try {
        const [type = '', amount = '', merchant = '', terminal = '', ...more] = fromUtf8(fromBase64url(fragment.slice(MARK.length))).split('\n');
        const good = more.length === 0 && TYPES.includes(type) && AMOUNT.test(amount) && isNumber(merchant) && isNumber(terminal);
        return good ? { type, amount: Number(amount), merchant, terminal } : null;
    } catch {
        return null;
    }
}
