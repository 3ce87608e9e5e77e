// First run: a password that nobody can recover, and that is said before it is chosen (S8.1, S8.2, S9.5, S10.7, S10.26).
import { afterPaint, fill, h } from './dom.js';
import { icon } from './icons.js';
import { digits, t } from './i18n.js';
import { root } from './nav.js';
import { field, form, notice } from './pieces.js';
import { mark } from './shell.js';
import { create, prepareStretching } from './session.js';

/** @param {string} password */
export function passwordRules(password) {
    return [
        { key: 'length', met: [...password].length >= 8 },
        { key: 'letter', met: /\p{L}/u.test(password) },
        { key: 'digit', met: /\p{Nd}/u.test(password) },
    ];
}

/** Two password fields with the rules ticked while typing; used for the first password and for every later one. */
export function newPassword() {
    const first = field(t('password.new'), { id: 'password', type: 'password', autocomplete: 'new-password', maxlength: 128 });
    const second = field(t('password.repeat'), { id: 'password-repeat', type: 'password', autocomplete: 'new-password', maxlength: 128 });
    const rules = h('ul', { class: 'rule-list', id: 'password-rules', 'aria-live': 'polite' });
    const tick = () => {
        const same = { key: 'same', met: first.value() !== '' && first.value() === second.value() };
        fill(rules, ...[...passwordRules(first.value()), same].map(({ key, met }) =>
            h('li', { class: met ? 'met' : '' }, icon(met ? 'check' : 'circle'), h('span', {}, t('password.rule.' + key),
                h('span', { class: 'sr-only' }, ' ', t(met ? 'rule.met' : 'rule.open'))))));
    };
    first.input.addEventListener('input', tick);
    second.input.addEventListener('input', tick);
    tick();
    return {
        parts: [first.box, second.box, rules],
        /** The password, or nothing when something is wrong and has been said. */
        read: () => {
            const missing = passwordRules(first.value()).find((rule) => !rule.met);
            if (missing) {
                first.fail(t('password.rule.' + missing.key));
                return null;
            }
            if (first.value() !== second.value()) {
                second.fail(t('password.not-same'));
                return null;
            }
            return first.value();
        },
    };
}

/** @returns {import('./nav.js').Screen} */
export function firstRun() {
    const chosen = newPassword();
    const body = h(
        'div',
        { class: 'stack narrow' },
        h('div', { class: 'hero' }, mark(72), h('h1', { id: 'title' }, t('first.title')), h('p', {}, t('first.text'))),
        notice('warning', h('p', {}, h('strong', {}, t('first.no-recovery'))), h('p', {}, digits(t('first.no-recovery.more')))),
        h('div', { class: 'surface' }, form(chosen.parts, {
            id: 'create',
            submit: t('first.submit'),
            work: async () => {
                const password = chosen.read();
                if (password !== null) {
                    await create(password);
                    await root('welcome', { password });
                }
            },
        })),
        h('p', { class: 'hint centred' }, t('first.warning')),
    );
    afterPaint(() => void prepareStretching());
    return { title: t('app.name'), body, bare: true };
}
