// Two parts: one on the receipt of the ATM, one by SMS; no network is needed to make the key (S3.7, S14.6).
import { fill, h } from './dom.js';
import { t } from './i18n.js';
import { allBanks } from './banks.js';
import { choice, form, notice } from './pieces.js';
import { partField } from './parts-fields.js';
import { chosen } from './preferences.js';
import { addFromParts } from './enrol.js';

/** @returns {import('./nav.js').Screen} */
export function receipt() {
    const offered = allBanks().filter((bank) => bank.receipt);
    let bank = offered[0];
    /** @type {'FIRST' | 'SECOND'} */
    let kind = 'SECOND';
    const place = h('div', { class: 'stack-form' });
    if (!bank) {
        return { title: t('way.receipt'), body: notice('info', t('error.offline')) };
    }
    const names = { 1: t('receipt.part-1'), 2: t('receipt.part-2') };
    const fields = () => {
        const shapes = /** @type {NonNullable<import('./banks.js').Bank['receipt']>} */ (bank?.receipt);
        const one = { number: 1, ...shapes.receipt };
        const two = { number: 2, ...shapes.sms };
        const first = partField(names[1], { id: 'part-1', hint: t('receipt.part-1.hint', { n: one.length }), format: () => one, others: () => [two], names });
        const second = partField(names[2], { id: 'part-2', hint: t('receipt.part-2.hint', { n: two.length }), format: () => two, others: () => [one], names, fromSms: true });
        fill(place, form([first.box, second.box], {
            id: 'receipt',
            submit: t('receipt.submit'),
            work: async () => {
                const good = [first.read(), second.read()];
                if (bank && good[0] && good[1]) {
                    await addFromParts(bank, kind, good[0], good[1]);
                }
            },
        }));
    };
    fields();
    const body = h('div', { class: 'stack' }, h('div', { class: 'surface stack-form' },
        choice(t('receipt.bank'), 'bank', offered.map((value) => ({ value: value.key, text: value.name[chosen().language] })), bank.key, (key) => {
            bank = offered.find((one) => one.key === key) ?? bank;
            fields();
        }),
        choice(t('receipt.kind'), 'kind', kinds(), kind, (value) => (kind = value)),
        place),
        notice('info', t('receipt.note')));
    return { title: t('way.receipt'), body };
}

/** @returns {{value: 'FIRST' | 'SECOND', text: string}[]} */
export function kinds() {
    return [
        { value: 'SECOND', text: t('kind.second') },
        { value: 'FIRST', text: t('kind.first') },
    ];
}
