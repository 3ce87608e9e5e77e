// The payment in a QR code (docs/protocol/codes.md): four lines after a mark, in the fragment of the app's own address.
import { fromBase64url, fromUtf8 } from '../core/bytes.js';

const MARK = 'pay.';
const TYPE = /^[A-Z_]{1,30}$/;
const AMOUNT = /^[1-9][0-9]{0,14}$/;
const NUMBER = /^[0-9A-Za-z]{1,20}$/;

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
        const good = more.length === 0 && TYPE.test(type) && AMOUNT.test(amount) && NUMBER.test(merchant) && NUMBER.test(terminal);
        return good ? { type, amount: Number(amount), merchant, terminal } : null;
    } catch {
        return null;
    }
}
