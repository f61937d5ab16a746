// A real browser as a process: it is started with the address to open, and can be killed at any moment. No driver is connected.
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromiumArgs, ensure, firefoxPrefs } from '../../../scripts/browsers.mjs';

/** `sqlite`: Chromium with its newer backend of IndexedDB. */
export type Engine = 'leveldb' | 'sqlite' | 'firefox';

const backgroundTabsRun = [
  '--disable-popup-blocking',
  '--disable-backgrounding-occluded-windows',
  '--disable-renderer-backgrounding',
  '--disable-background-timer-throttling',
  '--hide-crash-restore-bubble',
];

/** A profile folder of a round; `disk` is the folder for it. */
export function newProfile(disk = tmpdir()): { readonly path: string; remove(): void } {
  const path = mkdtempSync(join(disk, 'faults-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 }) };
}

const ended = (program: ChildProcess): Promise<void> =>
  program.exitCode !== null || program.signalCode !== null ? Promise.resolve() : new Promise((resolve) => program.once('exit', () => resolve()));

export class BrowserProcess {
  private constructor(private readonly program: ChildProcess) {}

  /** `env` is added to the environment. A page opens further tabs itself: without a window, Chromium opens one address only. */
  static start(engine: Engine, profile: string, url: string, env: Readonly<Record<string, string>> = {}): BrowserProcess {
    const { chromium, firefox } = ensure();
    // After a kill these name a process that is gone.
    for (const name of ['SingletonLock', 'SingletonSocket', 'SingletonCookie', 'lock', '.parentlock']) rmSync(join(profile, name), { force: true });
    if (engine === 'firefox')
      writeFileSync(
        join(profile, 'user.js'),
        Object.entries({ ...firefoxPrefs, 'toolkit.startup.max_resumed_crashes': -1, 'browser.sessionstore.resume_from_crash': false })
          .map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`)
          .join(''),
      );
    const args =
      engine === 'firefox'
        ? ['--headless', '--no-remote', '--profile', profile, url]
        : [
            '--headless=new',
            ...chromiumArgs,
            ...backgroundTabsRun,
            ...(engine === 'sqlite' ? ['--enable-features=IdbSqliteBackingStore'] : []),
            `--user-data-dir=${profile}`,
            url,
          ];
    // A process group of its own, so that one signal ends all its processes.
    const program = spawn(engine === 'firefox' ? firefox : chromium, args, { detached: true, stdio: 'ignore', env: { ...process.env, ...env } });
    return new BrowserProcess(program);
  }

  /** Ends all its processes at once, as a crash would. */
  async kill(): Promise<void> {
    const over = ended(this.program);
    try {
      process.kill(-this.program.pid!, 'SIGKILL');
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error; // it has ended by itself
    }
    await over;
  }
}
