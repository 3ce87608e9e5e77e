// Home: the tokens in their two sections (S10.2), or the sentence of an empty one (S10.8) and the orange plus (S9.8).
import { h } from './dom.js';
import { icon } from './icons.js';
import { t } from './i18n.js';
import { go } from './nav.js';
import { lockNow, tokens, warnings } from './session.js';
import { face, nameOf } from './token-face.js';

/** @typedef {import('../core/store.js').Token} Token */

/** @returns {Promise<import('./nav.js').Screen>} */
export async function list() {
    const all = await tokens();
    const body = h('div', { class: 'stack' }, ...warnings(),
        all.length === 0 ? empty() : [
            section('card', all.filter((token) => token.section === 'card')),
            section('account', all.filter((token) => token.section === 'account')),
        ],
        h('button', { type: 'button', class: 'plus', id: 'add', 'aria-label': t('list.add'), onclick: () => void go('add') }, icon('plus')));
    return {
        title: t('app.name'),
        body,
        actions: [
            h('button', { type: 'button', class: 'round', id: 'settings', 'aria-label': t('settings'), onclick: () => void go('settings') }, icon('settings')),
            h('button', { type: 'button', class: 'round', id: 'lock', 'aria-label': t('lock'), onclick: () => void lockNow() }, icon('lock')),
        ],
    };
}

function empty() {
    return h('div', { class: 'state', id: 'empty' }, h('div', { class: 'state-picture' }, icon('card')),
        h('h2', {}, t('list.empty')), h('p', {}, t('list.empty.text')));
}

/**
 * @param {'card' | 'account'} name
 * @param {Token[]} members
 */
function section(name, members) {
    return h('section', { class: 'stack-section', id: 'section-' + name, 'aria-labelledby': 'section-title-' + name },
        h('h2', { id: 'section-title-' + name }, t('section.' + name)),
        members.length === 0
            ? h('p', { class: 'hint' }, t('list.section-empty'))
            : h('ul', { class: 'tokens' }, members.map(item)));
}

/** @param {Token} token */
function item(token) {
    const name = nameOf(token);
    return h('li', { class: 'token-item', id: 'token-' + token.id },
        face(token),
        h('div', { class: 'token-buttons' },
            h('button', { type: 'button', class: 'button primary grow', id: 'code-' + token.id, 'aria-label': t('list.code') + ': ' + name, onclick: () => void go('code', { id: token.id }) },
                icon('key'), h('span', {}, t('list.code'))),
            h('button', { type: 'button', class: 'button square', id: 'more-' + token.id, 'aria-label': t('list.more', { name }), onclick: () => void go('token', { id: token.id }) }, icon('settings'))));
}
