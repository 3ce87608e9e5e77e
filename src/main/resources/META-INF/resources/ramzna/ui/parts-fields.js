// Fields for parts that people type, each with its own check: the app says which part is mistyped, and how.
import { number, t } from './i18n.js';
import { field } from './pieces.js';
import { checkPart } from '../core/parts.js';

/** @typedef {import('../core/parts.js').PartFormat} PartFormat */

/**
 * @param {string} label
 * @param {{id: string, hint?: string, format: () => PartFormat, others?: () => PartFormat[], names: Record<number, string>, elsewhere?: string, fromSms?: boolean}} options
 *     the names of parts by their number, for a part in the wrong field; what to say of a part of another page
 */
export function partField(label, { id, hint, format, others = () => [], names, elsewhere, fromSms = false }) {
    const shape = format();
    const long = shape.length > 30;
    const digitsOnly = shape.alphabet === 'digits';
    const input = field(label, {
        id,
        ltr: true,
        code: !long,
        ...(hint && { hint }),
        ...(long && { lines: 5 }),
        inputmode: digitsOnly ? 'numeric' : 'text',
        autocomplete: fromSms && !long ? 'one-time-code' : 'off',
    });
    const check = () => {
        const { number: part, alphabet, length } = format();
        return checkPart(part, alphabet, length, input.value(), others());
    };
    /** @param {ReturnType<typeof check>} found */
    const words = (found) => {
        if (found.ok) {
            return '';
        }
        switch (found.reason) {
            case 'length':
                return t(found.found === 0 ? 'part.empty' : 'part.length', { part: label, expected: found.expected, found: found.found });
            case 'sign':
                return t('part.sign', { part: label, position: found.position });
            case 'swapped':
                return elsewhere && !names[found.actual] ? elsewhere : t('part.swapped', { part: label, other: names[found.actual] ?? number(found.actual) });
            default:
                return t('part.check', { part: label });
        }
    };
    /** The part in its one spelling, or nothing when something is wrong and has been said. */
    const read = () => {
        const found = check();
        if (found.ok) {
            return found.text;
        }
        input.fail(words(found));
        return null;
    };
    // Said as soon as the field is left, without taking the keyboard back.
    input.input.addEventListener('blur', () => {
        const found = check();
        if (input.value().trim() !== '' && !found.ok) {
            input.warn(words(found));
        }
    });
    return { ...input, read };
}
