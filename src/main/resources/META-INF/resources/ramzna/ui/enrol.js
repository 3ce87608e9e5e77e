// How a token comes into the store: the key is made or claimed, kept, and proven; only then does the older one go.
import * as api from '../core/api.js';
import * as store from '../core/store.js';
import { keyFromParts, PARTS_REFERENCE, receiptAndSms, typedPart } from '../core/activation.js';
import { newClaimKeys, unseal } from '../core/claim.js';
import { RamznaError } from '../core/errors.js';
import { allBanks, bankOf, bankOfCard } from './banks.js';
import { t } from './i18n.js';
import { go, root } from './nav.js';
import { suggestion } from './device.js';
import { prove } from './proof.js';
import { confirm, toast } from './shell.js';
import { button, problemText } from './pieces.js';
import { chosen } from './preferences.js';

/**
 * @typedef {import('../core/activation.js').Activation} Activation
 * @typedef {import('../core/store.js').TokenData} TokenData
 * @typedef {import('../core/bytes.js').Bytes} Bytes
 * @typedef {'FIRST' | 'SECOND'} Kind
 * @typedef {import('../core/claim.js').ClaimKeys} ClaimKeys
 */

/** One pair for each activation: the same phone may ask again when an answer was lost. @type {Map<string, Promise<ClaimKeys>>} */
const pairs = new Map();

/** @param {string} activation */
function pairOf(activation) {
    const pair = pairs.get(activation) ?? newClaimKeys();
    pairs.set(activation, pair);
    return pair;
}

/** What the portal said to a scan; a screen that is shown again does not ask again. @type {WeakMap<Activation, ReturnType<typeof api.scanned>>} */
const announced = new WeakMap();

/** Tells the portal that its QR code was read; with that the SMS leaves. @param {Activation} activation */
export function announceScan(activation) {
    const asked = announced.get(activation) ?? api.scanned(activation.reference);
    announced.set(activation, asked);
    asked.catch(() => announced.delete(activation));
    return asked;
}

/**
 * A token out of a link of the portal (S8.5, S12.5, S1.14).
 *
 * @param {Activation} activation
 * @param {{number: number, text: string}[]} typed
 * @param {string} deviceName
 */
export async function addFromLink(activation, typed, deviceName) {
    const data = dataOf(activation);
    if (activation.mechanism === 'claim') {
        const keys = await pairOf(activation.reference);
        const answer = await api.claim(activation.reference, { code: typed[0]?.text ?? '', publicKey: keys.publicKey, deviceName });
        const key = await unseal(answer, keys, activation);
        if (!(await mayTakeOver(answer))) {
            return;
        }
        await keep({ ...data, last4: answer.last4, pinDigits: answer.pinDigits, reference: activation.reference }, key, deviceName);
        return;
    }
    const parts = [...(activation.scanned ? [activation.scanned] : []), ...typed.map(({ number, text }) => typedPart(number, text))];
    const key = await keyFromParts(activation, parts);
    // With a part by SMS the phone was told no name of the activation: its first code is typed into the portal.
    const reference = activation.reference === PARTS_REFERENCE ? undefined : activation.reference;
    await keep({ ...data, ...(reference && { reference }) }, key, deviceName);
}

/**
 * Receipt and SMS (S3.7, S14.6).
 *
 * @param {import('./banks.js').Bank} bank
 * @param {Kind} kind
 * @param {string} receipt
 * @param {string} sms
 */
export async function addFromParts(bank, kind, receipt, sms) {
    const shape = kind === 'FIRST' ? bank.passwords.first : bank.passwords.second;
    const made = await receiptAndSms({ kind, digits: shape.digits, period: shape.periodSeconds }, receipt, sms);
    const facts = { issuer: bank.key, issuerName: bank.name[chosen().language], label: '', last4: '', pinDigits: bank.pinDigits };
    await keep({ ...dataOf({ ...made.context, ...facts }), pinDigits: bank.pinDigits, reference: made.reference }, made.key, suggestion());
}

/**
 * @param {'card' | 'account'} section
 * @param {string} serial
 * @param {string} code
 * @param {string} deviceName
 * @param {string} card that it should be of, or empty
 * @throws {RamznaError} `other-card`; nothing is proven, so the same may be asked again
 */
export async function claimBySerial(section, serial, code, deviceName, card) {
    const keys = await pairOf('serial ' + serial);
    const claim = section === 'account' ? api.claimOfBranch : api.claimBySerial;
    const answer = await claim({ serial, code, publicKey: keys.publicKey, deviceName });
    if (card !== '' && (!card.endsWith(answer.last4) || bankOfCard(card)?.key !== answer.issuer)) {
        throw new RamznaError('other-card');
    }
    if (!(await mayTakeOver(answer))) {
        return;
    }
    await keep({ ...dataOf(named(answer)), section, serial, pinDigits: answer.pinDigits, reference: answer.reference }, await unseal(answer, keys, answer), deviceName);
}

