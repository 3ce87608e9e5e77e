// One page, many screens. The browser's Back works; what a screen was given stays in memory and never in the history.

/**
 * @typedef {object} Screen what a screen builds
 * @property {string} title
 * @property {Node} body
 * @property {Node[]} [actions] buttons at the end of the title bar
 * @property {() => void} [leave] called once when the screen goes
 * @property {HTMLElement} [focus] where the keyboard begins; the title if nothing is said
 * @property {boolean} [bare] without a title bar
 *
 * @typedef {(given: any) => Screen | Promise<Screen>} ScreenMaker
 * @typedef {{name: string, given: any}} Place
 */

/** @type {Map<string, ScreenMaker>} */
const makers = new Map();
/** @type {Place[]} */
let stack = [];
/** @type {(screen: Screen, depth: number) => void} */
let display = () => {};
/** @type {Screen | null} */
let current = null;
/** @type {{place: Place, shown: () => void} | null} */
let nextRoot = null;
let turn = 0;

/**
 * @param {string} name
 * @param {ScreenMaker} maker
 */
export function screen(name, maker) {
    makers.set(name, maker);
}

/** @param {(screen: Screen, depth: number) => void} onDisplay */
export function start(onDisplay) {
    display = onDisplay;
    history.replaceState({ depth: 0 }, '');
    addEventListener('popstate', (event) => {
        const { place, shown } = nextRoot ?? {};
        nextRoot = null;
        if (place) {
            stack = [place];
        } else {
            const depth = Math.min(Number(event.state?.depth ?? 0), stack.length - 1);
            stack = stack.slice(0, Math.max(depth, 0) + 1);
        }
        void render().then(shown);
    });
}

/**
 * Goes one screen further.
 *
 * @param {string} name
 * @param {any} [given]
 */
export function go(name, given = {}) {
    stack.push({ name, given });
    history.pushState({ depth: stack.length - 1 }, '');
    return render();
}

/**
 * Puts another screen in the place of this one.
 *
 * @param {string} name
 * @param {any} [given]
 */
export function replace(name, given = {}) {
    stack[Math.max(stack.length - 1, 0)] = { name, given };
    return render();
}

/**
 * Forgets the way here: the screen becomes the first.
 *
 * @param {string} name
 * @param {any} [given]
 * @returns {Promise<void>} done when it is shown
 */
export function root(name, given = {}) {
    const depth = stack.length - 1;
    if (depth > 0) {
        return new Promise((resolve) => {
            nextRoot = { place: { name, given }, shown: () => resolve(undefined) };
            history.go(-depth);
        });
    }
    stack = [{ name, given }];
    return render();
}

export function back() {
    if (stack.length > 1) {
        history.back();
    }
}

/** The screen that is shown, by its name. */
export function here() {
    return stack.at(-1)?.name ?? '';
}

/** The screen that is shown, with what it was given. @returns {Place | undefined} */
export function place() {
    return stack.at(-1);
}

/** Builds the screen again, for instance in another language. */
export function again() {
    return render();
}

async function render() {
    const place = stack.at(-1);
    const maker = place && makers.get(place.name);
    if (!place || !maker) {
        throw new Error('no screen ' + place?.name);
    }
    const mine = ++turn;
    current?.leave?.();
    current = null;
    const made = await maker(place.given);
    if (mine !== turn) {
        made.leave?.();
        return;
    }
    current = made;
    display(made, stack.length - 1);
}
