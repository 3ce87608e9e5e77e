// What a scanned link offers: which bank, which card, which password, and what is still needed (S8.5, S8.6, S12.5, S1.14).
import { fill, h } from './dom.js';
import { digits, number, t } from './i18n.js';
import { button, form, notice, problemText } from './pieces.js';
import { partField } from './parts-fields.js';
import { announceScan, addFromLink, addStandard } from './enrol.js';
import { deviceField } from './device.js';
import { bankName, face, kindName } from './token-face.js';

/** @typedef {import('../core/activation.js').Activation} Activation */

/**
 * @param {{activation?: Activation, standard?: import('../core/otpauth.js').Standard}} given
 * @returns {import('./nav.js').Screen}
 */
export function found({ activation, standard }) {
    if (standard) {
        return foreign(standard);
    }
    return fromBank(/** @type {Activation} */ (activation));
}

/** @param {import('../core/otpauth.js').Standard} standard */
function foreign(standard) {
    const facts = h('dl', { class: 'facts' },
        fact(t('found.issuer'), standard.issuer || t('found.unnamed')),
        fact(t('found.account'), standard.account),
        fact(t('found.shape'), t('found.shape.text', { digits: standard.digits, time: standard.type === 'totp' ? t('time.seconds', { n: standard.period }) : t('found.by-counter') })));
    const body = h('div', { class: 'stack' }, h('div', { class: 'surface stack-form' }, facts,
        form([], { id: 'found', submit: t('add.token'), work: () => addStandard(standard) })));
    return { title: t('found.title'), body };
}

/** @param {Activation} activation */
function fromBank(activation) {
    const names = { 1: t('receipt.part-1'), 2: t('receipt.part-2') };
    const claim = activation.mechanism === 'claim';
    const sent = h('div', { role: 'status' });
    const parts = activation.typedParts.map((shape) => ({
        number: shape.number,
        field: partField(claim ? t('serial.code') : t('found.part', { n: shape.number }), {
            id: 'part-' + shape.number,
            hint: t('found.part.hint', { n: shape.length }),
            format: () => shape,
            names,
            fromSms: true,
        }),
    }));
    const device = deviceField();
    const body = h('div', { class: 'stack' },
        face({ ...plain(activation), name: '' }),
        h('p', {}, t('found.text', { bank: bankName(activation), kind: kindName({ section: 'card', kind: activation.kind }), digits: number(activation.digits) })),
        sent,
        h('div', { class: 'surface' }, form([...parts.map(({ field }) => field.box), device.box], {
            id: 'found',
            submit: t('add.token'),
            work: async () => {
                /** @type {{number: number, text: string}[]} */
                const typed = [];
                for (const { number: part, field } of parts) {
                    const text = field.read();
                    if (!text) {
                        return;
                    }
                    typed.push({ number: part, text });
                }
                await addFromLink(activation, typed, device.value());
            },
        })));
    if (claim || activation.typedParts.length === 0) {
        const announce = () => {
            fill(sent);
            announceScan(activation).then(
                (welcome) => fill(sent, welcome.codeNeeded && notice('info', t('found.sms-sent'))),
                (problem) => fill(sent, notice('error', problemText(problem)), button(t('try-again'), { id: 'found-again', onclick: announce })),
            );
        };
        announce();
    }
    return { title: t('found.title'), body, ...(parts[0] && { focus: parts[0].field.input }) };
}

/**
 * @param {string} name
 * @param {string} value
 */
export function fact(name, value, className = '') {
    return h('div', {}, h('dt', {}, name), h('dd', { class: className }, digits(value)));
}

/**
 * As a token looks, before it is one.
 *
 * @param {Activation} activation
 * @returns {any}
 */
function plain(activation) {
    return { id: '', section: 'card', kind: activation.kind, issuer: activation.issuer, issuerName: activation.issuerName, label: activation.label, last4: (/(\d{4})$/.exec(activation.label) ?? [])[1] };
}
