// The camera: finds a QR code and hands on what stands in it.
import { fill, h } from './dom.js';
import { t } from './i18n.js';
import { go } from './nav.js';
import { button, notice, problemText } from './pieces.js';
import { reader } from './pictures.js';
import { takeContent } from './content.js';

const LOOK_MILLIS = 120;

/**
 * @param {{for: 'token'} | {for: 'other', title: string, text: string, take: (content: string) => Promise<void>}} given
 * @returns {import('./nav.js').Screen}
 */
export function scan(given) {
    const video = h('video', { playsinline: true, muted: true, id: 'camera', 'aria-label': t('scan.camera') });
    video.muted = true;
    const state = h('div', { id: 'scan-state', role: 'status' });
    const title = given.for === 'token' ? t('way.scan') : given.title;
    const take = given.for === 'token' ? (/** @type {string} */ content) => takeContent(content, true) : given.take;
    const body = h('div', { class: 'stack' },
        h('div', { class: 'viewfinder' }, video, h('p', { class: 'viewfinder-words' }, given.for === 'token' ? t('scan.aim') : given.text)),
        state,
        given.for === 'token' && h('div', { class: 'button-row' },
            button(t('way.link'), { id: 'scan-type', icon: 'link', onclick: () => void go('link') })));
    const stop = look(video, take, (problem) => fill(state, notice('error', problem)));
    return { title, body, leave: stop };
}

/**
 * Looks until something is taken. What cannot be used is said once, and the camera goes on looking.
 *
 * @param {HTMLVideoElement} video
 * @param {(content: string) => Promise<void>} take
 * @param {(text: string) => void} say
 * @returns {() => void} ends it
 */
function look(video, take, say) {
    let on = true;
    let refused = '';
    /** @type {MediaStream | null} */
    let stream = null;
    const stop = () => {
        on = false;
        stream?.getTracks().forEach((track) => track.stop());
        video.srcObject = null;
    };
    const run = async () => {
        try {
            stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment', width: { ideal: 1280 }, height: { ideal: 720 } }, audio: false });
        } catch (problem) {
            say(t(problem instanceof DOMException && problem.name === 'NotAllowedError' ? 'scan.denied' : 'scan.no-camera'));
            return;
        }
        if (!on) {
            stop();
            return;
        }
        video.srcObject = stream;
        await video.play();
        const read = await reader();
        while (on) {
            const content = video.readyState >= HTMLMediaElement.HAVE_CURRENT_DATA ? await read(video) : null;
            if (on && content !== null && content !== refused) {
                try {
                    await take(content);
                    return;
                } catch (problem) {
                    refused = content;
                    say(problemText(problem));
                }
            }
            await new Promise((resolve) => setTimeout(resolve, LOOK_MILLIS));
        }
    };
    run().catch((problem) => say(problemText(problem)));
    return stop;
}
