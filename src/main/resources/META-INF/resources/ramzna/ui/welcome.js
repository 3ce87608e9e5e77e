// After the first password: fingerprint or face, offered once (S8.3, S9.7).
import { h } from './dom.js';
import { t } from './i18n.js';
import { button, notice } from './pieces.js';
import { toast } from './shell.js';
import { enrolBiometrics, enter, mayHaveBiometrics } from './session.js';
import { icon } from './icons.js';

/**
 * @param {{password: string}} given the password that was just chosen
 * @returns {Promise<import('./nav.js').Screen>}
 */
export async function welcome({ password }) {
    const offered = await mayHaveBiometrics();
    const yes = async () => {
        try {
            await enrolBiometrics(password);
            toast(t('settings.body.done'));
        } catch {
            toast(t('unlock.body.failed'), 'bad');
        }
        await enter();
    };
    const body = h('div', { class: 'stack narrow' },
        h('div', { class: 'hero' }, h('div', { class: 'state-picture' }, icon(offered ? 'finger' : 'check')),
            h('h1', { id: 'title' }, t(offered ? 'welcome.body.title' : 'welcome.title')), h('p', {}, t(offered ? 'welcome.body.text' : 'welcome.text'))),
        notice('info', t('welcome.install')),
        h('div', { class: 'button-column' },
            offered && button(t('welcome.yes'), { id: 'body-yes', kind: 'primary', icon: 'finger', onclick: () => void yes() }),
            button(t(offered ? 'welcome.no' : 'go-on'), { id: 'welcome-go', kind: offered ? 'plain' : 'primary', onclick: () => void enter() })));
    return { title: t('app.name'), body, bare: true };
}
