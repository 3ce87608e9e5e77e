// Texts, numbers and times in the chosen language.
import { h } from './dom.js';
import { chosen } from './preferences.js';

/** @type {Record<string, string>} */
let texts = {};

/** Loads the texts of the chosen language. */
export async function loadTexts() {
    const module = chosen().language === 'en' ? await import('../texts/en.js') : await import('../texts/fa.js');
    texts = module.default;
}

/**
 * The text of a key; `{name}` stands for a value.
 *
 * @param {string} key
 * @param {Record<string, string | number>} [values]
 */
export function t(key, values = {}) {
    const text = texts[key] ?? key;
    return text.replace(/\{(\w+)\}/g, (_, name) => {
        const value = values[name] ?? '';
        return typeof value === 'number' ? number(value) : value;
    });
}

/** @param {string} key */
export function hasText(key) {
    return key in texts;
}

/**
 * Digits as the reader of this language reads them; everything else unchanged.
 *
 * @param {string} text
 */
export function digits(text) {
    return chosen().language === 'fa' ? text.replace(/[0-9]/g, (d) => String.fromCharCode(0x06f0 + Number(d))) : text;
}

/** @param {number} value */
export function number(value) {
    return digits(value.toLocaleString('en-US'));
}

/** @param {number} rial */
export function money(rial) {
    return t('money', { amount: number(rial) });
}

/** @param {number} seconds */
export function duration(seconds) {
    if (seconds >= 3600) {
        return t('time.hours', { n: Math.ceil(seconds / 3600) });
    }
    if (seconds < 60) {
        return t('time.seconds', { n: seconds });
    }
    return seconds % 60 === 0
        ? t('time.minutes', { n: seconds / 60 })
        : t('time.minutes-seconds', { n: Math.floor(seconds / 60), s: seconds % 60 });
}

/** @param {number} millis */
export function day(millis) {
    const locale = chosen().language === 'fa' ? 'fa-IR-u-ca-persian' : 'en-GB';
    return new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', year: 'numeric', hour: '2-digit', minute: '2-digit' }).format(millis);
}

/**
 * A value that reads left to right wherever it stands: a number, a serial, a code.
 *
 * @param {string} text
 * @param {string} [className]
 */
export function ltr(text, className = '') {
    return h('bdi', { class: ('ltr ' + className).trim(), dir: 'ltr' }, digits(text));
}

/**
 * A code in two halves, easier to read and to type.
 *
 * @param {string} code
 */
export function halves(code) {
    if (code.length < 6) {
        return [code];
    }
    const first = Math.floor(code.length / 2);
    return [code.slice(0, first), code.slice(first)];
}

/**
 * A code for screen readers: digit by digit.
 *
 * @param {string} code
 */
export function spelled(code) {
    return digits(code).split('').join(' ');
}
