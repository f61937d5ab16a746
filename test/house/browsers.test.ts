import assert from 'node:assert/strict';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { describe, test } from 'node:test';
import { engines, ensure, find, installCommands, mayInstall, places } from '../../scripts/browsers.mjs';

type Engine = (typeof engines)[number];
const debian = { platform: 'linux' as const, uid: 0, release: 'PRETTY_NAME="Debian"\nID=debian\n' };
const person = { ...debian, uid: 1000 };

/** A machine where a browser exists after it was installed. */
function machineWith(...here: string[]) {
  const commands: string[] = [];
  const locate = (engine: Engine): string | undefined => (here.includes(engine) ? `/bin/${engine}` : undefined);
  const install = (command: string[]): boolean => {
    commands.push(command.join(' '));
    if (command.includes('install')) here.push(...engines.filter((engine) => command.some((word) => word.startsWith(engine))));
    return true;
  };
  return { locate, install, commands };
}

describe('finding browsers', () => {
  test('a browser is looked for in its variable, then on PATH', () => {
    const env = { CHROME_PATH: '/own/chrome', PATH: ['/a', '/b'].join(delimiter) };
    assert.deepEqual(places('chromium', { env, platform: 'linux' }).slice(0, 3), ['/own/chrome', join('/a', 'chromium'), join('/b', 'chromium')]);
  });

  test('a browser is looked for at its usual places', () => {
    assert.ok(places('firefox', { env: {}, platform: 'darwin' }).includes('/Applications/Firefox.app/Contents/MacOS/firefox'));
    assert.ok(places('chromium', { env: { PROGRAMFILES: 'C' }, platform: 'win32' }).some((place: string) => place.endsWith('chrome.exe')));
  });

  test('a browser is found only where its file can be run', () => {
    const folder = mkdtempSync(join(tmpdir(), 'browsers-'));
    const machine = { env: { PATH: folder }, platform: 'linux' };
    try {
      assert.equal(find('firefox', { env: { PATH: '' }, platform: 'linux' }), undefined);
      const path = join(folder, 'firefox');
      writeFileSync(path, '', { mode: 0o644 });
      assert.equal(find('firefox', machine), undefined);
      chmodSync(path, 0o755);
      assert.equal(find('firefox', machine), path);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  test('browsers are installed only by root on Debian or a system like it', () => {
    assert.equal(mayInstall(debian), true);
    assert.equal(mayInstall({ ...debian, release: 'ID=ubuntu\nID_LIKE=debian' }), true);
    assert.equal(mayInstall(person), false);
    assert.equal(mayInstall({ ...debian, release: 'ID=fedora' }), false);
    assert.equal(mayInstall({ ...debian, platform: 'darwin' as const }), false);
  });

  test('nothing is installed if all browsers are there', () => {
    const { locate, install, commands } = machineWith('chromium', 'firefox');
    assert.deepEqual(ensure({ locate, install, machine: debian }), { chromium: '/bin/chromium', firefox: '/bin/firefox' });
    assert.deepEqual(commands, []);
  });

  test('missing browsers are installed together', () => {
    const { locate, install, commands } = machineWith();
    assert.deepEqual(ensure({ locate, install, machine: debian }), { chromium: '/bin/chromium', firefox: '/bin/firefox' });
    assert.deepEqual(commands, ['apt-get update -qq', 'apt-get install -y -qq --no-install-recommends chromium firefox-esr']);
    assert.deepEqual(installCommands(['firefox'])[1]?.at(-1), 'firefox-esr');
  });

  test('a browser that cannot be installed is named, with the command', () => {
    const { locate, install, commands } = machineWith('chromium');
    assert.throws(() => ensure({ locate, install, machine: person }), /No firefox found.*apt-get install -y firefox-esr.*FIREFOX_PATH=/);
    assert.deepEqual(commands, []);
    assert.throws(() => ensure({ locate, install: () => false, machine: debian }), /No firefox found/);
  });
});
