import { Summarizer } from './summarizer.js';

export { Summarizer };

/** The browser's own class, whether or not ours took its place; undefined where there is none. */
export const native: unknown;

/** Whether the global `Summarizer` is now ours. */
export const installed: boolean;
