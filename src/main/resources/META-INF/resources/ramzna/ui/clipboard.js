// Copying a code and taking it away again when it is worth nothing any more (S10.15).

/** @type {{timer: ReturnType<typeof setTimeout>} | null} */
let copied = null;

/** What wakes a browser up that lets nobody write to the clipboard without a touch, or from behind another window. */
const OCCASIONS = ['focus', 'pointerdown', 'keydown'];

/**
 * Copies a code and clears the clipboard after its life; where the browser refuses that, at the next touch of the app.
 *
 * @param {string} code
 * @param {number} lifeMillis
 */
export async function copyFor(code, lifeMillis) {
    await navigator.clipboard.writeText(code);
    if (copied) {
        clearTimeout(copied.timer);
    }
    waitForNothing();
    copied = { timer: setTimeout(() => void clear(), lifeMillis) };
}

/** Clears what was copied, if that has not happened yet. */
async function clear() {
    const mine = copied;
    if (!mine) {
        return;
    }
    waitForNothing();
    try {
        await navigator.clipboard.writeText('');
        // A code that was copied meanwhile has a time of its own.
        copied = copied === mine ? null : copied;
    } catch {
        OCCASIONS.forEach((occasion) => addEventListener(occasion, again));
    }
}

function waitForNothing() {
    OCCASIONS.forEach((occasion) => removeEventListener(occasion, again));
}

function again() {
    void clear();
}
