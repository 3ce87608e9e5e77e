// How this device calls itself: suggested from what the browser says, changed by its owner, shown by the bank when another asks (S10.23).
import { t } from './i18n.js';
import { field } from './pieces.js';

const NAME_MAX = 40;

/** The field in which the owner may call this device as he likes. */
export function deviceField() {
    const input = field(t('device.label'), { id: 'device-name', maxlength: NAME_MAX, hint: t('device.hint'), value: suggestion(), required: false });
    return { box: input.box, value: () => input.value().trim() || suggestion() };
}

export function suggestion() {
    const agent = navigator.userAgent;
    const system = /Android/.test(agent) ? 'Android' : /iPhone|iPad/.test(agent) ? 'iPhone' : /Windows/.test(agent) ? 'Windows' : /Mac OS X/.test(agent) ? 'Mac' : 'Linux';
    const browser = /Edg\//.test(agent) ? 'Edge' : /Firefox\//.test(agent) ? 'Firefox' : /Chrome\//.test(agent) ? 'Chrome' : /Safari\//.test(agent) ? 'Safari' : 'Web';
    return browser + ' · ' + system;
}
