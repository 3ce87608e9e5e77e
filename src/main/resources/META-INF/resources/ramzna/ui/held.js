// A token that another device holds (S10.23): what that means here, and the ways on.
import { h } from './dom.js';
import { t } from './i18n.js';
import { go } from './nav.js';
import { button, notice } from './pieces.js';

/**
 * @param {import('../core/store.js').Token} token
 * @param {string} deviceName may be empty
 * @param {() => void} askAgain asks the bank whether that still holds
 */
export function heldElsewhere({ section }, deviceName, askAgain) {
    const device = deviceName || t('device.unnamed');
    const account = section === 'account';
    return h('div', { class: 'stack-section', id: 'held' },
        notice('error', t(account ? 'state.held.account' : 'state.held', { device })),
        account ? null : button(t('held.move'), { id: 'held-move', kind: 'primary', icon: 'swap', onclick: () => void go('move-in') }),
        button(t('held.ask-again'), { id: 'held-again', onclick: askAgain }));
}
