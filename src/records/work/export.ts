import { mayRead } from '../../model/may-read.js';
import type { Change } from '../../model/record.js';
import { isUnreadable } from '../errors.js';
import type { Ground, Session } from '../ground.js';
import type { OutboxRow, RecordRow } from '../disk/shapes.js';
import { only } from '../disk/shelf.js';
import type { Records } from '../types.js';
import { besideOf } from './beside.js';
import { format, type Head, lineOf, version } from './copy.js';
import type { Following, Steps } from './works.js';

const pageOf = 200;

/**
 * Makes a copy of what the person may read here, and of their own changes that no backend has yet: JSON Lines, oldest first,
 * behind a line that names the format, its version, the community, the person, when it was made, and how much follows.
 *
 * **The copy is in clear.** Nothing locks it: whoever has the file reads it. Say so before you make one, and let the person choose
 * where it goes. Drafts, and what stands in `troubles()`, are not in it. What does not open is left out.
 *
 * @param records an open store
 * @param following `signal` stops it: then there is no copy. `onProgress` hears how many of how many rows were looked at
 * @returns a file of type `application/x-ndjson`, in UTF-8
 * @throws MilieuError `cancelled`, `locked`, `closed`, `connection`
 */
export async function exportRecords(records: Records, following: Following = {}): Promise<Blob> {
  const { works, ground } = besideOf(records);
  const at = await ground();
  return works.run('export', (steps) => copied(at, steps), following);
}

async function copied(ground: Ground, steps: Steps): Promise<Blob> {
  const session = ground.session();
  const of = await ground.shelf.run(['rows'], 'read', (tx) => tx.count('rows'));
  const lines: string[] = [];
  const waiting = new Map<number, OutboxRow>();
  let done = 0;
  let last: string | undefined;
  await steps.step(done, of);
  do {
    const page = await pageAfter(ground, last);
    last = page.at(-1)?.row.id;
    for (const { row, queue } of page) {
      const mine = queue.filter(({ who }) => who === session.who);
      for (const one of mine) waiting.set(one.seq, one);
      const line = await recordLine(ground, session, row, mine.length > 0 && mine.length === queue.length);
      if (line) lines.push(line);
      await steps.step(++done, Math.max(done, of));
    }
  } while (last !== undefined);
  const changes = await changeLines(session, waiting, steps);
  const head: Head = {
    format,
    version,
    community: ground.community,
    person: ground.actor.person,
    at: new Date(ground.clock.now()).toISOString(),
    records: lines.length,
    changes: changes.length,
  };
  return new Blob([lineOf(head), ...lines, ...changes], { type: 'application/x-ndjson' });
}

/** Rows with the changes that wait on them: read together, so that a change is never on its way between the two. */
function pageAfter(ground: Ground, after: string | undefined): Promise<{ row: RecordRow; queue: OutboxRow[] }[]> {
  return ground.shelf.run(['rows', 'outbox'], 'read', async (tx) => {
    const rows = await tx.all('rows', { limit: pageOf, ...(after === undefined ? {} : { from: after, after: true }) });
    const page: { row: RecordRow; queue: OutboxRow[] }[] = [];
    for (const row of rows) page.push({ row, queue: row.rev > row.base ? await tx.all('outbox', only('ids', row.id)) : [] });
    return page;
  });
}

/** `unsent`: only the person's own changes stand between what the backend has and what is here, and they go along. */
async function recordLine(ground: Ground, { boxes }: Session, row: RecordRow, unsent: boolean): Promise<string | undefined> {
  const sealed = unsent ? row.was : row;
  const record = sealed && (await readable(boxes.version(row.id, sealed)));
  return record && mayRead(record, ground.actor) ? lineOf({ record }) : undefined;
}

async function changeLines({ boxes }: Session, waiting: ReadonlyMap<number, OutboxRow>, steps: Steps): Promise<string[]> {
  const lines: string[] = [];
  for (const [, row] of [...waiting].sort(([a], [b]) => a - b)) {
    steps.check();
    const change: Change | undefined = await readable(boxes.change(row));
    if (change) lines.push(lineOf({ change }));
  }
  return lines;
}

async function readable<T>(opening: Promise<T>): Promise<T | undefined> {
  try {
    return await opening;
  } catch (error) {
    if (!isUnreadable(error)) throw error;
    return undefined;
  }
}
