// Checks the types that the authenticator's modules state in their comments, as `tsc --checkJs --strict` would. The
// compiler runs in the browser, so that nobody needs Node; the page has loaded it.

// @ts-expect-error: a script of its own, in the page
const ts = window.ts;

const LIBRARIES = '/typescript/lib';

/**
 * @param {string[]} files paths as served
 * @param {string[]} roots those to check; what they import is checked too
 * @param {Record<string, string>} written texts that are not served
 * @returns {string[]} what is wrong, one line each
 */
export function problems(files, roots, written = {}) {
    const known = new Set([...files, ...Object.keys(written)]);
    const options = {
        ...{ allowJs: true, checkJs: true, strict: true, noEmit: true, skipLibCheck: true, types: [] },
        ...{ noUnusedLocals: true, noUnusedParameters: true, noImplicitReturns: true, noFallthroughCasesInSwitch: true },
        ...{ target: ts.ScriptTarget.ESNext, module: ts.ModuleKind.ESNext },
        moduleResolution: ts.ModuleResolutionKind.Bundler,
        lib: ['esnext', 'dom', 'dom.iterable'].map((name) => `lib.${name}.d.ts`),
    };
    /** @param {string} path */
    const text = (path) => written[path] ?? fetched(path);
    const host = {
        fileExists: (/** @type {string} */ path) => known.has(path),
        directoryExists: () => true,
        getDirectories: () => [],
        readFile: text,
        getSourceFile: (/** @type {string} */ path, /** @type {unknown} */ version) => {
            const found = known.has(path) || path.startsWith(LIBRARIES) ? text(path) : undefined;
            return found === undefined ? undefined : ts.createSourceFile(path, found, version, true);
        },
        getDefaultLibFileName: () => `${LIBRARIES}/lib.esnext.d.ts`,
        getDefaultLibLocation: () => LIBRARIES,
        getCurrentDirectory: () => '/',
        getCanonicalFileName: (/** @type {string} */ path) => path,
        useCaseSensitiveFileNames: () => true,
        getNewLine: () => '\n',
        writeFile: () => {},
    };
    const program = ts.createProgram([...roots, ...Object.keys(written)], options, host);
    return ts.getPreEmitDiagnostics(program).map((/** @type {any} */ found) => {
        const line = found.file ? found.file.getLineAndCharacterOfPosition(found.start).line + 1 : 0;
        return `${found.file?.fileName}:${line}: ${ts.flattenDiagnosticMessageText(found.messageText, ' ')}`;
    });
}

/**
 * At once, because the compiler asks so.
 *
 * @param {string} path
 * @returns {string | undefined}
 */
function fetched(path) {
    const request = new XMLHttpRequest();
    request.open('GET', path, false);
    request.send();
    return request.status === 200 ? request.responseText : undefined;
}
