// Reading the number off a card with the camera (S10.9), where the browser can find text in pictures.
import { h } from './dom.js';
import { t } from './i18n.js';
import { button } from './pieces.js';
import { toast } from './shell.js';
import { cardNumber, latinDigits } from '../core/digits.js';

const LOOK_MILLIS = 250;

/**
 * @param {(digits: string) => void} take
 * @returns {HTMLButtonElement | null} nothing where the browser cannot read text
 */
export function cardScanButton(take) {
    const Detector = /** @type {any} */ (globalThis).TextDetector;
    return Detector ? button(t('card.scan'), { id: 'card-scan', icon: 'camera', onclick: () => void open(new Detector(), take) }) : null;
}

/**
 * @param {{detect: (video: HTMLVideoElement) => Promise<{rawValue: string}[]>}} detector
 * @param {(digits: string) => void} take
 */
async function open(detector, take) {
    const video = h('video', { playsinline: true, 'aria-label': t('scan.camera') });
    video.muted = true;
    const dialog = h('dialog', { class: 'sheet', 'aria-label': t('card.scan') },
        h('div', { class: 'viewfinder' }, video, h('p', { class: 'viewfinder-words' }, t('card.scan.aim'))),
        h('div', { class: 'button-row' }, button(t('cancel'), { onclick: () => dialog.close() })));
    document.body.append(dialog);
    dialog.showModal();
    /** @type {MediaStream | null} */
    let stream = null;
    dialog.addEventListener('close', () => {
        stream?.getTracks().forEach((track) => track.stop());
        dialog.remove();
    });
    try {
        stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' }, audio: false });
        video.srcObject = stream;
        await video.play();
        while (dialog.open) {
            const number = cardNumberIn((await detector.detect(video)).map((found) => found.rawValue));
            if (number !== null) {
                take(number);
                dialog.close();
            }
            await new Promise((resolve) => setTimeout(resolve, LOOK_MILLIS));
        }
    } catch {
        dialog.close();
        toast(t('scan.no-camera'), 'bad');
    }
}

/**
 * The first card number in what was found.
 *
 * @param {string[]} texts
 */
export function cardNumberIn(texts) {
    const groups = latinDigits(texts.join(' ')).match(/(?:\d[ -]?){16,19}/g) ?? [];
    return groups.map((group) => cardNumber(group)).find((number) => number !== null) ?? null;
}
