// A check is a named function that throws when what it says does not hold.

import { RamznaError } from '/ramzna/core/errors.js';

/** @type {{name: string, body: () => unknown}[]} */
const checks = [];

/**
 * @param {string} name
 * @param {() => unknown} body
 */
export function check(name, body) {
    checks.push({ name, body });
}

/** @returns {string[]} the names of all checks, in their order */
export function names() {
    return checks.map(({ name }) => name);
}

/**
 * @param {number} index
 * @returns {Promise<string | null>} what does not hold, or null
 */
export async function run(index) {
    try {
        await checks[index].body();
        return null;
    } catch (error) {
        return error instanceof Error ? `${error.stack}` : String(error);
    }
}

/**
 * @param {unknown} actual
 * @param {unknown} expected
 * @param {string} [what]
 */
export function equal(actual, expected, what = '') {
    if (plain(actual) !== plain(expected)) {
        throw new Error(`${what} is ${plain(actual)}, not ${plain(expected)}`);
    }
}

/**
 * @param {boolean} fact
 * @param {string} what
 */
export function holds(fact, what) {
    if (!fact) {
        throw new Error(what);
    }
}

/**
 * @param {string} code
 * @param {() => unknown} body
 * @param {string} [what]
 * @returns {Promise<RamznaError>} what was raised
 */
export async function raises(code, body, what = '') {
    try {
        await body();
    } catch (error) {
        if (error instanceof RamznaError && error.code === code) {
            return error;
        }
        throw new Error(`${what} raised ${error}, not ${code}`);
    }
    throw new Error(`${what} was taken, and should have raised ${code}`);
}

/**
 * @param {string} name
 * @returns {Promise<Record<string, string>[]>} the rows of a table in src/test/resources/vectors
 */
export async function table(name) {
    const text = await (await fetch(`/vectors/${name}.csv`)).text();
    const [head, ...rows] = records(text);
    return rows.map((row) => Object.fromEntries(head.map((column, i) => [column, row[i] ?? ''])));
}

/**
 * Comma separated values (RFC 4180).
 *
 * @param {string} text
 * @returns {string[][]}
 */
function records(text) {
    const field = /("(?:[^"]|"")*"|[^,\r\n]*)(,|\r?\n|$)/gy;
    const rows = [];
    /** @type {string[]} */
    let row = [];
    for (const [whole, value, end] of text.matchAll(field)) {
        if (whole === '') {
            break;
        }
        row.push(value.startsWith('"') ? value.slice(1, -1).replaceAll('""', '"') : value);
        if (end !== ',') {
            rows.push(row);
            row = [];
        }
    }
    return rows;
}

/** @param {unknown} value */
function plain(value) {
    return JSON.stringify(value, (_, inner) =>
        inner instanceof Uint8Array ? Array.from(inner) : typeof inner === 'bigint' ? `${inner}n` : inner,
    );
}
