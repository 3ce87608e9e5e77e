// How a token looks and what it is called, on every screen.
import { h } from './dom.js';
import { digits, hasText, ltr, t } from './i18n.js';
import { bankOf } from './banks.js';
import { chosen } from './preferences.js';

/** @typedef {import('../core/store.js').Token} Token */

/**
 * What a person calls it: the own name, or bank and password.
 *
 * @param {Token} token
 */
export function nameOf(token) {
    return token.name || bankName(token);
}

/** @param {{issuer: string, issuerName: string}} token */
export function bankName(token) {
    return bankOf(token.issuer)?.name[chosen().language] ?? token.issuerName;
}

/** @param {{section: string, kind: string | null}} token */
export function kindName(token) {
    const key = 'kind.' + (token.kind ?? 'other').toLowerCase();
    return token.section === 'account' ? t('kind.account') : hasText(key) ? t(key) : '';
}

/** A serial number as it stands on the receipt. @param {string} serial */
export function inGroups(serial) {
    return (serial.match(/.{1,4}/g) ?? []).join(' ');
}

/** A card by its last digits, an account token by its serial number (S10.12, S10.19). @param {{section: string, last4?: string, serial?: string, label?: string}} token */
export function numberOf(token) {
    if (token.serial && token.section === 'account') {
        return ltr(inGroups(token.serial), 'token-number');
    }
    if (token.last4) {
        return ltr('•••• ' + token.last4, 'token-number');
    }
    return token.label ? h('bdi', { class: 'token-number' }, digits(token.label)) : '';
}

/**
 * A card, or the plate of an account token, in the colours of its bank.
 *
 * @param {Token} token
 */
export function face(token) {
    const plate = h('div', { class: 'face' },
        h('div', { class: 'face-top' },
            h('span', { class: 'face-bank' }, nameOf(token)),
            h('span', { class: 'face-kind' }, kindName(token))),
        h('div', { class: 'face-foot' }, numberOf(token), token.name ? h('span', { class: 'face-second' }, bankName(token)) : null));
    paint(plate, token.issuer);
    return plate;
}

/**
 * @param {HTMLElement} element
 * @param {string} issuer
 */
export function paint(element, issuer) {
    const bank = bankOf(issuer);
    if (!bank) {
        return;
    }
    for (const scheme of /** @type {const} */ (['light', 'dark'])) {
        for (const [part, colour] of Object.entries(bank.colours[scheme])) {
            element.style.setProperty('--' + part + '-' + scheme, colour);
        }
    }
}
