import { existsSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Report } from '../lab/host.js';
import type { Chance } from '../../records/simulation/seeded-random.js';
import type { Round, RoundInput, Scenario } from '../lab/scenario.js';
import { onePerProfile, onStage, pause } from '../lab/stage.js';

/** The folder of Chromium's database of the page's origin. */
function databaseFolder(profile: string): string {
  const all = join(profile, 'Default/IndexedDB');
  const [name] = readdirSync(all).filter((one) => one.endsWith('.indexeddb.leveldb'));
  if (!name) throw new Error('the browser has no database');
  return join(all, name);
}

const files = (folder: string, pattern: RegExp): readonly string[] =>
  readdirSync(folder)
    .filter((name) => pattern.test(name))
    .map((name) => join(folder, name));

/** What can happen to the browser's own files. */
const damages: Readonly<Record<string, (folder: string, chance: Chance) => void>> = {
  'the file that names the newest version is garbage': (folder) => writeFileSync(join(folder, 'CURRENT'), 'garbage'),
  'the table of contents is cut': (folder) => files(folder, /^MANIFEST/).forEach((file) => truncateSync(file, 7)),
  'bytes of the log are changed': (folder, chance) =>
    files(folder, /\.log$/).forEach((file) => {
      const bytes = readFileSync(file);
      const from = chance.below(Math.max(1, bytes.length - 40));
      for (let at = from; at < Math.min(bytes.length, from + 40); at++) bytes[at]! ^= 0x5a;
      writeFileSync(file, bytes);
    }),
  'the log is gone': (folder) => files(folder, /\.log$/).forEach((file) => rmSync(file)),
};

/** ms: Chromium writes local storage some seconds late. What the product notes there tells a loss from a first visit. */
const noteWritten = 8000;

const damageOnce = (input: RoundInput, what: string): Promise<Round> =>
  onStage(input, 'acts', 'leveldb', async (stage) => {
    const { host, profile } = stage;
    const saved = new Set<unknown>();
    host.on('acked', ({ id }) => saved.add(id));
    const acting = host.next('acked');
    await stage.during(host.url({ tab: 'a', boot: '0' }), async () => {
      await acting;
      await pause(noteWritten + input.chance.below(1000));
    });
    const folder = databaseFolder(profile);
    damages[what]?.(folder, input.chance);
    host.script = 'opens';
    const { status, count, code } = (await stage.visit(host.url({ tab: 'a' }), 'opened')) as Report & { status: { store: string; code?: string } };
    const all = typeof count === 'number' && count >= saved.size;
    const isTold = status.store !== 'open' || status.code !== undefined || code !== undefined;
    stage.count(all ? 'all there' : `${status.store} ${status.code ?? (typeof code === 'string' ? code : '')}`.trim());
    if (!all && !isTold) stage.faults.push(`${what}: ${String(count)} of ${saved.size} records, and nobody is told`);
    if (status.store === 'failed' && !existsSync(join(folder, 'CURRENT'))) stage.faults.push(`${what}: what could not be opened was deleted`);
    stage.done = 1;
  });

export const scenarios: readonly Scenario[] = [
  {
    name: 'corruption',
    promise: 'When the files of the browser are damaged, everything is there or the status says what happened; nothing begins anew unsaid',
    unit: 'damages',
    total: { short: 4, full: 100 },
    perRound: 10,
    round: (input) => onePerProfile(input.size, (at) => damageOnce(input, Object.keys(damages)[at % Object.keys(damages).length]!)),
  },
];
