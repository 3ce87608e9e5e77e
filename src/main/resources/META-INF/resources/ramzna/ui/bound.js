// Before a code: for how long, and up to which amount it shall be good (S5.6).
import { h } from './dom.js';
import { duration, money, t } from './i18n.js';
import { replace } from './nav.js';
import { choice, form, notice } from './pieces.js';
import { token as read } from './session.js';
import { face } from './token-face.js';

/**
 * @param {{id: string}} given
 * @returns {Promise<import('./nav.js').Screen>}
 */
export async function boundScreen({ id }) {
    const token = await read(id);
    const { lives, limits } = token.boundCodes ?? { lives: [60], limits: [] };
    let lifeSeconds = lives[0] ?? 60;
    let maxRial = limits[0] ?? 0;
    const body = h('div', { class: 'stack' }, face(token),
        h('div', { class: 'surface' }, form([
            choice(t('bound.life'), 'life', lives.map((value) => ({ value, text: duration(value) })), lifeSeconds, (value) => (lifeSeconds = value)),
            choice(t('bound.limit'), 'limit', [...limits.map((value) => ({ value, text: money(value) })), { value: 0, text: t('bound.no-limit') }], maxRial, (value) => (maxRial = value)),
        ], { id: 'bound', submit: t('bound.submit'), work: () => replace('code', { id, wish: { for: 'bound', lifeSeconds, maxRial } }) })),
        notice('info', t('bound.note')));
    return { title: t('bound.title'), body };
}
