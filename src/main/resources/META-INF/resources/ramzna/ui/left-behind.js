// What somebody was typing when the door closed: reading a late SMS is no reason to lose an activation. In memory only.
import { go, place } from './nav.js';

const ENROLLING = new Set(['found', 'receipt', 'serial', 'by-card']);
const KEPT_MILLIS = 15 * 60_000;

/** @type {{name: string, given: any, fields: {id: string, value: string | boolean}[], until: number} | null} */
let left = null;

/** Notes the screen, if it is one of an activation, with what stands in its fields. */
export function rememberScreen() {
    const here = place();
    if (!here || !ENROLLING.has(here.name)) {
        return;
    }
    const inputs = /** @type {NodeListOf<HTMLInputElement>} */ (document.querySelectorAll('#main input[id], #main textarea[id]'));
    const fields = [...inputs].filter((input) => input.type !== 'password' && input.type !== 'file')
        .map((input) => ({ id: input.id, value: isChoice(input) ? input.checked : input.value }));
    left = { ...here, fields: fields.sort((one, other) => Number(typeof other.value === 'boolean') - Number(typeof one.value === 'boolean')), until: Date.now() + KEPT_MILLIS };
}

/** Together with the store that was wiped: it was another person's perhaps. */
export function forgetScreen() {
    left = null;
}

/** Whether there is a screen to go back to. */
export function isLeftBehind() {
    return left !== null && Date.now() < left.until;
}

/** Goes back to it, once. */
export async function backToScreen() {
    const there = isLeftBehind() ? left : null;
    left = null;
    if (!there) {
        return;
    }
    await go(there.name, there.given);
    // Choices first: they decide which fields there are.
    for (const { id, value } of there.fields) {
        const input = /** @type {HTMLInputElement | null} */ (document.getElementById(id));
        if (input && typeof value === 'string') {
            input.value = value;
        } else if (input && value === true && !input.checked) {
            input.click();
        }
    }
}

/** @param {HTMLInputElement} input */
function isChoice({ type }) {
    return type === 'radio' || type === 'checkbox';
}
