// Files beside the modules, in Node and Deno.

/** The bytes of a file, in Node and Deno; nothing elsewhere. */
export function readFile(url) {
  return url.protocol === 'file:' ? files()?.readFileSync(url) : undefined;
}

/** Whether this is a program and no page. */
export function isServer() {
  return files() !== undefined && typeof globalThis.document === 'undefined';
}

/** Node's file system, found without an import that a bundler for browsers would trip over. */
function files() {
  return globalThis.process?.getBuiltinModule?.('node:fs') ?? globalThis.Deno;
}
