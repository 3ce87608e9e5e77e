// One token: what the bank says of it now (S5.5), its name, and its end.
import { fill, h } from './dom.js';
import { day, digits, duration, ltr, money, t } from './i18n.js';
import { again, go, root } from './nav.js';
import { button, field, form, notice, problemText, row } from './pieces.js';
import { confirm, toast } from './shell.js';
import { bankKnows, forgetToken, ofBranch, rename, token as read } from './session.js';
import { suggestion } from './device.js';
import { bankSays, prove, proven } from './proof.js';
import { bankState, branchState, giveBack, giveBackToBranch, keepThisPhone } from './bank.js';
import { heldElsewhere } from './held.js';
import { bankName, face, inGroups, kindName, nameOf } from './token-face.js';

/** @typedef {import('../core/store.js').Token} Token */

/**
 * @param {{id: string}} given
 * @returns {Promise<import('./nav.js').Screen>}
 */
export async function tokenScreen({ id }) {
    const token = await read(id);
    const asked = bankKnows(token) || (ofBranch(token) && !token.pending);
    const state = h('section', { class: 'surface stack-form', id: 'state', 'aria-live': 'polite', 'aria-labelledby': 'state-title' });
    const body = h('div', { class: 'stack' },
        face(token),
        token.pending ? unproven(token) : null,
        asked ? state : null,
        h('section', { class: 'surface' }, h('dl', { class: 'facts' },
            line(t('token.bank'), bankName(token)),
            kindName(token) && line(t('token.kind'), kindName(token)),
            token.serial && line(t('serial.number'), ltr(token.section === 'account' ? inGroups(token.serial) : token.serial)),
            line(t('token.shape'), t('found.shape.text', { digits: token.digits, time: token.type === 'totp' ? duration(token.period) : t('found.by-counter') })),
            line(t('token.created'), day(token.createdAt)),
            line(t('token.used'), h('span', { id: 'token-used' }, token.lastUsedAt ? digits(day(token.lastUsedAt)) : t('token.never'))))),
        h('div', { class: 'rows' },
            row({ id: 'token-code', icon: 'key', title: t('list.code'), onclick: () => void go('code', { id }) }),
            row({ id: 'token-rename', icon: 'pencil', title: t('rename'), onclick: () => void go('rename', { id }) }),
            bankKnows(token) && row({ id: 'token-move', icon: 'swap', title: t('move.out'), text: t('move.out.text'), onclick: () => void go('move-out', { id }) }),
            bankKnows(token) && row({ id: 'token-replace', icon: 'receipt', title: t('replace'), text: t('replace.text'), onclick: () => void go('add', { section: token.section }) }),
            row({ id: 'token-delete', icon: 'trash', danger: true, title: t('delete'), onclick: () => void remove(token) })));
    if (asked) {
        void showState(state, token);
    }
    return { title: nameOf(token), body };
}

/**
 * @param {string} name
 * @param {Node | string} value
 * @param {string} [className]
 */
function line(name, value, className = '') {
    return h('div', {}, h('dt', {}, name), h('dd', { class: className }, typeof value === 'string' ? digits(value) : value));
}

/**
 * A token whose first code the bank has not seen yet.
 *
 * @param {Token} token
 */
function unproven(token) {
    const activate = once(async () => {
        const { done, problem } = await prove(token, suggestion());
        const words = done === 'proven' ? t('enrol.proven') : problem ? problemText(problem) : t('enrol.still-pending');
        toast(words, done === 'proven' ? 'good' : 'bad');
        await again();
    });
    const ask = once(async () => {
        const says = await bankSays(token);
        if (says === 'active') {
            await proven(await read(token.id));
        }
        toast(t('token.bank-says.' + says), says === 'active' ? 'good' : 'bad');
        await again();
    });
    return h('div', { class: 'stack-section' }, notice('warning', t('token.pending')),
        token.reference ? button(t('token.prove'), { id: 'token-prove', kind: 'primary', onclick: activate }) : t('enrol.to-type-later'),
        button(t('token.proven-elsewhere'), { id: 'token-proven', onclick: ask }));
}

/**
 * One press is enough: what comes while it works is not heard. Where it fails the list is shown, with the reason.
 *
 * @param {() => Promise<void>} work
 */
function once(work) {
    let busy = false;
    return async () => {
        if (busy) {
            return;
        }
        busy = true;
        try {
            await work();
        } catch (problem) {
            toast(problemText(problem), 'bad');
            await root('list');
        } finally {
            busy = false;
        }
    };
}

/**
 * @param {HTMLElement} place
 * @param {Token} token
 */
async function showState(place, token) {
    const title = h('h2', { id: 'state-title' }, t('state.title'));
    fill(place, title, h('p', { class: 'hint' }, t('state.asking')));
    try {
        if (ofBranch(token)) {
            fill(place, title, ...branchWords(await branchState(token)));
            return;
        }
        const state = await bankState(token);
        fill(place, title, ...cardWords(state), ...state.passwords.map((password) => passwordWords(password, password.kind === state.kind)),
            state.newPhoneFrom ? objection(token, state.newPhoneFrom) : null);
    } catch (problem) {
        const { code, detail } = /** @type {{code?: string, detail?: any}} */ (problem);
        if (code === 'unknown-there') {
            fill(place, title, notice('error', t('state.dead')), button(t('state.remove'), { id: 'state-remove', onclick: () => void removeDead(token) }));
        } else if (code === 'held') {
            fill(place, title, heldElsewhere(token, String(detail?.deviceName ?? ''), () => void showState(place, token)));
        } else {
            fill(place, title, notice('info', problemText(problem)), button(t('try-again'), { id: 'state-again', onclick: () => void showState(place, token) }));
        }
    }
}

