// A launcher of @web/test-runner for WebKitGTK: MiniBrowser behind WebKitWebDriver, controlled by plain WebDriver requests.
import { spawn } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { createServer } from 'node:net';
import { delimiter, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

const runnable = (path) => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};
const onPath = (name) =>
  (process.env.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder, name))
    .find(runnable);
const browserPlaces = ['x86_64-linux-gnu', 'aarch64-linux-gnu'].map((arch) => `/usr/lib/${arch}/webkit2gtk-4.1/MiniBrowser`);

/** The programs that a run in WebKit needs, or undefined if one is missing. */
export function findWebkit() {
  const browser = [process.env.MINIBROWSER_PATH, ...browserPlaces, '/usr/libexec/webkit2gtk-4.1/MiniBrowser'].find((path) => path && runnable(path));
  const driver = onPath('WebKitWebDriver');
  const display = process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY ?? onPath('Xvfb');
  return browser && driver && display ? { browser, driver } : undefined;
}

const freePort = () =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address?.port));
    });
  });

async function startDisplay(children) {
  const display = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1280x800x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  children.push(display);
  const number = await new Promise((resolve, reject) => {
    display.stdio[3]?.once('data', (data) => resolve(String(data).trim()));
    display.once('error', reject);
  });
  return `:${number}`;
}

async function answering(url) {
  for (let tries = 0; ; tries++) {
    try {
      return await fetch(url);
    } catch (error) {
      if (tries > 200) throw error;
      await wait(50);
    }
  }
}

class WebDriver {
  #base = '';
  #session = '';
  #children = [];

  async start({ browser, driver }) {
    /** @type {NodeJS.ProcessEnv} */
    const env = { ...process.env, LIBGL_ALWAYS_SOFTWARE: '1', WEBKIT_DISABLE_DMABUF_RENDERER: '1', NO_AT_BRIDGE: '1' };
    if (!env.DISPLAY && !env.WAYLAND_DISPLAY) env.DISPLAY = await startDisplay(this.#children);
    const port = await freePort();
    this.#children.push(spawn(driver, [`--port=${port}`], { env, stdio: 'ignore' }));
    this.#base = `http://127.0.0.1:${port}`;
    await answering(`${this.#base}/status`);
    const alwaysMatch = { browserName: 'MiniBrowser', 'webkitgtk:browserOptions': { binary: browser, args: ['--automation'] } };
    const { sessionId } = await this.call('POST', '/session', { capabilities: { alwaysMatch } });
    this.#session = `/session/${sessionId}`;
  }

  async call(method, path, body) {
    const headers = { 'content-type': 'application/json' };
    const response = await fetch(this.#base + path, { method, headers, ...(body ? { body: JSON.stringify(body) } : {}) });
    const { value } = await response.json();
    if (!response.ok) throw new Error(`${method} ${path}: ${value.error}: ${value.message}`);
    return value;
  }

  go = (url) => this.call('POST', `${this.#session}/url`, { url });
  url = () => this.call('GET', `${this.#session}/url`);

  async stop() {
    try {
      if (this.#session) await this.call('DELETE', this.#session);
    } finally {
      for (const child of this.#children.reverse()) child.kill();
    }
  }
}

/** @param {{ browser: string, driver: string }} found */
export function webkitLauncher(found) {
  const driver = new WebDriver();
  let started, active;
  return {
    name: 'WebKit',
    type: 'webdriver',
    concurrency: 1,
    async startSession(id, url) {
      await (started ??= driver.start(found));
      active = id;
      await driver.go(url);
    },
    isActive: (id) => active === id,
    getBrowserUrl: () => driver.url(),
    async stopSession() {
      active = undefined;
      await driver.go('about:blank');
      return {};
    },
    stop: () => driver.stop(),
    async startDebugSession() {
      throw new Error('WebKit cannot be opened for debugging from here.');
    },
  };
}
