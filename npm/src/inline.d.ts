/** The same as `newsgist`, from a wasm that the program holds: nothing is fetched and no worker is started. */
export {
  analyze, preload, readText, toCSV, toJSON, toJSONLD, toMarkdown, toText, verify,
  CreateMonitor, QuotaExceededError, Summarizer,
} from './api.js';
export type * from './api.js';

/** Bytes of the wasm, or as a data: address in base64 (packed, where its media type is `application/gzip`). */
export type WasmSource = WebAssembly.Module | BufferSource | string;

export interface InlineConfiguration {
  /** The engine: `newsgist/newsgist.wasm`, as a bundler or the program has it. Node and Deno find it by themselves. */
  wasm?: WasmSource | Promise<WasmSource>;
}

/** Gives the engine. To be called before it is first used. */
export function configure(configuration: InlineConfiguration): void;
