// The door: password or biometrics; after five wrong tries a wait that grows and survives reloading.
import { afterPaint, fill, h } from './dom.js';
import { duration, t } from './i18n.js';
import { go } from './nav.js';
import { button, field, form, notice } from './pieces.js';
import { mark, toast } from './shell.js';
import { enter, hasBiometrics, prepareStretching, unlock, unlockWithBiometrics, waitSeconds } from './session.js';

/** @returns {Promise<import('./nav.js').Screen>} */
export async function unlockScreen() {
    const password = field(t('password'), { id: 'password', type: 'password', autocomplete: 'current-password', maxlength: 128 });
    const waiting = h('div', { role: 'status', id: 'unlock-wait' });
    /** @type {ReturnType<typeof setInterval> | undefined} */
    let timer;
    const showWait = async () => {
        clearInterval(timer);
        let left = await waitSeconds();
        const show = () => {
            fill(waiting, left > 0 && notice('warning', t('unlock.wait', { time: duration(left) })));
            password.input.disabled = left > 0;
            if (left <= 0) {
                clearInterval(timer);
            }
            left -= 1;
        };
        show();
        if (left >= 0) {
            timer = setInterval(show, 1000);
        }
    };
    const body = h(
        'div',
        { class: 'stack narrow' },
        h('div', { class: 'hero' }, mark(72), h('h1', { id: 'title' }, t('unlock.title')), h('p', {}, t('unlock.text'))),
        h('div', { class: 'surface' }, waiting, form([password.box], {
            id: 'unlock',
            submit: t('unlock.submit'),
            work: async () => {
                try {
                    await unlock(password.value());
                } catch (problem) {
                    password.input.value = '';
                    await showWait();
                    if (!password.input.disabled) {
                        password.input.focus();
                    }
                    throw problem;
                }
                await enter();
            },
        })),
        h('div', { class: 'button-column' },
            (await hasBiometrics()) && button(t('unlock.body'), { id: 'unlock-body', icon: 'finger', onclick: () => void byBody() }),
            button(t('unlock.forgot'), { id: 'unlock-forgot', kind: 'quiet', onclick: () => void go('forgot') })),
    );
    await showWait();
    // What stretches the password is at hand when it has been typed.
    afterPaint(() => void prepareStretching());
    return { title: t('unlock.title'), body, bare: true, focus: password.input, leave: () => clearInterval(timer) };
}

async function byBody() {
    try {
        await unlockWithBiometrics();
        await enter();
    } catch {
        toast(t('unlock.body.failed'), 'bad');
    }
}
