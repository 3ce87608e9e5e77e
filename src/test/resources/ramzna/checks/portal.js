// A portal that gives the answers of a check.

/**
 * Runs with a portal that gives these answers, one after the other, and then is not there.
 *
 * @param {{status?: number, body?: unknown, headers?: Record<string, string>}[]} answers
 * @param {(sent: any[]) => Promise<unknown>} body is given the requests, which are filled in as they are sent
 */
export async function answering(answers, body) {
    const sent = answers.map(() => /** @type {any} */ ({}));
    const fetched = globalThis.fetch;
    let count = 0;
    globalThis.fetch = async (url, options) => {
        if (count >= answers.length) {
            throw new TypeError('Failed to fetch');
        }
        const { status = 200, body: content = {}, headers = {} } = answers[count];
        Object.assign(sent[count++], { url: String(url).replace(location.origin, ''), ...options });
        return new Response(JSON.stringify(content), { status, headers });
    };
    try {
        await body(sent);
    } finally {
        globalThis.fetch = fetched;
    }
}
