// The app's own settings: language, looks, large print, fingerprint, password, and starting again (S5.12).
import { h } from './dom.js';
import { duration, loadTexts, t } from './i18n.js';
import { again, back, go, root } from './nav.js';
import { choice, field, form, notice, row } from './pieces.js';
import { choose, chosen } from './preferences.js';
import { confirm, frame, toast } from './shell.js';
import { changePassword, clockError, enrolBiometrics, forgetBiometrics, hasBiometrics, isKept, mayHaveBiometrics, wipe } from './session.js';
import { newPassword } from './first-run.js';

/** @returns {Promise<import('./nav.js').Screen>} */
export async function settings() {
    const now = chosen();
    const on = await hasBiometrics();
    const body = h('div', { class: 'stack' },
        h('section', { class: 'surface stack-form' },
            choice(t('settings.language'), 'language', [{ value: 'fa', text: 'فارسی' }, { value: 'en', text: 'English' }], now.language, (value) => void speak(/** @type {'fa' | 'en'} */ (value))),
            choice(t('settings.scheme'), 'scheme', ['auto', 'light', 'dark'].map((value) => ({ value, text: t('settings.scheme.' + value) })), now.scheme, (value) => choose({ scheme: /** @type {any} */ (value) })),
            choice(t('settings.size'), 'size', [{ value: false, text: t('settings.size.normal') }, { value: true, text: t('settings.size.large') }], now.large, (value) => choose({ large: value }))),
        h('div', { class: 'rows' },
            on
                ? row({ id: 'body-off', icon: 'finger', title: t('settings.body.stop'), text: t('settings.body.on'), onclick: () => void stopBiometrics() })
                : (await mayHaveBiometrics()) && row({ id: 'to-body', icon: 'finger', title: t('settings.body'), text: t('settings.body.off'), onclick: () => void go('biometrics') }),
            row({ id: 'to-password', icon: 'key', title: t('settings.password'), onclick: () => void go('password') }),
            row({ id: 'to-wipe', icon: 'trash', danger: true, title: t('wipe.title'), text: t('wipe.short'), onclick: () => void startAgain() })),
        clock(),
        (await isKept()) ? null : notice('warning', t('settings.not-kept')),
        h('p', { class: 'hint centred' }, t('settings.about')));
    return { title: t('settings'), body };
}

/** @param {'fa' | 'en'} language */
async function speak(language) {
    choose({ language });
    await loadTexts();
    frame();
    await again();
    document.getElementById('language-' + (language === 'fa' ? 0 : 1))?.focus();
}

function clock() {
    const error = clockError();
    if (error === null) {
        return notice('info', t('clock.unknown'));
    }
    const seconds = Math.round(Math.abs(error.millis) / 1000);
    return seconds < 2
        ? notice('success', t('clock.right'))
        : notice('warning', t(error.millis > 0 ? 'clock.ahead' : 'clock.behind', { time: duration(seconds) }));
}

async function stopBiometrics() {
    await forgetBiometrics();
    toast(t('settings.body.stopped'));
    await again();
}

/** @returns {import('./nav.js').Screen} */
export function biometricsScreen() {
    const password = field(t('password'), { id: 'password', type: 'password', autocomplete: 'current-password', maxlength: 128 });
    const body = h('div', { class: 'stack' },
        h('p', {}, t('welcome.body.text')),
        h('div', { class: 'surface' }, form([password.box], {
            id: 'biometrics',
            submit: t('welcome.yes'),
            work: async () => {
                await enrolBiometrics(password.value());
                toast(t('settings.body.done'));
                back();
            },
        })));
    return { title: t('settings.body'), body, focus: password.input };
}

/** Wipes everything after saying what that means, and leads back to an activation. */
export async function startAgain() {
    if (await confirm({ title: t('wipe.title'), text: t('wipe.text'), yes: t('wipe.yes') })) {
        await wipe();
        await root('first-run');
        toast(t('wipe.done'));
    }
}

/** @returns {import('./nav.js').Screen} */
export function passwordScreen() {
    const old = field(t('password.old'), { id: 'password-old', type: 'password', autocomplete: 'current-password', maxlength: 128 });
    const chosenPassword = newPassword();
    const body = h('div', { class: 'stack' },
        notice('warning', t('first.no-recovery')),
        h('div', { class: 'surface' }, form([old.box, ...chosenPassword.parts], {
            id: 'change',
            submit: t('password.change'),
            work: async () => {
                const next = chosenPassword.read();
                if (next !== null) {
                    await changePassword(old.value(), next);
                    toast(t('password.changed'));
                    back();
                }
            },
        })));
    return { title: t('settings.password'), body, focus: old.input };
}

/** @returns {import('./nav.js').Screen} */
export function forgot() {
    const body = h('div', { class: 'stack narrow' },
        notice('warning', t('first.no-recovery')),
        h('p', {}, t('forgot.text')),
        h('ol', { class: 'steps-list' }, ['1', '2', '3'].map((n) => h('li', {}, t('forgot.step.' + n)))),
        row({ id: 'to-wipe', icon: 'trash', danger: true, title: t('wipe.title'), text: t('wipe.short'), onclick: () => void startAgain() }));
    return { title: t('unlock.forgot'), body };
}
