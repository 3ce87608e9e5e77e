// QR codes in pictures: by the browser's own detector where it has one, else by the library beside this app.

import { readQr } from '../core/qr.js';

/** @typedef {HTMLVideoElement | ImageBitmap} Picture */

const SIDE_MAX = 1200;
const PHOTOGRAPH_MILLIS = 4000;

/** @returns {Promise<(picture: Picture) => Promise<string | null>>} what reads a QR code, or finds none */
export async function reader() {
    const own = await ownReader();
    const library = libraryReader();
    let broken = own === null;
    return async (/** @type {Picture} */ picture) => {
        const found = broken ? null : await /** @type {NonNullable<typeof own>} */ (own)(picture).catch(() => {
            broken = true;
            return null;
        });
        // The library reads photographs that some detectors do not; a camera has the next picture at once.
        return found ?? (broken || picture instanceof ImageBitmap ? library(picture) : null);
    };
}

/**
 * @param {Blob} file
 * @returns {Promise<string | null>}
 */
export async function readPicture(file) {
    const picture = await createImageBitmap(file);
    try {
        return await (await reader())(picture);
    } finally {
        picture.close();
    }
}

async function ownReader() {
    const Detector = /** @type {any} */ (globalThis).BarcodeDetector;
    if (!Detector || !(await Detector.getSupportedFormats()).includes('qr_code')) {
        return null;
    }
    const detector = new Detector({ formats: ['qr_code'] });
    return async (/** @type {Picture} */ picture) => {
        const found = await detector.detect(picture);
        return /** @type {string | undefined} */ (found[0]?.rawValue) ?? null;
    };
}

function libraryReader() {
    const canvas = document.createElement('canvas');
    const drawing = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d', { willReadFrequently: true }));
    return async (/** @type {Picture} */ picture) => {
        const [width, height] = picture instanceof HTMLVideoElement ? [picture.videoWidth, picture.videoHeight] : [picture.width, picture.height];
        const scale = Math.min(1, SIDE_MAX / Math.max(width, height));
        canvas.width = Math.round(width * scale);
        canvas.height = Math.round(height * scale);
        drawing.drawImage(picture, 0, 0, canvas.width, canvas.height);
        const image = drawing.getImageData(0, 0, canvas.width, canvas.height);
        return readQr(image, picture instanceof ImageBitmap ? { millis: PHOTOGRAPH_MILLIS } : {});
    };
}
