// A serial number from a receipt (S9.9, S10.10) or from the branch (S10.18), and the code that came by SMS.
import { h } from './dom.js';
import { t } from './i18n.js';
import { allBanks } from './banks.js';
import { form, notice } from './pieces.js';
import { cardField, readCard } from './by-card.js';
import { cardScanButton } from './card-camera.js';
import { partField } from './parts-fields.js';
import { claimBySerial } from './enrol.js';
import { deviceField } from './device.js';

const DIGITS = /** @type {const} */ ('digits');
const OF_ACCOUNT = { serial: { number: 3, alphabet: DIGITS, length: 12 }, code: { number: 4, alphabet: DIGITS, length: 8 } };

/**
 * @param {{section: 'card' | 'account'}} given
 * @returns {import('./nav.js').Screen}
 */
export function serial({ section }) {
    const shape = allBanks().find((bank) => bank.serial)?.serial ?? { length: 12, alphabet: /** @type {const} */ ('digits') };
    const codeShape = allBanks().find((bank) => bank.serial)?.smsCode ?? { length: 8, alphabet: /** @type {const} */ ('digits') };
    // Parts 1 and 2 belong to a card, 3 and 4 to an account: their check digits tell them apart.
    const account = section === 'account';
    const [one, two, elsewhere] = account
        ? [OF_ACCOUNT.serial, OF_ACCOUNT.code, { number: 1, ...shape }]
        : [{ number: 1, ...shape }, { number: 2, ...codeShape }, OF_ACCOUNT.serial];
    const names = { [one.number]: t('serial.number'), [two.number]: t('serial.code') };
    const first = partField(t('serial.number'), { id: 'serial', hint: t(account ? 'serial.number.branch' : 'serial.number.receipt'), format: () => one, others: () => [two, elsewhere], names, elsewhere: t(account ? 'serial.of-card' : 'serial.of-account') });
    const second = partField(t('serial.code'), { id: 'sms-code', hint: t('serial.code.hint'), format: () => two, others: () => [one], names, fromSms: true });
    const device = deviceField();
    const card = account ? null : ownCard();
    const body = h('div', { class: 'stack' },
        h('div', { class: 'surface' }, form([...(card?.parts ?? []), first.box, second.box, device.box], {
            id: 'serial-form',
            submit: t(account ? 'confirm' : 'add.token'),
            work: async () => {
                const ofCard = card ? card.read() : '';
                const number = ofCard !== null && first.read();
                const code = number && second.read();
                if (number && code) {
                    await claimBySerial(section, number, code, device.value(), ofCard ?? '');
                }
            },
        })),
        notice('info', t('online-needed')));
    return { title: t('add.title.' + section), body, focus: card?.input ?? first.input };
}

/** The card that the token is for (S9.9, S10.9). The serial number tells it too: who gives both learns whether they belong together. */
function ownCard() {
    const card = cardField({ label: t('serial.card'), hint: t('serial.card.hint'), required: false });
    return {
        input: card.input,
        parts: [card.box, cardScanButton((digits) => { card.input.value = digits; card.clear(); })],
        /** The number, empty where none was given, or nothing when something is wrong and has been said. */
        read: () => (card.value().trim() === '' ? '' : readCard(card)),
    };
}