/** What an account token counts for. @param {{linked: string[], locked: string[]}} state */
function branchWords({ linked, locked }) {
    return linked.length === 0
        ? [notice('info', t('state.unlinked'))]
        : [h('dl', { class: 'facts' }, ...linked.map((scope) => line(t('scope.' + scope), t(locked.includes(scope) ? 'state.locked' : 'state.dynamic'), locked.includes(scope) ? 'bad' : 'good')))];
}

/** @param {import('../core/phone.js').TokenState} state */
function cardWords(state) {
    return [
        !state.cardActive && notice('warning', t('state.card-inactive')),
        state.cardExpired && notice('warning', t('state.card-expired')),
        Math.abs(state.clockOffSeconds) > 2 * state.period && notice('warning', t('state.clock', { time: duration(Math.abs(state.clockOffSeconds)) })),
    ].filter((part) => part !== false);
}

/**
 * @param {import('../core/phone.js').PasswordState} password
 * @param {boolean} own whether this token makes its codes
 */
function passwordWords(password, own) {
    const dynamic = password.state === 'DYNAMIC';
    const word = password.frozen ? 'frozen' : { STATIC: 'off', DYNAMIC: 'dynamic', LOCKED: 'locked' }[password.state];
    return h('div', { class: 'stack-section', id: 'state-' + password.kind.toLowerCase() },
        h('h3', {}, t('kind.' + password.kind.toLowerCase()), own ? ' · ' + t('state.this') : ''),
        h('dl', { class: 'facts' },
            line(t('state.codes'), t('state.' + word), password.frozen || password.state === 'LOCKED' ? 'bad' : dynamic ? 'good' : ''),
            line(t('state.static'), t(password.staticWorks ? 'state.static.works' : 'state.static.ended')),
            dynamic && line(t('state.life'), duration(password.lifeSeconds)),
            dynamic && line(t('state.cap'), password.limitRial === null ? t('bound.no-limit') : money(password.limitRial)),
            dynamic && line(t('state.channels'), password.channels.map((channel) => t('channel.' + channel)).join(t('comma'))),
            password.wrongCodes > 0 && line(t('state.wrong'), t('state.wrong.text', { n: password.wrongCodes, max: password.wrongCodesMax }), 'bad')));
}

/**
 * Somebody asked for a new phone without this one.
 *
 * @param {Token} token
 * @param {number} from
 */
function objection(token, from) {
    return h('div', { class: 'stack-section' },
        notice('warning', t('state.new-phone', { time: day(from) })),
        button(t('state.keep'), {
            id: 'state-keep',
            kind: 'danger',
            onclick: async () => {
                try {
                    await keepThisPhone(token);
                    toast(t('state.kept'));
                } catch (problem) {
                    toast(problemText(problem), 'bad');
                }
                await again();
            },
        }));
}

/** @param {Token} token */
async function remove(token) {
    const known = bankKnows(token) || (ofBranch(token) && !token.pending);
    const branch = ofBranch(token);
    const text = t(branch ? 'delete.text.branch' : known ? 'delete.text' : 'delete.text.foreign', { name: nameOf(token) });
    if (!(await confirm({ title: t('delete.title'), text, yes: t('delete') }))) {
        return;
    }
    /** @type {{staticAgain: boolean} | null} */
    let told = null;
    if (known) {
        try {
            told = branch ? await giveBackToBranch(token) : await giveBack(token);
        } catch (problem) {
            if (/** @type {any} */ (problem)?.code !== 'unknown-there' && !(await confirm({ title: t('delete.offline.title'), text: t('delete.offline') + ' ' + problemText(problem), yes: t('delete.offline.yes') }))) {
                return;
            }
        }
    }
    await forgetToken(token.id);
    await root('list');
    toast(t(told === null ? 'delete.done' : told.staticAgain ? 'delete.done.static' : 'delete.done.bank'));
}

/** @param {Token} token */
async function removeDead(token) {
    await forgetToken(token.id);
    await root('list');
    toast(t('delete.done'));
}

/**
 * @param {{id: string}} given
 * @returns {Promise<import('./nav.js').Screen>}
 */
export async function renameScreen({ id }) {
    const token = await read(id);
    const name = field(t('rename.label'), { id: 'name', maxlength: 40, hint: t('rename.hint'), value: token.name ?? '', required: false });
    const body = h('div', { class: 'stack' }, face(token), h('div', { class: 'surface' }, form([name.box], {
        id: 'rename',
        submit: t('save'),
        work: async () => {
            await rename(id, name.value().trim());
            history.back();
        },
    })));
    return { title: t('rename'), body, focus: name.input };
}
