// A link or an otpauth text, pasted or typed.
import { h } from './dom.js';
import { t } from './i18n.js';
import { field, form, problemText } from './pieces.js';
import { takeContent } from './content.js';

/** @returns {import('./nav.js').Screen} */
export function linkScreen() {
    const link = field(t('link.label'), { id: 'link', ltr: true, lines: 4, hint: t('link.hint'), maxlength: 4000 });
    const body = h('div', { class: 'stack' }, h('div', { class: 'surface' }, form([link.box], {
        id: 'link-form',
        submit: t('go-on'),
        work: async () => {
            try {
                await takeContent(link.value(), true);
            } catch (problem) {
                link.fail(problemText(problem));
            }
        },
    })));
    return { title: t('way.link'), body, focus: link.input };
}
