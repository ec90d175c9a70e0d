/** The engine in a worker. Not to be imported: give its address to `new Worker(address, { type: 'module' })`. */
export {};
