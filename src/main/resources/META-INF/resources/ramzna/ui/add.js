// The ways in which a token comes to the phone, each with what one must have at hand.
import { h } from './dom.js';
import { t } from './i18n.js';
import { go } from './nav.js';
import { allBanks } from './banks.js';
import { choice, row } from './pieces.js';
import { readPicture } from './pictures.js';
import { takeContent } from './content.js';
import { toast } from './shell.js';
import { problemText } from './pieces.js';

/**
 * @param {{section?: 'card' | 'account'}} given
 * @returns {import('./nav.js').Screen}
 */
export function add({ section = 'card' }) {
    const ways = h('div', { class: 'rows', id: 'ways' });
    const title = h('h2', {});
    /** @param {'card' | 'account'} chosen */
    const show = (chosen) => {
        title.textContent = t('add.title.' + chosen);
        ways.replaceChildren(...(chosen === 'card' ? cardWays() : accountWays()));
    };
    show(section);
    const body = h('div', { class: 'stack' },
        choice(t('add.section'), 'section', /** @type {const} */ (['card', 'account']).map((value) => ({ value, text: t('section.' + value) })), section, show),
        title,
        ways);
    return { title: t('add.title'), body };
}

function cardWays() {
    return [
        row({ id: 'way-scan', icon: 'qr', title: t('way.scan'), text: t('way.scan.text'), onclick: () => void go('scan', { for: 'token' }) }),
        pictureRow(),
        row({ id: 'way-link', icon: 'link', title: t('way.link'), text: t('way.link.text'), onclick: () => void go('link') }),
        ...(allBanks().some((bank) => bank.receipt)
            ? [row({ id: 'way-receipt', icon: 'receipt', title: t('way.receipt'), text: t('way.receipt.text'), onclick: () => void go('receipt') })]
            : []),
        row({ id: 'way-serial', icon: 'message', title: t('way.serial'), text: t('way.serial.text'), onclick: () => void go('serial', { section: 'card' }) }),
        row({ id: 'way-card', icon: 'card', title: t('way.card'), text: t('way.card.text'), onclick: () => void go('by-card') }),
        row({ id: 'way-move', icon: 'swap', title: t('way.move'), text: t('way.move.text'), onclick: () => void go('move-in') }),
    ];
}

function accountWays() {
    return [
        row({ id: 'way-account', icon: 'door', title: t('way.account'), text: t('way.account.text'), onclick: () => void go('serial', { section: 'account' }) }),
        row({ id: 'way-scan', icon: 'qr', title: t('way.scan'), text: t('way.scan.text'), onclick: () => void go('scan', { for: 'token' }) }),
    ];
}

function pictureRow() {
    const input = h('input', { type: 'file', accept: 'image/*', id: 'picture', class: 'sr-only', tabindex: -1, 'aria-hidden': 'true' });
    input.addEventListener('change', async () => {
        const file = input.files?.[0];
        input.value = '';
        if (!file) {
            return;
        }
        try {
            const text = await readPicture(file);
            if (text === null) {
                toast(t('scan.nothing-in-picture'), 'bad');
            } else {
                await takeContent(text);
            }
        } catch (problem) {
            toast(problemText(problem), 'bad');
        }
    });
    return h('div', {}, input, row({ id: 'way-picture', icon: 'picture', title: t('way.picture'), text: t('way.picture.text'), onclick: () => input.click() }));
}
