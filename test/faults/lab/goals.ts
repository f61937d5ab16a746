// What issue 8 asks of storage, delivery and privacy, G1–G37, and how far the product is known to reach it: by rounds of this lab, or by another
// test, or not.
import type { Scenario } from './scenario.js';
import type { Results } from './results.js';

interface Goal {
  readonly id: string;
  readonly goal: string;
  /** Scenarios whose rounds are the figure. */
  readonly by?: readonly string[];
  /** What is not in these rounds, where else it is tested, or why it was not run. */
  readonly more?: string;
}

const goals: readonly Goal[] = [
  {
    id: 'G1',
    goal: 'browser killed in the middle of writes, LevelDB and SQLite, 1,000 each: nothing acked is lost or torn, no record without its outbox row',
    by: ['kills-leveldb', 'kills-sqlite', 'kills-firefox'],
  },
  {
    id: 'G2',
    goal: '200 power cuts: nothing acked is lost',
    by: ['power-cuts', 'slow-disk'],
    more: 'Simulated: files of LevelDB are cut to what was flushed. No real loss of power, no SQLite.',
  },
  {
    id: 'G3',
    goal: 'all saves of a person are strict',
    more: 'Not counted as a share. The mutant `relaxed` is caught by `power-cuts`, and `early-ack` by `slow-disk`.',
  },
  {
    id: 'G4',
    goal: '200 kills during an upgrade of the schema: no row lost, never mixed',
    by: ['key-changes'],
    more: 'Not run as such: the upgrade from 0.1 rewrites no row (`test/records/storage/released-shapes.spec.ts`). What rewrites all rows is a change of the key.',
  },
  {
    id: 'G5',
    goal: 'quota fault at every write: typed error, nothing acked lost, form text equal',
    more: 'Not run at every write. An act and a draft, refused at the request and at the commit: `test/records/faults.spec.ts`.',
  },
  { id: 'G6', goal: 'full disk, then room again: typed error, recovers without a new load, nothing acked lost', by: ['disk-full'] },
  {
    id: 'G7',
    goal: '8 tabs × 200 writes on one record: no lost update, every conflict told',
    by: ['races-leveldb', 'races-sqlite', 'races-firefox'],
  },
  {
    id: 'G8',
    goal: 'blocked upgrade: notice within 5 s, draft kept, goes on after the old tab closes',
    more: 'One opening each, both engines, with a clock of the test: `test/records/storage/blocked.spec.ts`. How soon it goes on is not measured.',
  },
  {
    id: 'G9',
    goal: 'storage cleared during writes: always told, unsent text offered again',
    by: ['early-losses-leveldb', 'early-losses-firefox'],
    more: 'Under an open page: `test/records/cleared-storage.spec.ts`, by deleting the database.',
  },
  {
    id: 'G10',
    goal: 'connection lost 1–3 times or for ever: recovers, or typed error within 10 s, no flood',
    more: '`test/records/faults.spec.ts`, “a lost connection to the database”, with a clock of the test.',
  },
  {
    id: 'G11',
    goal: 'an opening that never ends: typed error within 10 s',
    more: '`test/records/faults.spec.ts`: counts as blocked after 5 s. The store does not fall back to memory, because it may hold records.',
  },
  {
    id: 'G12',
    goal: 'damaged files, 4 ways × 2 backends: always told, no silent fresh start, nothing deleted',
    by: ['corruption-leveldb', 'corruption-sqlite'],
    more: 'Chromium itself deletes what it finds damaged; the product cannot prevent it, and tells it.',
  },
  {
    id: 'G13',
    goal: 'older code on a newer database: typed error, database unchanged',
    more: '`test/records/faults.spec.ts` and `test/records/storage/blocked.spec.ts` hold the error. The bytes are not compared.',
  },
  {
    id: 'G14',
    goal: 'two bundles on a page: no uncaught error, the first wins',
    more: '`test/contracts/community.spec.ts`, “registration of a tag”. No round with two whole bundles.',
  },
  {
    id: 'G15',
    goal: '500 cycles × 2 tabs of kills with 503, lost answers, slow answers, refusals: nothing acked is neither delivered nor listed, no double effect, no inversion',
    by: ['kills-leveldb', 'kills-sqlite', 'kills-firefox'],
    more: 'These rounds are the same as of G1. Inversions are not counted apart; the newest revision of each record is compared with the backend.',
  },
  {
    id: 'G16',
    goal: 'takeover from a crashed tab within 1 s, from a frozen one within 15 s (by decision: 40 s)',
    more: '`test/records/sync/leases.spec.ts`, with a clock of the test. No p95 was measured.',
  },
  { id: 'G17', goal: 'no attempt is spent without a listener', more: '`test/contracts/events.spec.ts`, `test/records/sync/leases.spec.ts`.' },
  {
    id: 'G18',
    goal: 'nothing expires unsaid',
    more: 'No code lets a change expire. `test/records/simulation.test.ts`: 20,000 random runs of three devices.',
  },
  {
    id: 'G19',
    goal: '500 hostile texts × all fields: no script, no element, text equal',
    more: 'At least 60 texts, not 500, in every text field of the widgets: `test/security/hostile-text.spec.ts`.',
  },
  {
    id: 'G20',
    goal: '10,000 wrong properties and rows: no uncaught error',
    by: ['tampering'],
    more: 'Tables of the model: 10,000 runs (`test/model/kinds/tables.test.ts`). Properties: one list of odd values (`test/contracts/odd-values.ts`), not 10,000.',
  },
  {
    id: 'G21',
    goal: '100,000 changed copies: always a typed result, nothing taken in part, no pollution',
    by: ['copies'],
    more: 'The full round has 20,000.',
  },
  {
    id: 'G22',
    goal: 'import bombs: typed error within 500 ms, small heap',
    more: 'Refused by size before it is read (`test/records/backup/copies.spec.ts`); deep lines are among `copies`. Time and heap were not measured.',
  },
  {
    id: 'G23',
    goal: 'export, import, export: equal to the byte for 10,000 data sets',
    more: 'One data set for each way to keep: `test/records/backup/copies.spec.ts`. Not 10,000.',
  },
  {
    id: 'G24',
    goal: 'no violation of the strict policy, both engines',
    more: '0: every page test in `npm test` runs under the policy with Trusted Types, and fails at a violation (`test/testing/page.js`).',
  },
  {
    id: 'G25',
    goal: 'no request by the suite',
    more: 'The policy of the page tests has `connect-src` for the test runner alone, and no violation occurs. A server that records was not run.',
  },
  {
    id: 'G26',
    goal: 'no text of a person outside of the allowed places',
    by: ['leaks'],
    more: 'A session recorder (rrweb) was not run.',
  },
  {
    id: 'G27',
    goal: 'no text and no key in the profile after lock, purge, exit',
    more: '`test/security/canary.journey.ts` and `test/security/key-change.journey.ts`: one profile for each engine. Not with SQLite.',
  },
  { id: 'G28', goal: '1,000 wrong keys: locked each time, nothing changed on the disk', by: ['wrong-keys'] },
  { id: 'G29', goal: '10,000 changed rows: all noticed, the others readable', by: ['tampering'] },
  { id: 'G30', goal: 'no nonce twice in 1,000,000 writes', more: 'Not run. Each nonce is 96 random bits of the browser.' },
  {
    id: 'G31',
    goal: 'sandboxed and foreign frames: nothing kept, and said (plain `http:` keeps, by decision)',
    more: 'Storage that is off: `test/records/faults.spec.ts`, “no storage”. Frames were not run.',
  },
  {
    id: 'G32',
    goal: 'idle lock within 2 s of waking, nothing readable after',
    more: '`test/elements/community/idle-lock.spec.ts`, with a clock of the test.',
  },
  {
    id: 'G33',
    goal: 'each widget added and removed 1,000 times: no heap, listener or node more',
    more: '100 times, listeners and timers: `test/contracts/element.contract.ts`. The heap was not measured.',
  },
  {
    id: 'G34',
    goal: '8 h, 2 tabs, an act a second, a fault a minute: nothing lost, heap steady',
    by: ['soak'],
    more: 'Two hours at most; the heap was not measured.',
  },
  {
    id: 'G35',
    goal: 'clock a year off, summer time, leap day: order unchanged, no retry later than its limit',
    more: 'A clock that is set back or far ahead: `test/records/sync/leases.spec.ts`. Summer time and leap day were not run.',
  },
  {
    id: 'G36',
    goal: 'at most 5 runtime dependencies, no install script, provenance, equal builds',
    more: '7 dependencies: `@lit/context`, `@noble/ciphers`, `@noble/hashes`, `idb`, `lit`, `uuidv7`, `zod`; no install script of ours. Not published yet; builds were not compared.',
  },
  { id: 'G37', goal: 'a save of 10 kB: p95 under 50 ms', more: 'The median of an act is in `test/bench/RESULTS.md`. No p95 of 10 kB was measured.' },
];

/** The goals as a Markdown table. */
export function goalTable(scenarios: readonly Scenario[], results: Results): string {
  const reached = (name: string): string => {
    const scenario = scenarios.find((one) => one.name === name);
    if (!scenario) throw new Error(`A goal names ${name}, which is no scenario`);
    const faults = results.of(name).flatMap((line) => line.faults).length;
    const done = results.done(name);
    return done === 0 ? `\`${name}\` not run` : `\`${name}\` ${done} of ${scenario.total.full} ${scenario.unit}, ${faults} faults`;
  };
  const rows = goals.map(({ id, goal, by = [], more = '' }) => `| ${id} | ${goal} | ${by.map(reached).join(' · ') || '–'} | ${more} |`);
  return ['| # | goal | rounds of this lab | elsewhere, or why not |', '|---|---|---|---|', ...rows].join('\n');
}
