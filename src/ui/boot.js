// Starts the page. A file of its own, since a strict Content-Security-Policy allows no script within the page.
import init from "./app.js";
init({ module_or_path: new URL("./app_bg.wasm", import.meta.url) });
