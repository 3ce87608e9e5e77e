// Moving a token to a new phone while the old one is at hand: each scans the other; the key does not leave the old phone.
import { fill, h } from './dom.js';
import { ltr, t } from './i18n.js';
import { go, replace, root } from './nav.js';
import { button, field, form, notice, problemText } from './pieces.js';
import { qrPanel } from './qr-panel.js';
import { face } from './token-face.js';
import { confirmPassword, forgetToken, token as read } from './session.js';
import { deviceField } from './device.js';
import { answerWish, finishMove, newWish, stillHere, wishIn } from './move-flow.js';

/**
 * The new phone: shows its wish, then reads the answer.
 *
 * @returns {Promise<import('./nav.js').Screen>}
 */
export async function moveIn() {
    const place = h('div', { class: 'stack' });
    const device = deviceField();
    const body = h('div', { class: 'stack' },
        h('ol', { class: 'steps-list' }, ['1', '2', '3'].map((n) => h('li', {}, t('move.in.step.' + n)))),
        place);
    const show = async () => {
        const wish = await newWish(device.value());
        const take = async (/** @type {string} */ content) => {
            await finishMove(content, wish.keys, device.value());
        };
        fill(place, await qrPanel(wish.link, t('move.in.qr')), checkNumber(wish.number),
            button(t('move.in.scan'), { id: 'move-scan', kind: 'primary', icon: 'camera', onclick: () => void go('scan', { for: 'other', title: t('move.in.scan'), text: t('move.in.scan.text'), take }) }));
    };
    fill(place, h('div', { class: 'surface' }, form([device.box], { id: 'wish', submit: t('move.in.show'), work: show })));
    return { title: t('way.move'), body };
}

/**
 * The old phone: reads the wish, asks its owner and for the app's password, and shows the bank's answer.
 *
 * @param {{id: string}} given
 * @returns {Promise<import('./nav.js').Screen>}
 */
export async function moveOut({ id }) {
    const token = await read(id);
    const take = async (/** @type {string} */ content) => {
        await replace('move-confirm', { id, wish: await wishIn(content) });
    };
    const body = h('div', { class: 'stack' }, face(token),
        h('ol', { class: 'steps-list' }, ['1', '2', '3', '4'].map((n) => h('li', {}, t('move.out.step.' + n)))),
        button(t('move.out.scan'), { id: 'move-scan', kind: 'primary', icon: 'camera', onclick: () => void go('scan', { for: 'other', title: t('move.out.scan'), text: t('move.out.scan.text'), take }) }),
        notice('info', t('move.out.note')));
    return { title: t('move.out'), body };
}

/**
 * @param {{id: string, wish: import('../core/move.js').Wish & {number: string}}} given
 * @returns {Promise<import('./nav.js').Screen>}
 */
export async function moveConfirm({ id, wish }) {
    const token = await read(id);
    const place = h('div', { class: 'stack' });
    const password = field(t('password'), { id: 'password', type: 'password', autocomplete: 'current-password', hint: t('move.out.password') });
    /** @type {ReturnType<typeof setInterval> | undefined} */
    let watch;
    fill(place,
        notice('warning', t('move.out.question', { device: wish.deviceName })),
        checkNumber(wish.number),
        h('div', { class: 'surface' }, form([password.box], {
            id: 'move',
            submit: t('move.out.yes'),
            work: async () => {
                await confirmPassword(password.value());
                const link = await answerWish(token, wish);
                fill(place, notice('info', t('move.out.answer')), await qrPanel(link, t('move.out.qr')), h('p', { class: 'hint centred', role: 'status', id: 'move-state' }, t('move.out.waiting')));
                watch = setInterval(() => void look(), 4000);
            },
        })));
    const look = async () => {
        try {
            if (!(await stillHere(token))) {
                clearInterval(watch);
                fill(place, notice('success', t('move.out.done')), button(t('state.remove'), { id: 'move-remove', kind: 'primary', onclick: () => void forget(id) }));
            }
        } catch (problem) {
            fill(document.getElementById('move-state') ?? place, problemText(problem));
        }
    };
    return { title: t('move.out'), body: h('div', { class: 'stack' }, face(token), place), leave: () => clearInterval(watch) };
}

/** @param {string} id */
async function forget(id) {
    await forgetToken(id);
    await root('list');
}

/** @param {string} digits */
function checkNumber(digits) {
    return h('p', { class: 'centred', id: 'check-number' }, t('move.check') + ' ', h('strong', {}, ltr(digits.replace(/(...)(...)/, '$1 $2'))));
}
