/**
 * Reads a QR code out of a picture. Where the browser has a BarcodeDetector, the screens use that; this is for all others.
 *
 * @typedef {{width: number, height: number, data: Uint8ClampedArray | Uint8Array}} Picture RGBA, such as an `ImageData`
 */

/**
 * @typedef {object} Reader what vendor/qr.js gives
 * @property {(picture: Picture, options: {effort?: number, timeLimit?: number}) => string} decodeQR throws where there is
 *     none
 */

/**
 * The library is loaded when it is first needed.
 *
 * @param {Picture} picture one frame of a camera, or a photograph
 * @param {{millis?: number}} [options] `millis`: how long to look; the default is a frame, give more for a photograph
 * @returns {Promise<string | null>} what it says, or null where no QR code can be read
 */
export async function readQr(picture, { millis } = {}) {
    /** @type {Reader} */
    const reader = await import('../vendor/qr.js');
    try {
        return reader.decodeQR(picture, millis === undefined ? {} : { effort: 8, timeLimit: millis });
    } catch {
        return null;
    }
}
