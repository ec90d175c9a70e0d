// The page's side of worker.js.

/**
 * Resolves once the worker has loaded the engine; rejects where it cannot.
 *
 * @param {Worker} worker
 * @param {string} wasmUrl
 */
export function workerPlace(worker, wasmUrl) {
  return new Promise((resolve, reject) => {
    let pending;
    const place = { call, end, dead: false };
    worker.onmessage = ({ data }) => {
      if (data.ready) {
        resolve(place);
      } else if (data.error) {
        fail(Object.assign(new Error(data.error.message), { name: data.error.name }), data.fatal);
      } else {
        pending?.resolve(data.value);
      }
    };
    worker.onerror = (event) => {
      event.preventDefault?.();
      fail(new Error(event.message || 'The worker of newsgist could not be started.'), true);
    };
    worker.postMessage({ start: wasmUrl });

    function call(name, args) {
      return new Promise((resolve, reject) => {
        pending = { resolve, reject };
        worker.postMessage({ name, args });
      });
    }

    function end() {
      place.dead = true;
      worker.terminate();
    }

    function fail(error, fatal) {
      if (fatal) {
        end();
      }
      reject(error);
      pending?.reject(error);
    }
  });
}
