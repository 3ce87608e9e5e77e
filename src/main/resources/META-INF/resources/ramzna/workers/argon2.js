// Stretches passwords beside the page, which goes on meanwhile. Says once that it is ready; each task brings the port for its answer.
import { argon2id } from '../vendor/argon2.js';

const worker = /** @type {any} */ (self);

worker.addEventListener('message', async (/** @type {MessageEvent} */ { data, ports }) => {
    let answer = null;
    try {
        answer = await argon2id(data);
    } catch {
        // No memory for it, or no WebAssembly: whoever asked knows what to do.
    }
    data.password.fill(0);
    ports[0]?.postMessage(answer);
});
worker.postMessage('ready');
