// The orange ring around a code: how much of its life is left (S9.11, S10.14). Colour is not the only sign: seconds stand below.
import { h, svg } from './dom.js';

const RADIUS = 46;
const AROUND = 2 * Math.PI * RADIUS;

/**
 * A ring around something.
 *
 * @param {...Node} content
 */
export function ring(...content) {
    const left = svg('circle', { class: 'left', cx: 50, cy: 50, r: RADIUS, 'stroke-dasharray': AROUND.toFixed(2) });
    const picture = svg('svg', { viewBox: '0 0 100 100', 'aria-hidden': 'true' },
        svg('circle', { cx: 50, cy: 50, r: RADIUS }), left);
    return {
        box: h('div', { class: 'ring' }, picture, h('div', { class: 'ring-inside' }, ...content)),
        /** @param {number} part from 0 to 1 */
        show: (part) => left.setAttribute('stroke-dashoffset', (AROUND * (1 - Math.max(0, Math.min(1, part)))).toFixed(2)),
    };
}
