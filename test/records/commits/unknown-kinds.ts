import { uuidv7 } from 'uuidv7';
import { dataSchemas } from '../../../src/model/kinds/all.schema.js';
import { kinds } from '../../../src/model/kinds/tables.js';
import type { Change } from '../../../src/model/change.js';
import type { MilieuRecord } from '../../../src/model/record.js';
import type { Kind } from '../../../src/model/transition.js';
import { codeOf } from '../../../src/records/base/errors.js';
import type { Failure, Records } from '../../../src/records/base/types.js';
import { currentOf, readRaw } from '../read-disk.js';
import { open, until } from '../store-setup.js';

let count = 0;
const learned: string[] = [];
const tables = kinds as Record<string, Kind>;
const schemas = dataSchemas as Map<string, unknown>;
afterEach(() => {
  for (const kind of learned.splice(0)) {
    delete tables[kind];
    schemas.delete(kind);
  }
});

/** The name of a kind that no test has used before: schemas are remembered by name. */
export const newKind = (): string => `thought-${++count}`;

/** From now on this version knows the kind, which is like a practice with a card. */
export function learn(kind: string): void {
  tables[kind] = { ...kinds['practice']!, kind };
  schemas.set(kind, dataSchemas.get('practice'));
  learned.push(kind);
}

/** A record of this kind, of the person who acts in the tests, with words that must not be lost. */
export const ofKind = (kind: string, community: string, more: Partial<MilieuRecord> = {}): MilieuRecord => ({
  id: uuidv7(),
  kind,
  v: 1,
  community,
  by: 'p-1',
  to: [],
  visibility: 'self',
  at: new Date().toISOString(),
  status: 'kept',
  rev: 1,
  data: { card: 'c1', title: 'Words of a newer version', seconds: 60 },
  ...more,
});

/** The change that makes this record. */
export const keepOf = (record: MilieuRecord): Change => ({
  key: uuidv7(),
  action: 'keep',
  by: record.by,
  as: 'resident',
  at: record.at,
  community: record.community,
  records: [record],
});

export const code = async (work: Promise<unknown>): Promise<string> => work.then(() => 'nothing', codeOf);
export const kept = async (records: Records, kind: string): Promise<MilieuRecord[]> => (await records.list({ kind })).map(({ record }) => record);
export const asideIn = async (name: string): Promise<string[]> => (await readRaw(await currentOf(name)))['aside']!.map(({ id }) => String(id)).sort();
export const linesOf = async (copy: Blob): Promise<Record<string, unknown>[]> =>
  (await copy.text())
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line) => JSON.parse(line) as Record<string, unknown>);

/** A store that pulls what `pages` say, one page for each pull, with what the host is told. */
export async function pulling(community: string, pages: unknown[][], more: Partial<Parameters<typeof open>[0]> = {}) {
  const cursors: (string | undefined)[] = [];
  const failures: Failure[] = [];
  let begin = (): void => undefined;
  const watched = new Promise<void>((resolve) => (begin = resolve));
  const pull = async (cursor: string | undefined) => {
    await watched;
    cursors.push(cursor);
    const page = Number(cursor ?? 0);
    return { records: (pages[page] ?? []) as MilieuRecord[], cursor: String(Math.min(page + 1, pages.length)) };
  };
  const records = await open({ community, pull, ...more });
  records.watchFailures((failure) => failures.push(failure));
  begin();
  await until(() => cursors.length > 0 && Number(cursors.at(-1) ?? 0) === pages.length, 'all pages');
  await records.pull().catch(() => undefined); // it waits for the one that is under way
  return { records, failures, cursors };
}
