// What the reader chose for this browser. Nothing personal, and no secret: this is all that local storage ever holds.

/** @typedef {{language: 'fa' | 'en', scheme: 'auto' | 'light' | 'dark', large: boolean}} Preferences */

const PLACE = 'ramzna-preferences';

/** @type {Preferences} */
const preferences = { language: 'fa', scheme: 'auto', large: false, ...stored() };

/** @returns {Partial<Preferences>} */
function stored() {
    try {
        const found = JSON.parse(localStorage.getItem(PLACE) ?? '{}');
        return {
            ...(found.language === 'en' && { language: 'en' }),
            ...((found.scheme === 'light' || found.scheme === 'dark') && { scheme: found.scheme }),
            ...(found.large === true && { large: true }),
        };
    } catch {
        return {};
    }
}

/** @returns {Readonly<Preferences>} */
export function chosen() {
    return preferences;
}

/** @param {Partial<Preferences>} change */
export function choose(change) {
    Object.assign(preferences, change);
    localStorage.setItem(PLACE, JSON.stringify(preferences));
    show();
}

/** Puts the choices onto the page. */
export function show() {
    const root = document.documentElement;
    root.lang = preferences.language;
    root.dir = preferences.language === 'fa' ? 'rtl' : 'ltr';
    root.toggleAttribute('data-large', preferences.large);
    if (preferences.scheme === 'auto') {
        root.removeAttribute('data-scheme');
    } else {
        root.dataset['scheme'] = preferences.scheme;
    }
}
