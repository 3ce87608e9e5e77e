// One code: the orange ring and the seconds, the next code by itself (S8.7, S12.6), copying, and codes with conditions (S5.6).
import { fill, h } from './dom.js';
import { duration, halves, digits, ltr, money, spelled, t } from './i18n.js';
import { go, replace } from './nav.js';
import { button, notice, row } from './pieces.js';
import { ring } from './ring.js';
import { toast } from './shell.js';
import { copyFor } from './clipboard.js';
import { now, token as read, touch } from './session.js';
import { face, nameOf } from './token-face.js';
import { heldElsewhere } from './held.js';
import { makeCode } from './codes.js';
import { askPin } from './pin.js';

/** @typedef {import('./codes.js').Wish} Wish */

const TICK_MILLIS = 250;
const FEW_SECONDS = 10;

/**
 * @param {{id: string, wish?: Wish, first?: string, spentUntil?: number}} given a token, what the code is for, a sentence after an
 *     activation, and until when its code is spent by the proof
 * @returns {Promise<import('./nav.js').Screen>}
 */
export async function codeScreen({ id, wish = { for: 'any' }, first, spentUntil = 0 }) {
    const token = await read(id);
    if (token.heldBy !== undefined) {
        return { title: nameOf(token), body: h('div', { class: 'stack' }, face(token), heldElsewhere(token, token.heldBy, () => void replace('token', { id }))) };
    }
    const pin = token.pinDigits > 0 ? await askPin(token) : undefined;
    if (pin === null) {
        return { title: nameOf(token), body: asks(id, wish) };
    }
    const text = h('p', { class: 'the-code', id: 'code', role: 'img' });
    const spoken = h('p', { class: 'sr-only', role: 'status', id: 'code-spoken' });
    const seconds = h('p', { class: 'seconds', id: 'seconds', 'aria-hidden': 'true' });
    const next = h('p', { class: 'next-code', id: 'next-code', 'aria-hidden': 'true' });
    const around = ring(text, seconds);
    const under = h('div', { class: 'code-page' });

    const copyButton = button(t('code.copy'), { id: 'copy', kind: 'primary', icon: 'copy', onclick: () => void copy(made) });
    let made = await makeCode(token, wish, now(), pin);
    let following = '';
    let over = false;
    const spent = () => made.until <= spentUntil;
    const put = () => {
        copyButton.disabled = spent();
        if (spent()) {
            fill(text, h('span', { id: 'code-spent' }, '• • •'));
            text.setAttribute('aria-label', t('code.spent'));
            fill(spoken, t('code.spent'));
            return;
        }
        text.classList.toggle('long', made.code.length > 7);
        fill(text, ...halves(digits(made.code)).map((half) => h('span', {}, half)));
        text.setAttribute('aria-label', spelled(made.code));
        fill(spoken, t('code.spoken', { code: spelled(made.code), time: duration(Math.ceil((made.until - now()) / 1000)) }));
        fill(next);
        following = '';
        touch(id).catch(() => undefined);
    };
    const end = () => {
        over = true;
        clearInterval(timer);
        fill(under, notice('info', t('code.over')), button(t('code.again'), { id: 'code-again', kind: 'primary', onclick: () => void replace('code', { id, wish }) }));
    };
    let busy = false;
    const tick = async () => {
        const left = made.until - now();
        const whole = Math.max(0, Math.ceil(left / 1000));
        around.show(left / (made.until - made.from));
        fill(seconds, t('code.seconds', { n: whole }));
        seconds.classList.toggle('few', whole <= FEW_SECONDS);
        if (busy || over) {
            return;
        }
        busy = true;
        try {
            if (left <= 0) {
                if (made.renews) {
                    made = await makeCode(token, wish, now(), pin);
                    put();
                } else {
                    end();
                }
            } else if (made.renews && whole <= FEW_SECONDS && following === '') {
                following = (await makeCode(token, wish, made.until + 1, pin)).code;
                fill(next, t('code.next') + ' ', ltr(halves(following).join(' ')));
            }
        } finally {
            busy = false;
        }
    };
    const timer = setInterval(() => void tick(), TICK_MILLIS);
    put();
    await tick();
    fill(under,
        first && notice(token.pending ? 'warning' : 'success', first),
        wishLine(wish),
        around.box,
        spoken,
        next,
        h('div', { class: 'wide button-column' },
            copyButton,
            made.counted && button(t('code.another'), { id: 'code-another', onclick: () => void replace('code', { id, wish }) })),
        conditions(token, wish));
    return {
        title: nameOf(token),
        body: h('div', { class: 'stack' }, face(token), under),
        leave: () => clearInterval(timer),
    };
}

/**
 * @param {string} id
 * @param {Wish} wish
 */
function asks(id, wish) {
    return h('div', { class: 'stack' }, notice('info', t('pin.needed')),
        button(t('code.again'), { id: 'code-again', kind: 'primary', onclick: () => void replace('code', { id, wish }) }));
}

/** @param {{code: string, until: number}} made */
async function copy(made) {
    const left = Math.max(1000, made.until - now());
    try {
        await copyFor(made.code, left);
        toast(t('code.copied', { time: duration(Math.ceil(left / 1000)) }));
    } catch {
        toast(t('code.copy-failed'), 'bad');
    }
}

/** @param {Wish} wish */
function wishLine(wish) {
    if (wish.for === 'bound') {
        return h('div', { class: 'bound-line', id: 'wish' }, h('span', {}, t('bound.line', { time: duration(wish.lifeSeconds) })),
            h('strong', {}, wish.maxRial === 0 ? t('bound.no-limit') : t('bound.up-to', { amount: money(wish.maxRial) })));
    }
    if (wish.for === 'payment') {
        return h('div', { class: 'bound-line', id: 'wish' }, h('span', {}, t('payment.line')), h('strong', {}, money(wish.payment.amount)),
            h('span', {}, t('payment.merchant') + ': ', ltr(wish.payment.merchant)));
    }
    return null;
}

/**
 * Other ways to a code, where the bank has them (S5.6).
 *
 * @param {import('../core/store.js').Token} token
 * @param {Wish} wish
 */
function conditions(token, wish) {
    if (wish.for !== 'any' || !token.boundCodes) {
        return null;
    }
    return h('div', { class: 'rows' },
        row({ id: 'to-bound', icon: 'limits', title: t('bound.title'), text: t('bound.text'), onclick: () => void go('bound', { id: token.id }) }),
        row({ id: 'to-payment', icon: 'payment', title: t('payment.title'), text: t('payment.text'), onclick: () => void go('payment', { id: token.id }) }));
}
