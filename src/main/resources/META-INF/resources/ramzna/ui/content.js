// What a camera, a picture or the clipboard brought: which screen can use it.
import { readScanned } from '../core/scan.js';
import { RamznaError } from '../core/errors.js';
import { go, replace } from './nav.js';
import { readPayment } from './payment-link.js';

/**
 * Goes on with a link of an activation, one for any authenticator, or a payment.
 *
 * @param {string} content
 * @param {boolean} [instead] in the place of this screen
 */
export async function takeContent(content, instead = false) {
    const text = content.trim();
    const onward = instead ? replace : go;
    const payment = readPayment(text);
    if (payment) {
        await onward('payment', { payment });
        return;
    }
    const scanned = readScanned(text, location.origin);
    switch (scanned.what) {
        case 'standard':
            await onward('found', { standard: scanned.standard });
            break;
        case 'activation':
            await onward('found', { activation: scanned.activation });
            break;
        default:
            // The two pictures of a move belong to their own screens.
            throw new RamznaError('link');
    }
}
