// Vite's development server bundles dependencies ahead, and would lose the wasm file and the worker beside the modules.
export default { optimizeDeps: { exclude: ['newsgist'] } };
