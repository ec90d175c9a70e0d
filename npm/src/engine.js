// The one engine of a page: takes calls, hands them one at a time to where the wasm runs, and starts that when the
// first call comes. Where it runs is the host's business (host.js, inline.js).

/** Longer texts are worth ending the worker for, when their call is aborted. */
const LONG = 100_000;

/** @type {(() => Promise<Place>) | undefined} */
let start;
/** @type {Promise<Place> | undefined} */
let place;
/** Calls that wait; the first one is in hand while `running` is set. */
const queue = [];
let running;

/**
 * Says how the engine is started. A place has `call(name, args)`, which gives a promise, and may have `end()`, which
 * stops the call in hand; after that, or once `dead` is set, it is not used again.
 */
export function startWith(starter) {
  start = starter;
  place = undefined;
}

/** Loads the engine, once. */
export function load() {
  place ??= start().catch((error) => {
    place = undefined;
    throw error;
  });
  return place;
}

/**
 * Calls one of the engine's functions. An aborted signal rejects with its own reason.
 *
 * @param {string} name
 * @param {unknown[]} args
 * @param {AbortSignal} [signal]
 */
export function call(name, args, signal) {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) {
      reject(signal.reason);
      return;
    }
    const job = { name, args, isDropped: false, resolve, reject, forget: () => signal?.removeEventListener('abort', onabort) };
    const onabort = () => {
      reject(signal.reason);
      drop(job);
    };
    signal?.addEventListener('abort', onabort, { once: true });
    queue.push(job);
    next();
  });
}

/** Forgets an aborted job: a waiting one leaves the queue, a long one in hand is stopped. */
function drop(job) {
  job.isDropped = true;
  const at = queue.indexOf(job);
  if (at >= 0) {
    queue.splice(at, 1);
  }
  if (running?.job !== job) {
    return;
  }
  const long = typeof job.args[0] === 'string' && job.args[0].length > LONG;
  if (long && running.place?.end) {
    running.place.end();
    place = undefined;
    running = undefined;
    next();
  }
}

async function next() {
  if (running || queue.length === 0) {
    return;
  }
  const job = queue.shift();
  const run = (running = { job, place: undefined });
  try {
    run.place = await load();
    if (run.place.dead) {
      // A worker may end while nobody is waiting for it.
      place = undefined;
      run.place = await load();
    }
    // An abort while the engine was loading has settled the job.
    if (!job.isDropped) {
      job.resolve(await run.place.call(job.name, job.args));
    }
  } catch (error) {
    job.reject(error);
  }
  job.forget();
  if (running === run) {
    if (run.place?.dead) {
      place = undefined;
    }
    running = undefined;
    next();
  }
}
