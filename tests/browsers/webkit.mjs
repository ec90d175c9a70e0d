// WebKit, Safari's engine, by as much of a W3C WebDriver client as the tests need.

import { spawn } from 'node:child_process';
import net from 'node:net';
import { PATIENCE, pause } from '../patience.mjs';

const MINI_BROWSER = '/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser';

/** How long the driver may take until it answers, and a browser until it is open, before the next attempt: some never do. */
const START = 60_000;

/** How long a command may take: more than any script of the tests, so that a script's own message comes first. */
const COMMAND = 1.5 * PATIENCE;

/** A browser that does not open at the first attempt, on a busy machine, mostly does at the next. */
const ATTEMPTS = 3;

/** A page of WebKitGTK's MiniBrowser on a screen of its own. */
export async function openWebKit() {
  for (let attempt = 1; ; attempt += 1) {
    const driver = await startDriver();
    try {
      return await openPage(driver);
    } catch (error) {
      driver.end();
      const told = `WebKit did not open (attempt ${attempt} of ${ATTEMPTS}): ${error.message}\n${driver.said()}`;
      if (attempt === ATTEMPTS) {
        throw new Error(told, { cause: error });
      }
      console.log(told);
    }
  }
}

/** The driver, on a screen that only it sees; what it says is kept for when something goes wrong. */
async function startDriver() {
  const port = await freePort();
  const program = spawn('xvfb-run', ['--auto-servernum', 'WebKitWebDriver', `--port=${port}`], {
    stdio: ['ignore', 'pipe', 'pipe'],
    // A process group, since xvfb-run does not pass signals on.
    detached: true,
    env: { ...process.env, WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1', NO_AT_BRIDGE: '1', GSETTINGS_BACKEND: 'memory' },
  });
  let said = '';
  for (const stream of [program.stdout, program.stderr]) {
    stream.on('data', (data) => { said = (said + data).slice(-4000); });
  }
  program.on('error', (error) => { said += error.message; });
  const isOver = () => program.exitCode !== null || program.signalCode !== null;
  program.on('exit', (code, signal) => { said += `\nthe driver ended: ${signal ?? code}`; });
  const end = () => {
    if (program.pid && !isOver()) {
      process.kill(-program.pid, 'SIGKILL');
    }
  };
  // Not even a run that is broken off leaves browsers behind.
  process.once('exit', end);
  return { port, isOver, said: () => said.trim(), end };
}

async function openPage(driver) {
  const send = async (method, path, body, limit = COMMAND) => {
    const request = { method, body: body && JSON.stringify(body), signal: AbortSignal.timeout(limit) };
    const response = await fetch(`http://127.0.0.1:${driver.port}${path}`, request).catch((error) => {
      throw new Error(`${method} ${path}: ${error.cause?.message ?? error.message}`);
    });
    const { value } = await response.json();
    if (value?.error) {
      throw new Error(`${value.error}: ${value.message}`);
    }
    return value;
  };
  // Until the driver listens nothing answers; after that each command has its own time.
  for (const end = Date.now() + START; ; await pause(100)) {
    const status = await send('GET', '/status', undefined, 5000).catch((error) => error);
    if (status.ready) {
      break;
    }
    if (driver.isOver() || Date.now() > end) {
      throw new Error(`the driver does not answer: ${status.message}`);
    }
  }
  const { sessionId } = await send('POST', '/session', {
    capabilities: { alwaysMatch: { 'webkitgtk:browserOptions': { binary: MINI_BROWSER, args: ['--automation'] } } },
  }, START);
  const session = `/session/${sessionId}`;
  await send('POST', `${session}/timeouts`, { script: PATIENCE, pageLoad: PATIENCE });
  await send('POST', `${session}/window/rect`, { width: 1200, height: 900 });
  return {
    async close() {
      await send('DELETE', session, undefined, 10_000).catch(() => {});
      driver.end();
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

function freePort() {
  return new Promise((resolve) => {
    const server = net.createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
