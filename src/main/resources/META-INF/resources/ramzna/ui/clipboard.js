// Copying a code and taking it away again when it is worth nothing any more (S10.15).

/** @type {{text: string, timer: ReturnType<typeof setTimeout>} | null} */
let copied = null;

/**
 * Copies a code and clears the clipboard after its life. A page that is in the background may not write: then it is
 * cleared as soon as the app is in front again.
 *
 * @param {string} code
 * @param {number} lifeMillis
 */
export async function copyFor(code, lifeMillis) {
    await navigator.clipboard.writeText(code);
    if (copied) {
        clearTimeout(copied.timer);
    }
    copied = { text: code, timer: setTimeout(() => void clear(), lifeMillis) };
}

/** Clears what was copied, if that has not happened yet. */
export async function clear() {
    if (!copied) {
        return;
    }
    clearTimeout(copied.timer);
    if (!document.hasFocus()) {
        addEventListener('focus', () => void clear(), { once: true });
        return;
    }
    copied = null;
    try {
        await navigator.clipboard.writeText('');
    } catch {
        // The browser may refuse it without a touch; the code is over all the same.
    }
}
