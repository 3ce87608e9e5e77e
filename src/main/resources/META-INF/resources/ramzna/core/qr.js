/**
 * Reads and draws QR codes. Where the browser has a BarcodeDetector, the screens may read with that.
 *
 * @typedef {{width: number, height: number, data: Uint8ClampedArray | Uint8Array}} Picture RGBA, such as an `ImageData`
 */

/**
 * @typedef {object} Library what vendor/qr.js gives
 * @property {(picture: Picture, options: {effort?: number, timeLimit?: number}) => string} decodeQR throws where there is
 *     none
 * @property {(text: string, output: 'raw', options: {ecc: 'medium', border: number}) => boolean[][]} encodeQR
 */

/** Light squares around a QR code, as its standard wants. */
const BORDER = 4;

/**
 * @param {Picture} picture one frame of a camera, or a photograph
 * @param {{millis?: number}} [options] `millis`: how long to look; the default is a frame, give more for a photograph
 * @returns {Promise<string | null>} what it says, or null where no QR code can be read
 */
export async function readQr(picture, { millis } = {}) {
    const library = await loaded();
    try {
        return library.decodeQR(picture, millis === undefined ? {} : { effort: 8, timeLimit: millis });
    } catch {
        return null;
    }
}

/**
 * @param {string} text
 * @returns {Promise<boolean[][]>} rows of dark (true) and light squares, with the light border that a reader needs
 */
export async function drawQr(text) {
    return (await loaded()).encodeQR(text, 'raw', { ecc: 'medium', border: BORDER });
}

/** @returns {Promise<Library>} loaded when it is first needed */
function loaded() {
    return /** @type {Promise<any>} */ (import('../vendor/qr.js'));
}
