import { existsSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Report } from '../lab/host.js';
import type { Chance } from '../../records/simulation/seeded-random.js';
import type { Round, RoundInput, Scenario } from '../lab/scenario.js';
import { onePerProfile, onStage, pause } from '../lab/stage.js';

type Backend = 'leveldb' | 'sqlite';

/** The folder of Chromium's database of the page's origin. */
function databaseFolder(profile: string, backend: Backend): string {
  const all = join(profile, 'Default/IndexedDB');
  const [name] = readdirSync(all).filter((one) => one.endsWith('.indexeddb.leveldb') === (backend === 'leveldb') && !one.endsWith('.blob'));
  if (!name) throw new Error('the browser has no database');
  return join(all, name);
}

const files = (folder: string, pattern: RegExp): readonly string[] =>
  readdirSync(folder)
    .filter((name) => pattern.test(name))
    .map((name) => join(folder, name));

/** Changes 40 bytes somewhere. */
function flip(file: string, chance: Chance): void {
  const bytes = readFileSync(file);
  const from = chance.below(Math.max(1, bytes.length - 40));
  for (let at = from; at < Math.min(bytes.length, from + 40); at++) bytes[at]! ^= 0x5a;
  writeFileSync(file, bytes);
}

function overwriteHead(file: string): void {
  const bytes = readFileSync(file);
  bytes.write('garbage');
  writeFileSync(file, bytes);
}

const [sqliteLog, sqliteFile] = [/-wal$/, /^[^-]+$/];

/** What can happen to the browser's own files. */
const damages: Readonly<Record<Backend, Readonly<Record<string, (folder: string, chance: Chance) => void>>>> = {
  leveldb: {
    'the file that names the newest version is garbage': (folder) => writeFileSync(join(folder, 'CURRENT'), 'garbage'),
    'the table of contents is cut': (folder) => files(folder, /^MANIFEST/).forEach((file) => truncateSync(file, 7)),
    'bytes of the log are changed': (folder, chance) => files(folder, /\.log$/).forEach((file) => flip(file, chance)),
    'the log is gone': (folder) => files(folder, /\.log$/).forEach((file) => rmSync(file)),
  },
  sqlite: {
    'the head of the file is garbage': (folder) => files(folder, sqliteFile).forEach(overwriteHead),
    'the file is cut': (folder) => files(folder, sqliteFile).forEach((file) => truncateSync(file, Math.floor(statSync(file).size / 2))),
    'bytes of the log are changed': (folder, chance) => files(folder, sqliteLog).forEach((file) => flip(file, chance)),
    'the log is gone': (folder) => files(folder, sqliteLog).forEach((file) => rmSync(file)),
  },
};

/** Whether the browser, or the product, has left what it could not open where it lay. */
const isThere = (folder: string, backend: Backend): boolean =>
  backend === 'leveldb' ? existsSync(join(folder, 'CURRENT')) : files(folder, sqliteFile).length > 0;

const damageOnce = (input: RoundInput, backend: Backend, what: string): Promise<Round> =>
  onStage(input, 'acts', backend, async (stage) => {
    const { host, profile } = stage;
    const saved = new Set<unknown>();
    host.on('acked', ({ id }) => saved.add(id));
    const acting = host.next('acked');
    await stage.during(host.url({ tab: 'a', boot: '0', plain: '1' }), async () => {
      await acting;
      await pause(input.chance.below(3000));
    });
    const folder = databaseFolder(profile, backend);
    damages[backend][what]?.(folder, input.chance);
    host.script = 'opens';
    const { status, count, code } = (await stage.visit(host.url({ tab: 'a', gone: '1' }), 'opened')) as Report & {
      status: { store: string; code?: string; loss?: string };
    };
    const all = typeof count === 'number' && count >= saved.size;
    const isTold = status.store !== 'open' || status.code !== undefined || code !== undefined;
    stage.count(all ? 'all there' : `${status.store} ${status.code ?? (typeof code === 'string' ? code : '')}`.trim());
    if (status.store === 'lost') stage.count(`told that ${String(status.loss)} is gone`);
    if (status.store === 'lost' && (status.loss === 'some') !== Number(count) > 0)
      stage.faults.push(`${what}: ${String(count)} of ${saved.size} records, and it is said that ${String(status.loss)} is gone`);
    if (!all && !isTold) stage.faults.push(`${what}: ${String(count)} of ${saved.size} records, and nobody is told`);
    if (status.store === 'failed' && !isThere(folder, backend)) stage.faults.push(`${what}: what could not be opened was deleted`);
    stage.done = 1;
  });

const corruption = (backend: Backend, short: number): Scenario => ({
  name: `corruption-${backend}`,
  promise: 'When the files of the browser are damaged, everything is there or the status says what happened; nothing begins anew unsaid',
  unit: 'damages',
  total: { short, full: 100 },
  perRound: 10,
  round: (input) =>
    onePerProfile(input.size, (at) => {
      const all = Object.keys(damages[backend]);
      return damageOnce(input, backend, all[at % all.length]!);
    }),
});

export const scenarios: readonly Scenario[] = [corruption('leveldb', 4), corruption('sqlite', 0)];
