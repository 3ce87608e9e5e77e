// What stands around every screen: brand, title bar, messages.
import { byId, fill, h } from './dom.js';
import { icon } from './icons.js';
import { t } from './i18n.js';
import { back } from './nav.js';

const TOAST_MILLIS = 6000;

/** The mark of the app. @param {number} size in CSS pixels */
export function mark(size) {
    return h('img', { src: '../ramzineh/mark.svg', alt: '', width: size, height: size });
}

/** Builds the frame once; texts of another language come with the next call. */
export function frame() {
    fill(
        byId('app'),
        h('a', { class: 'skip-link', href: '#main', onclick: skip }, t('skip')),
        h(
            'aside',
            { class: 'side', 'aria-label': t('app.name') },
            h('div', { class: 'side-inner' },
                h('p', { class: 'logo' }, mark(52), h('span', {}, t('app.name'))),
                h('p', { class: 'claim' }, t('side.claim')),
                h('ul', {},
                    ['shield', 'offline', 'lock'].map((name) => h('li', {}, icon(name), h('span', {}, t('side.' + name)))))),
        ),
        h('div', { class: 'page' }, h('header', { id: 'bar', class: 'bar' }), h('main', { id: 'main', tabindex: -1 })),
        h('div', { id: 'toasts', class: 'toasts', role: 'status', 'aria-live': 'polite' }),
    );
}

/** @param {Event} event */
function skip(event) {
    event.preventDefault();
    byId('main').focus();
}

/**
 * @param {import('./nav.js').Screen} screen
 * @param {number} depth screens before this one
 */
export function show(screen, depth) {
    const title = h('h1', { tabindex: -1, id: 'title' }, screen.title);
    const bar = byId('bar');
    bar.hidden = false;
    bar.classList.toggle('bare', screen.bare === true);
    fill(
        bar,
        depth > 0 && h('button', { type: 'button', class: 'round', id: 'back', 'aria-label': t('back'), onclick: back }, icon('back')),
        screen.bare ? null : title,
        h('div', { class: 'bar-actions' }, ...(screen.actions ?? [])),
    );
    fill(byId('main'), screen.body);
    document.title = screen.title === t('app.name') ? t('app.name') : screen.title + ' · ' + t('app.name');
    scrollTo(0, 0);
    (screen.focus ?? (screen.bare ? byId('main') : title)).focus({ preventScroll: true });
}

/**
 * A sentence that goes by itself, read aloud by screen readers.
 *
 * @param {string} text
 * @param {'good' | 'bad'} [kind]
 */
export function toast(text, kind = 'good') {
    const line = h('p', { class: kind === 'bad' ? 'toast toast-failure' : 'toast' }, text);
    byId('toasts').append(line);
    setTimeout(() => line.remove(), TOAST_MILLIS);
}

/**
 * Asks before something that cannot be taken back.
 *
 * @param {{title: string, text: string, yes: string, danger?: boolean, more?: Node}} question
 * @returns {Promise<boolean>}
 */
export function confirm({ title, text, yes, danger = true, more }) {
    return new Promise((resolve) => {
        const dialog = h(
            'dialog',
            { class: 'sheet', 'aria-labelledby': 'dialog-title', id: 'dialog' },
            h('h2', { id: 'dialog-title' }, title),
            h('p', {}, text),
            h('div', { class: 'button-row' },
                more ?? null,
                h('button', { type: 'button', class: danger ? 'button danger grow' : 'button primary grow', id: 'dialog-yes', onclick: () => dialog.close('yes') }, yes),
                h('button', { type: 'button', class: 'button', id: 'dialog-no', onclick: () => dialog.close('no') }, t('cancel'))),
        );
        dialog.addEventListener('close', () => {
            dialog.remove();
            resolve(dialog.returnValue === 'yes');
        });
        document.body.append(dialog);
        dialog.showModal();
        byId('dialog-no').focus();
    });
}
