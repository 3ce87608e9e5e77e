// A serial number from a receipt (S9.9, S10.10) or from the branch (S10.18), and the code that came by SMS.
import { h } from './dom.js';
import { t } from './i18n.js';
import { allBanks } from './banks.js';
import { form, notice } from './pieces.js';
import { partField } from './parts-fields.js';
import { claimBySerial } from './enrol.js';
import { deviceField } from './device.js';

/**
 * @param {{section: 'card' | 'account'}} given
 * @returns {import('./nav.js').Screen}
 */
export function serial({ section }) {
    const shape = allBanks().find((bank) => bank.serial)?.serial ?? { length: 12, alphabet: /** @type {const} */ ('digits') };
    const codeShape = allBanks().find((bank) => bank.serial)?.smsCode ?? { length: 8, alphabet: /** @type {const} */ ('digits') };
    const one = { number: 1, ...shape };
    const two = { number: 2, ...codeShape };
    const names = { 1: t('serial.number'), 2: t('serial.code') };
    const first = partField(names[1], { id: 'serial', hint: t(section === 'account' ? 'serial.number.branch' : 'serial.number.receipt'), format: () => one, others: () => [two], names });
    const second = partField(names[2], { id: 'sms-code', hint: t('serial.code.hint'), format: () => two, others: () => [one], names, fromSms: true });
    const device = deviceField();
    const body = h('div', { class: 'stack' },
        h('div', { class: 'surface' }, form([first.box, second.box, device.box], {
            id: 'serial-form',
            submit: t(section === 'account' ? 'confirm' : 'add.token'),
            work: async () => {
                const number = first.read();
                const code = number && second.read();
                if (number && code) {
                    await claimBySerial(section, number, code, device.value());
                }
            },
        })),
        notice('info', t('online-needed')));
    return { title: t('add.title.' + section), body, focus: first.input };
}