/**
 * @param {string} card
 * @param {Kind} kind
 * @param {string} code
 * @param {string} deviceName
 */
export async function claimByCard(card, kind, code, deviceName) {
    const keys = await pairOf('card ' + kind + card);
    const answer = await api.claimByCard({ card, kind, code, publicKey: keys.publicKey, deviceName });
    if (!(await mayTakeOver(answer))) {
        return;
    }
    await keep({ ...dataOf(named(answer)), pinDigits: answer.pinDigits, reference: answer.reference }, await unseal(answer, keys, answer), deviceName);
}

/**
 * One token, one device (S10.23): the device that loses it with the first code here is named before that, and who has it at
 * hand may move the token instead. Where it is this app that replaces its own, there is nothing to say.
 *
 * @param {import('../core/api.js').ClaimAnswer} answer
 * @returns {Promise<boolean>} whether to go on
 */
async function mayTakeOver({ heldBy, issuer, kind, last4 }) {
    if (heldBy === null || (await store.list()).some((token) => token.issuer === issuer && token.kind === kind && token.last4 === last4)) {
        return true;
    }
    const more = button(t('held.move'), { id: 'held-move', icon: 'swap', onclick: (event) => {
        /** @type {Element} */ (event.currentTarget).closest('dialog')?.close();
        void go('move-in');
    } });
    more.classList.add('grow');
    return confirm({ title: t('held.title'), text: t('held.text', { device: heldBy.deviceName ?? t('device.unnamed') }), yes: t('held.go-on'), danger: false, more });
}

/** A token of anybody's making. @param {import('../core/otpauth.js').Standard} standard */
export async function addStandard(standard) {
    const bank = allBanks().find(({ name }) => Object.values(name).includes(standard.issuer));
    const token = await store.add({
        section: bank ? 'card' : 'account',
        kind: null,
        issuer: bank?.key ?? standard.issuer,
        issuerName: standard.issuer || standard.account,
        label: standard.account,
        last4: '',
        algorithm: standard.algorithm,
        digits: standard.digits,
        period: standard.period,
        type: standard.type,
        ...(standard.type === 'hotp' && { counter: String(standard.counter) }),
        pinDigits: 0,
    }, standard.key);
    await showFirst(token.id, t('enrol.standard'));
}

/**
 * The key is on the disk before it is proven, so that no failure in between leaves a proven token without a phone.
 *
 * @param {TokenData} data
 * @param {Bytes} key
 * @param {string} deviceName
 */
export async function keep(data, key, deviceName) {
    const token = await added({ ...data, pending: true }, key);
    key.fill(0);
    const { done, spentUntil, problem } = await prove(token, deviceName);
    if (done === 'later') {
        await root('list');
        await go('token', { id: token.id });
        toast(problemText(problem), 'bad');
        return;
    }
    const bank = bankOf(token.issuer);
    const words = done === 'proven'
        ? [t('enrol.proven'), token.section === 'account' ? t('state.unlinked') : (bank?.financialOnly[chosen().language] ?? '')].join(' ')
        : t(done === 'to-type' ? 'enrol.to-type' : 'enrol.to-type-atm');
    if (done === 'proven' && token.pinDigits > 0) {
        // The PIN is not asked twice for a code that is spent.
        await root('list');
        toast(words);
    } else {
        await showFirst(token.id, words, spentUntil);
    }
}

/**
 * The same key may come twice, where the first time was not carried to its end.
 *
 * @param {TokenData} data
 * @param {Bytes} key
 */
async function added(data, key) {
    try {
        return await store.add(data, key);
    } catch (problem) {
        const { code, detail } = /** @type {{code?: string, detail?: {id: string}}} */ (problem);
        const there = code === 'duplicate' && detail ? await store.get(detail.id) : null;
        if (there?.pending) {
            return store.update(there.id, data);
        }
        throw problem;
    }
}

/**
 * @param {string} id
 * @param {string} words
 * @param {number} [spentUntil]
 */
async function showFirst(id, words, spentUntil = 0) {
    await root('list');
    await go('code', { id, first: words, spentUntil });
}

/**
 * @template {{issuer: string}} T
 * @param {T} answer
 */
function named(answer) {
    return { ...answer, issuerName: bankOf(answer.issuer)?.name[chosen().language] ?? answer.issuer, label: '' };
}

/**
 * @param {import('../core/activation.js').Context & {issuer: string, issuerName: string, label: string, last4?: string}} facts
 * @returns {TokenData}
 */
function dataOf(facts) {
    const bound = facts.kind && bankOf(facts.issuer)?.boundCodes;
    return {
        section: 'card',
        kind: facts.kind,
        issuer: facts.issuer,
        issuerName: facts.issuerName,
        label: facts.label,
        last4: facts.last4 ?? (/(\d{4})$/.exec(facts.label) ?? [])[1] ?? '',
        algorithm: facts.algorithm,
        digits: facts.digits,
        period: facts.period,
        type: 'totp',
        pinDigits: 0,
        ...(bound && { boundCodes: bound }),
    };
}
