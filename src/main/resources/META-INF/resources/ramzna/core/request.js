/**
 * One question to the portal: same origin, no cookie, no cache, a time-out; and errors by name.
 */
import { learn } from './clock.js';
import { RamznaError } from './errors.js';

const ANSWER_MILLIS_MAX = 15_000;

/** The code was looked at: perhaps the clock is why it is wrong, so the next one is made with the portal's time. */
const WRONG_CODE = 422;

/** Where the portal lives: this file is at `<portal>/ramzna/core/request.js`. */
const PORTAL = new URL('../..', import.meta.url).href.replace(/\/$/, '');

/**
 * @typedef {object} Answer
 * @property {number} status
 * @property {Record<string, unknown>} body empty where there was none or no JSON object
 * @property {number | null} seconds of `Retry-After`
 * @property {number} clockAhead how many milliseconds the phone's clock was ahead of this answer's `Date`
 */

/**
 * @param {string} path from the portal's address, beginning with a slash
 * @param {string | undefined} body JSON
 * @param {Record<string, string>} [headers]
 * @returns {Promise<Answer>} whatever the portal said
 * @throws {RamznaError} `offline`
 */
export async function post(path, body, headers = {}) {
    const askedAt = Date.now();
    try {
        const response = await fetch(PORTAL + path, {
            method: 'POST',
            headers: body === undefined ? headers : { 'Content-Type': 'application/json', ...headers },
            body,
            cache: 'no-store',
            credentials: 'omit',
            redirect: 'error',
            referrerPolicy: 'no-referrer',
            signal: AbortSignal.timeout(ANSWER_MILLIS_MAX),
        });
        const heard = response.ok || response.status === WRONG_CODE;
        const clockAhead = await learn(response.headers.get('Date'), askedAt, Date.now(), heard);
        const seconds = Number(response.headers.get('Retry-After') ?? NaN);
        return {
            status: response.status,
            body: await objectOf(response),
            seconds: Number.isInteger(seconds) ? seconds : null,
            clockAhead,
        };
    } catch {
        throw new RamznaError('offline');
    }
}

/**
 * @param {Answer} answer
 * @returns {Record<string, unknown>} its body, if it is a good one
 * @throws {RamznaError} by its status
 */
export function good({ status, body, seconds }) {
    if (status === 200) {
        return body;
    }
    switch (status) {
        case 400:
            throw new RamznaError('contract', { field: body.field });
        case 401:
            throw new RamznaError('unknown-there');
        case 409:
            throw new RamznaError(isObject(body.heldBy) ? 'held' : 'refused', {
                ...(isObject(body.heldBy) ? body.heldBy : {}),
                reason: body.reason,
            });
        case 410:
            throw new RamznaError('gone');
        case WRONG_CODE:
            throw new RamznaError('wrong', { triesLeft: body.triesLeft });
        case 429:
            throw new RamznaError('wait', { seconds });
        default:
            throw new RamznaError(status >= 500 ? 'away' : 'refused', { status, seconds });
    }
}

/**
 * Reads the fields of an answer; what is missing or of another kind breaks the contract.
 *
 * @param {Record<string, unknown>} body
 */
export function fields(body) {
    /** @param {string} field */
    const broken = (field) => new RamznaError('contract', { field });
    return {
        /** @param {string} name */
        text(name) {
            const value = body[name];
            if (typeof value !== 'string') {
                throw broken(name);
            }
            return value;
        },
        /** @param {string} name */
        number(name) {
            const value = body[name];
            if (typeof value !== 'number' || !Number.isSafeInteger(value)) {
                throw broken(name);
            }
            return value;
        },
        /** @param {string} name */
        flag(name) {
            const value = body[name];
            if (typeof value !== 'boolean') {
                throw broken(name);
            }
            return value;
        },
        /** @param {string} name */
        time(name) {
            const value = Date.parse(String(body[name]));
            if (Number.isNaN(value)) {
                throw broken(name);
            }
            return value;
        },
        /**
         * @template {string} T
         * @param {string} name
         * @param {readonly T[]} choices
         */
        oneOf(name, choices) {
            const value = choices.find((choice) => choice === body[name]);
            if (value === undefined) {
                throw broken(name);
            }
            return value;
        },
        /** @param {string} name */
        objects(name) {
            const value = body[name];
            if (!Array.isArray(value) || !value.every(isObject)) {
                throw broken(name);
            }
            return value.map(fields);
        },
        /** @param {string} name */
        object(name) {
            const value = body[name];
            if (!isObject(value)) {
                throw broken(name);
            }
            return fields(value);
        },
        /** @param {string} name */
        texts(name) {
            const value = body[name];
            if (!Array.isArray(value) || !value.every((item) => typeof item === 'string')) {
                throw broken(name);
            }
            return /** @type {string[]} */ (value);
        },
        /** @param {string} name */
        numbers(name) {
            const value = body[name];
            if (!Array.isArray(value) || !value.every(Number.isSafeInteger)) {
                throw broken(name);
            }
            return /** @type {number[]} */ (value);
        },
        /** @param {string} name */
        has(name) {
            return body[name] !== undefined && body[name] !== null;
        },
    };
}

/**
 * @param {Response} response
 * @returns {Promise<Record<string, unknown>>}
 */
async function objectOf(response) {
    const text = await response.text();
    try {
        const value = JSON.parse(text);
        return isObject(value) ? value : {};
    } catch {
        return {};
    }
}

/**
 * @param {unknown} value
 * @returns {value is Record<string, unknown>}
 */
export function isObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
