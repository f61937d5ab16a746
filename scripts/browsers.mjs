// Finds the browsers that the tests drive; on Debian as root it installs those that are missing. `node scripts/browsers.mjs` prints their paths.
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Per browser: the environment variable that names it, its Debian package, its names on PATH and its usual places. */
const known = {
  chromium: {
    variable: 'CHROME_PATH',
    debian: 'chromium',
    names: ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'microsoft-edge', 'chrome', 'msedge'],
    darwin: ['Google Chrome', 'Chromium', 'Microsoft Edge'],
    win32: ['Google/Chrome/Application/chrome.exe', 'Chromium/Application/chrome.exe', 'Microsoft/Edge/Application/msedge.exe'],
  },
  firefox: {
    variable: 'FIREFOX_PATH',
    debian: 'firefox-esr',
    names: ['firefox-esr', 'firefox'],
    darwin: ['Firefox', 'Firefox Developer Edition'],
    win32: ['Mozilla Firefox/firefox.exe'],
  },
};
/** @typedef {'chromium' | 'firefox'} Engine */
/** @type {readonly Engine[]} */
export const engines = ['chromium', 'firefox'];

function runnable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

const onPath = (names, { env, platform }) =>
  names.flatMap((name) => (env.PATH ?? '').split(delimiter).map((folder) => join(folder, platform === 'win32' ? `${name}.exe` : name)));

const macPlaces = (names) => names.map((name) => `/Applications/${name}.app/Contents/MacOS/${name.startsWith('Firefox') ? 'firefox' : name}`);

const windowsPlaces = (names, env) =>
  [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter(Boolean).flatMap((folder) => names.map((name) => join(folder, name)));

/**
 * The paths where `engine` may be on this machine, best first. `machine` is given in tests.
 * @param {Engine} engine
 * @param {{ env: Record<string, string | undefined>, platform: string }} [machine]
 * @returns {string[]}
 */
export function places(engine, machine = { env: process.env, platform: process.platform }) {
  const { variable, names, darwin, win32 } = known[engine];
  const byPlatform = { darwin: () => macPlaces(darwin), win32: () => windowsPlaces(win32, machine.env) };
  const usual = Object.entries(byPlatform).find(([platform]) => platform === machine.platform)?.[1]() ?? [];
  return [machine.env[variable], ...onPath(names, machine), ...usual].filter((path) => path !== undefined && path !== '');
}

/**
 * @param {Engine} engine
 * @param {Parameters<typeof places>[1]} [machine]
 * @returns {string | undefined} its path, if it is here
 */
export const find = (engine, machine) => places(engine, machine).find(runnable);

/** Whether this process may install Debian packages. */
export function mayInstall({ platform, uid, release }) {
  return platform === 'linux' && uid === 0 && /^ID(_LIKE)?=.*debian/m.test(release);
}

const thisMachine = () => ({
  platform: process.platform,
  uid: process.getuid?.(),
  release: existsSync('/etc/os-release') ? readFileSync('/etc/os-release', 'utf8') : '',
});

/**
 * The two commands that install `missing` on Debian.
 * @param {readonly Engine[]} missing
 * @returns {string[][]}
 */
export const installCommands = (missing) => [
  ['apt-get', 'update', '-qq'],
  ['apt-get', 'install', '-y', '-qq', '--no-install-recommends', ...missing.map((engine) => known[engine].debian)],
];

/** @param {string[]} command with its arguments */
const apt = ([command = '', ...args]) =>
  spawnSync(command, args, { stdio: ['ignore', 2, 2], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } }).status === 0;

/**
 * The paths of the browsers; installs missing ones first if it may.
 * @returns {{ chromium: string, firefox: string }}
 * @throws {Error} with the command to run, if a browser is missing and cannot be installed
 */
export function ensure({ locate = find, machine = thisMachine(), install = apt } = {}) {
  const missing = engines.filter((engine) => !locate(engine));
  if (missing.length && mayInstall(machine)) installCommands(missing).every((command) => install(command));
  const [chromium, firefox] = [locate('chromium'), locate('firefox')];
  if (!chromium || !firefox) throw new Error(advice(engines.filter((engine) => !locate(engine))));
  return { chromium, firefox };
}

function advice(missing) {
  const packages = missing.map((engine) => known[engine].debian).join(' ');
  const variables = missing.map((engine) => `${known[engine].variable}=/path/to/${engine}`).join(' ');
  return `No ${missing.join(' and no ')} found. Install ${missing.length > 1 ? 'them' : 'it'} (Debian: sudo apt-get install -y ${packages}) or set ${variables}.`;
}

/** Flags for a quiet headless Chromium. The sandbox is only off where Chromium cannot use it. */
export const chromiumArgs = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--force-color-profile=srgb',
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
];

/** Preferences for a quiet Firefox. The thumbnail service must be off: it opens pages a second time, with a separate store. */
export const firefoxPrefs = {
  'browser.pagethumbnails.capturing_disabled': true,
  'browser.chrome.site_icons': false,
  'browser.startup.page': 0,
  'browser.tabs.unloadOnLowMemory': false,
  'app.update.enabled': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'dom.disable_open_during_load': false,
  'extensions.getAddons.cache.enabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  // As people have it; puppeteer switches it off.
  'security.fileuri.strict_origin_policy': true,
  'toolkit.telemetry.enabled': false,
};

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    for (const [engine, path] of Object.entries(ensure())) console.log(`${engine} ${path}`);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
