// The personal PIN of a bank that wants one: asked each time, kept nowhere (S7.11).
import { h } from './dom.js';
import { number, t } from './i18n.js';
import { button, field } from './pieces.js';
import { code } from '../core/digits.js';

/**
 * @param {{pinDigits: number}} token
 * @returns {Promise<string | null>} the PIN in Latin digits, or nothing when it was not given
 */
export function askPin(token) {
    return new Promise((resolve) => {
        const input = field(t('pin.label', { n: token.pinDigits }), { id: 'pin', type: 'password', inputmode: 'numeric', maxlength: token.pinDigits, hint: t('pin.hint') });
        /** @type {string | null} */
        let given = null;
        const form = h('form', { class: 'stack-form', novalidate: true }, input.box,
            h('div', { class: 'button-row' },
                button(t('pin.submit'), { id: 'pin-submit', kind: 'primary', submit: true }),
                button(t('cancel'), { id: 'pin-cancel', onclick: () => dialog.close() })));
        const dialog = h('dialog', { class: 'sheet', id: 'pin-dialog', 'aria-labelledby': 'pin-title' }, h('h2', { id: 'pin-title' }, t('pin.title')), form);
        form.addEventListener('submit', (event) => {
            event.preventDefault();
            given = code(input.value(), token.pinDigits, token.pinDigits);
            if (given === null) {
                input.fail(t('pin.wrong-length', { n: number(token.pinDigits) }));
            } else {
                dialog.close();
            }
        });
        dialog.addEventListener('close', () => {
            input.input.value = '';
            dialog.remove();
            resolve(given);
        });
        document.body.append(dialog);
        dialog.showModal();
        input.input.focus();
    });
}
