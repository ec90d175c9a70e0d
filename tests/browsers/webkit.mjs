// WebKit, Safari's engine, by as much of a W3C WebDriver client as the tests need.

import { spawn } from 'node:child_process';
import net from 'node:net';

const MINI_BROWSER = '/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser';

/** A page of WebKitGTK's MiniBrowser on a screen of its own. */
export async function openWebKit() {
  const port = await freePort();
  const driver = spawn('xvfb-run', ['--auto-servernum', 'WebKitWebDriver', `--port=${port}`], {
    stdio: 'ignore',
    // A process group, since xvfb-run does not pass signals on.
    detached: true,
    env: { ...process.env, WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1', NO_AT_BRIDGE: '1' },
  });
  const send = async (method, path, body) => {
    const response = await fetch(`http://127.0.0.1:${port}${path}`, { method, body: body && JSON.stringify(body) });
    const { value } = await response.json();
    if (value?.error) {
      throw new Error(`${value.error}: ${value.message}`);
    }
    return value;
  };
  const { sessionId } = await patiently(() => send('POST', '/session', {
    capabilities: { alwaysMatch: { 'webkitgtk:browserOptions': { binary: MINI_BROWSER, args: ['--automation'] } } },
  }));
  const session = `/session/${sessionId}`;
  await send('POST', `${session}/timeouts`, { script: 60_000, pageLoad: 60_000 });
  await send('POST', `${session}/window/rect`, { width: 1200, height: 900 });
  return {
    async close() {
      await send('DELETE', session).catch(() => {});
      process.kill(-driver.pid, 'SIGTERM');
    },
    goto: (url) => send('POST', `${session}/url`, { url }),
    async click(selector) {
      const element = await send('POST', `${session}/element`, { using: 'css selector', value: selector });
      await send('POST', `${session}/element/${Object.values(element)[0]}/click`, {});
    },
    /** Runs a function in the page and waits for its promise. */
    async evaluate(run, ...args) {
      const script = `const done = arguments[arguments.length - 1];
        (${run})(...Array.from(arguments).slice(0, -1)).then((value) => done({ value }), (error) => done({ error: String(error) }));`;
      const { value, error } = await send('POST', `${session}/execute/async`, { script, args });
      if (error) {
        throw new Error(error);
      }
      return value;
    },
  };
}

/** Tries until the driver answers. */
async function patiently(attempt) {
  const end = Date.now() + 60_000;
  for (;;) {
    try {
      return await attempt();
    } catch (error) {
      if (Date.now() > end) {
        throw error;
      }
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
  }
}

function freePort() {
  return new Promise((resolve) => {
    const server = net.createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
