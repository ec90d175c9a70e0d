// The worker's first lines. The page has the program fetched and compiled while the worker is still being made, and hands it
// over; where it could not, the worker fetches it and can say why that fails.
import init from './worker.js';

const { data } = await new Promise((resolve) => { self.onmessage = resolve; });
await init(data ? { module_or_path: data } : undefined);
