// Small pieces many screens are made of.
import { fill, h, newId } from './dom.js';
import { icon } from './icons.js';
import { duration, hasText, t } from './i18n.js';
import { go as goTo } from './nav.js';

/**
 * @param {string} text
 * @param {{id?: string, kind?: 'primary' | 'plain' | 'quiet' | 'danger', icon?: string, onclick?: (event: Event) => void, submit?: boolean}} [options]
 */
export function button(text, { id, kind = 'plain', icon: name, onclick, submit = false } = {}) {
    return h(
        'button',
        { type: submit ? 'submit' : 'button', id, class: kind === 'plain' ? 'button' : 'button ' + kind, onclick },
        name && icon(name),
        h('span', {}, text),
    );
}

/**
 * @param {'info' | 'error' | 'warning' | 'success'} kind
 * @param {...(Node | string)} content
 */
export function notice(kind, ...content) {
    const glyph = { info: 'info', error: 'warning', warning: 'warning', success: 'check' }[kind];
    return h('div', { class: 'notice notice-' + kind }, icon(glyph), h('div', { class: 'notice-words' },
        ...content.map((part) => (typeof part === 'string' ? h('p', {}, part) : part))));
}

/**
 * A field with its label, hint and error.
 *
 * @typedef {object} Field
 * @property {HTMLDivElement} box
 * @property {HTMLInputElement | HTMLTextAreaElement} input
 * @property {() => string} value
 * @property {(text: string) => void} warn shows what is wrong
 * @property {(text: string) => void} fail shows it and puts the keyboard there
 * @property {() => void} clear
 *
 * @param {string} label
 * @param {{id: string, name?: string, type?: string, hint?: string, inputmode?: string, autocomplete?: string, maxlength?: number, ltr?: boolean, code?: boolean, lines?: number, required?: boolean, value?: string}} options
 * @returns {Field}
 */
export function field(label, { id, name = id, type = 'text', hint, inputmode, autocomplete = 'off', maxlength, ltr = false, code = false, lines, required = true, value }) {
    const hintId = newId();
    const errorId = newId();
    const attributes = {
        id,
        name,
        inputmode,
        autocomplete,
        maxlength,
        autocapitalize: 'none',
        autocorrect: 'off',
        spellcheck: 'false',
        dir: ltr || code || type === 'password' ? 'ltr' : undefined,
        class: code ? 'input code' : 'input',
        'aria-describedby': (hint ? hintId + ' ' : '') + errorId,
        'aria-required': required ? 'true' : undefined,
    };
    const input = lines ? h('textarea', { ...attributes, rows: lines }) : h('input', { ...attributes, type });
    if (value !== undefined) {
        input.value = value;
    }
    const error = h('p', { id: errorId, class: 'field-error', role: 'alert' });
    const box = h(
        'div',
        { class: 'field' },
        h('label', { for: id }, label),
        type === 'password' ? h('div', { class: 'with-eye' }, input, eye(/** @type {HTMLInputElement} */ (input))) : input,
        hint && h('p', { id: hintId, class: 'hint' }, hint),
        error,
    );
    const clear = () => {
        fill(error);
        input.removeAttribute('aria-invalid');
    };
    const warn = (/** @type {string} */ text) => {
        fill(error, icon('warning'), text);
        input.setAttribute('aria-invalid', 'true');
    };
    input.addEventListener('input', clear);
    return {
        box,
        input,
        value: () => input.value,
        clear,
        warn,
        fail: (text) => {
            warn(text);
            input.focus();
        },
    };
}

/** @param {HTMLInputElement} input */
function eye(input) {
    const toggle = h('button', { type: 'button', class: 'eye', 'aria-pressed': 'false', 'aria-label': t('password.show') }, icon('eye'));
    toggle.addEventListener('click', () => {
        const visible = input.type === 'password';
        input.type = visible ? 'text' : 'password';
        toggle.setAttribute('aria-pressed', String(visible));
    });
    return toggle;
}

/**
 * A form that is busy while its work runs and shows one error above its buttons.
 *
 * @param {(Node | null | false)[]} content
 * @param {{id?: string, submit: string, work: () => Promise<void>, others?: Node[]}} options
 */
export function form(content, { id = 'form', submit, work, others = [] }) {
    const failure = h('div', { class: 'form-failure', role: 'alert' });
    const go = button(submit, { kind: 'primary', submit: true, id: id + '-submit' });
    go.classList.add('grow');
    const element = h('form', { id, class: 'stack-form', novalidate: true }, ...content, failure, h('div', { class: 'button-row' }, go, ...others));
    element.addEventListener('submit', async (event) => {
        event.preventDefault();
        if (element.getAttribute('aria-busy') === 'true') {
            return;
        }
        element.setAttribute('aria-busy', 'true');
        fill(failure);
        try {
            await work();
        } catch (problem) {
            const held = /** @type {{code?: string}} */ (problem ?? {}).code === 'held';
            fill(failure, notice('error', problemText(problem)),
                held && button(t('held.move'), { id: 'held-move', icon: 'swap', onclick: () => void goTo('move-in') }));
        } finally {
            element.removeAttribute('aria-busy');
        }
    });
    return element;
}

/**
 * What went wrong, in the reader's words.
 *
 * @param {unknown} problem
 */
export function problemText(problem) {
    const { code, detail } = /** @type {{code?: string, detail?: Record<string, any>}} */ (problem ?? {});
    const key = 'error.' + code;
    if (!code || !hasText(key)) {
        console.error(problem instanceof Error ? problem.name + ': ' + problem.message : 'unknown failure');
        return t('error.unknown');
    }
    if (code === 'held') {
        return t(key, { device: String(detail?.['deviceName'] ?? t('device.unnamed')) });
    }
    if (code === 'refused' && hasText(key + '.' + detail?.['reason'])) {
        return t(key + '.' + detail?.['reason']);
    }
    if (code === 'wrong' && typeof detail?.['triesLeft'] === 'number') {
        return t('error.wrong.left', { n: detail['triesLeft'] });
    }
    if (code === 'wait') {
        const seconds = typeof detail?.['until'] === 'number' ? Math.ceil((detail['until'] - Date.now()) / 1000) : Number(detail?.['seconds'] ?? 0);
        return seconds > 0 ? t('error.wait.time', { time: duration(seconds) }) : t(key);
    }
    return t(key, detail);
}

/**
 * One of several, as large buttons with a mark.
 *
 * @template T
 * @param {string} label
 * @param {string} name
 * @param {{value: T, text: string}[]} options
 * @param {T} chosen
 * @param {(value: T) => void} onChange
 */
export function choice(label, name, options, chosen, onChange) {
    return h(
        'fieldset',
        { class: 'choice-set' },
        h('legend', {}, label),
        h('div', { class: 'pills' },
            options.map(({ value, text }, index) => {
                const input = h('input', { type: 'radio', name, id: name + '-' + index, value: String(value) });
                input.checked = value === chosen;
                input.addEventListener('change', () => onChange(value));
                return h('label', { class: 'pill', for: name + '-' + index }, input, h('span', {}, text));
            })),
    );
}

/**
 * A row that leads somewhere.
 *
 * @param {{id: string, icon: string, title: string, text?: string, onclick: () => void, danger?: boolean}} options
 */
export function row({ id, icon: name, title, text, onclick, danger = false }) {
    return h(
        'button',
        { type: 'button', id, class: danger ? 'row row-danger' : 'row', onclick },
        icon(name),
        h('span', { class: 'row-words' }, h('span', { class: 'row-title' }, title), text && h('span', { class: 'hint' }, text)),
        icon('next'),
    );
}
