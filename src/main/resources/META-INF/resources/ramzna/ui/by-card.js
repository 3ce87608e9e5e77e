// The number of the card and the code that came by SMS (S4.5, S7.10).
import { h } from './dom.js';
import { t } from './i18n.js';
import { bankOfCard } from './banks.js';
import { choice, field, form, notice } from './pieces.js';
import { partField } from './parts-fields.js';
import { kinds } from './receipt.js';
import { claimByCard } from './enrol.js';
import { deviceField } from './device.js';
import { cardNumber } from '../core/digits.js';
import { cardScanButton } from './card-camera.js';

/**
 * Named as phones know it: their keyboards offer to scan the card (S10.9), also where this page could not read it itself.
 *
 * @param {{label: string, hint: string, required?: boolean}} words
 */
export function cardField({ label, hint, required = true }) {
    return field(label, { id: 'card-number', name: 'cardnumber', hint, required, ltr: true, code: true, inputmode: 'numeric', autocomplete: 'cc-number', maxlength: 30 });
}

/**
 * @param {import('./pieces.js').Field} card
 * @returns {string | null} the number in Latin digits, or nothing when something is wrong and has been said
 */
export function readCard(card) {
    const number = cardNumber(card.value());
    if (number === null || !bankOfCard(number)) {
        card.fail(t(number === null ? 'card.number.wrong' : 'card.number.foreign'));
        return null;
    }
    return number;
}

/** @returns {import('./nav.js').Screen} */
export function byCard() {
    /** @type {'FIRST' | 'SECOND'} */
    let kind = 'SECOND';
    const card = cardField({ label: t('card.number'), hint: t('card.number.hint') });
    const shape = { number: 1, length: 8, alphabet: /** @type {const} */ ('digits') };
    const format = () => ({ ...shape, ...bankOfCard(cardNumber(card.value()) ?? '')?.smsCode });
    const code = partField(t('serial.code'), { id: 'sms-code', hint: t('serial.code.hint'), format, names: { 1: t('serial.code') }, fromSms: true });
    const device = deviceField();
    const body = h('div', { class: 'stack' },
        h('div', { class: 'surface' }, form([
            card.box,
            cardScanButton((digits) => { card.input.value = digits; card.clear(); }),
            choice(t('receipt.kind'), 'kind', kinds(), kind, (value) => (kind = value)),
            code.box,
            device.box,
        ], {
            id: 'by-card',
            submit: t('confirm'),
            work: async () => {
                const number = readCard(card);
                const part = number && code.read();
                if (number && part) {
                    await claimByCard(number, kind, part, device.value());
                }
            },
        })),
        notice('info', t('online-needed')));
    return { title: t('add.title.card'), body, focus: card.input };
}
