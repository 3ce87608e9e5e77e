// A QR code on the screen, dark on white in every scheme.
import { drawQr } from '../core/qr.js';
import { h, svg } from './dom.js';

/**
 * @param {string} content
 * @param {string} description what it is for, never what it holds
 */
export async function qrPanel(content, description) {
    const modules = await drawQr(content);
    const side = modules.length;
    const dark = modules.flatMap((line, y) => line.map((on, x) => (on ? `M${x} ${y}h1v1h-1z` : ''))).join('');
    return h('div', { class: 'qr-panel', role: 'img', 'aria-label': description, id: 'qr' },
        svg('svg', { viewBox: `0 0 ${side} ${side}`, 'shape-rendering': 'crispEdges' }, svg('path', { d: dark, fill: '#000' })));
}
