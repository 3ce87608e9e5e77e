// A code for one payment: what is paid to whom, scanned or typed, and confirmed before the code is made.
import { fill, h } from './dom.js';
import { ltr, money, t } from './i18n.js';
import { go, replace, back } from './nav.js';
import { button, choice, field, form, notice, row } from './pieces.js';
import { token as read, tokens } from './session.js';
import { face, nameOf, numberOf } from './token-face.js';
import { isNumber, readPayment, TYPES } from './payment-link.js';
import { latinDigits, typed } from '../core/digits.js';
import { RamznaError } from '../core/errors.js';

/** @typedef {import('./codes.js').Payment} Payment */

const AMOUNT_MAX = 1e15;

/**
 * @param {{id?: string, payment?: Payment}} given a payment may come before it is known with which card
 * @returns {Promise<import('./nav.js').Screen>}
 */
export async function payment({ id: known, payment: scanned }) {
    const able = (await tokens()).filter((token) => token.boundCodes && token.pending !== true);
    const id = known ?? (able.length === 1 ? able[0]?.id : undefined);
    if (id === undefined) {
        return { title: t('payment.title'), body: which(able, scanned) };
    }
    const token = await read(id);
    const place = h('div', { class: 'stack' });
    if (scanned) {
        confirmation(place, id, scanned);
    } else {
        entry(place, id);
    }
    return { title: t('payment.title'), body: h('div', { class: 'stack' }, face(token), place) };
}

/**
 * @param {import('../core/store.js').Token[]} able tokens whose bank takes such codes
 * @param {Payment} [payment]
 */
function which(able, payment) {
    return able.length === 0
        ? h('div', { class: 'stack' }, notice('warning', t('payment.no-token')), button(t('back'), { id: 'payment-cancel', onclick: back }))
        : h('div', { class: 'stack' }, h('h2', {}, t('payment.which')), h('div', { class: 'rows' }, able.map((token) =>
            row({ id: 'pay-with-' + token.id, icon: 'card', title: nameOf(token) + ' ' + text(numberOf(token)), onclick: () => void replace('payment', { id: token.id, payment }) }))));
}

/** @param {Node | string} words */
function text(words) {
    return typeof words === 'string' ? words : words.textContent ?? '';
}

/**
 * @param {HTMLElement} place
 * @param {string} id
 */
function entry(place, id) {
    let type = 'PURCHASE';
    const amount = field(t('payment.amount'), { id: 'amount', ltr: true, inputmode: 'numeric', maxlength: 20, hint: t('payment.amount.hint') });
    const merchant = field(t('payment.merchant'), { id: 'merchant', ltr: true, maxlength: 40 });
    const terminal = field(t('payment.terminal'), { id: 'terminal', ltr: true, maxlength: 40 });
    const take = async (/** @type {string} */ content) => {
        const payment = readPayment(content);
        if (!payment) {
            throw new RamznaError('link');
        }
        await replace('payment', { id, payment });
    };
    fill(place,
        row({ id: 'payment-scan', icon: 'qr', title: t('payment.scan'), text: t('payment.scan.text'), onclick: () => void go('scan', { for: 'other', title: t('payment.scan'), text: t('payment.scan.text'), take }) }),
        h('div', { class: 'surface' }, form([
            choice(t('payment.type'), 'payment-type', TYPES.map((value) => ({ value, text: t('payment.type.' + value) })), type, (value) => (type = value)),
            amount.box, merchant.box, terminal.box,
        ], {
            id: 'payment',
            submit: t('payment.check'),
            work: async () => {
                const rial = Number(typed(amount.value()).replace(/[,٬،]/g, ''));
                const to = latinDigits(merchant.value().trim());
                const at = latinDigits(terminal.value().trim());
                if (!Number.isSafeInteger(rial) || rial <= 0 || rial > AMOUNT_MAX) {
                    amount.fail(t('payment.amount.wrong'));
                } else if (!isNumber(to)) {
                    merchant.fail(t('payment.number.wrong'));
                } else if (!isNumber(at)) {
                    terminal.fail(t('payment.number.wrong'));
                } else {
                    confirmation(place, id, { type, amount: rial, merchant: to, terminal: at });
                }
            },
        })));
}

/**
 * @param {HTMLElement} place
 * @param {string} id
 * @param {Payment} payment
 */
function confirmation(place, id, payment) {
    const line = (/** @type {string} */ name, /** @type {string | Node} */ value) => h('div', {}, h('dt', {}, name), h('dd', {}, value));
    const yes = button(t('payment.submit'), { id: 'payment-confirm', kind: 'primary', onclick: () => void replace('code', { id, wish: { for: 'payment', payment } }) });
    yes.classList.add('grow');
    fill(place,
        h('div', { class: 'surface', id: 'payment-facts' }, h('dl', { class: 'facts' },
            line(t('payment.type'), t('payment.type.' + payment.type)),
            line(t('payment.amount'), money(payment.amount)),
            line(t('payment.merchant'), ltr(payment.merchant)),
            line(t('payment.terminal'), ltr(payment.terminal)))),
        notice('warning', t('payment.warning')),
        h('div', { class: 'button-row' }, yes, button(t('cancel'), { id: 'payment-cancel', onclick: back })));
    yes.focus();
}
