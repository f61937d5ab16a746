import { mayRead } from '../../model/may-read.js';
import type { Change } from '../../model/change.js';
import { isUnreadable, MilieuError } from '../base/errors.js';
import { readKey } from '../base/key.js';
import { addEntry } from '../commits/audit-entries.js';
import type { StoreContext, OpenSession } from '../context/store-context.js';
import type { OutboxRow, RecordRow } from '../storage/db-schema.js';
import { only } from '../storage/storage-adapter.js';
import { rootKeyIn } from '../crypto/key-storage.js';
import { utf8 } from '../crypto/webcrypto.js';
import type { Records } from '../base/types.js';
import { internalsOf } from '../context/internals.js';
import { format, type CopyHeader, lineOf, version } from './copy-format.js';
import type { TaskOptions, TaskProgress } from '../tasks/task-runner.js';

const pageSize = 200;

export interface CopyOptions extends TaskOptions {
  /**
   * Seals the copy, so that only who knows it can read the file: at least 8 characters. Nobody can restore it. For a copy in clear, leave this
   * field out: `exportRecords` rejects a passphrase that is there and undefined or null, because a lost value must not write in clear.
   */
  readonly passphrase?: string | undefined;
}

/**
 * Makes a copy of the records that the person may read on this device, and of their own changes that no backend has yet. The format is
 * JSON Lines, oldest first. The first line names the format, its version, the community, the person, the time, the numbers of
 * records and changes, and the SHA-256 of all bytes behind it.
 *
 * With a `passphrase` the copy is sealed: AES-256-GCM, with a key that PBKDF2 derives in 600,000 rounds. **Without one it is not encrypted.**
 * Anyone who has the file can read it. Say so before you make one, and let the person choose where to save it. A copy contains also what is kept
 * aside, because this version does not know its kind or version; it does not contain drafts, the log of acts, the entries of `troubles()`, or
 * records that cannot be decrypted.
 *
 * @param records an open store
 * @param following `signal` cancels it: then there is no copy. `onProgress` is called with the rows read so far and their total
 * @returns a file of type `application/x-ndjson`, in UTF-8; sealed, of type `application/octet-stream`
 * @throws MilieuError `weak-key` (a passphrase that is there and has under 8 characters, or is no text), `cancelled`, `locked`, `closed`, `connection`
 */
export async function exportRecords(records: Records, options: CopyOptions = {}): Promise<Blob> {
  const { tasks, run } = internalsOf(records);
  const { passphrase, ...following } = options;
  if ('passphrase' in options) readKey(typeof passphrase === 'string' ? passphrase : '');
  return tasks.run(
    'export',
    async (progress) => {
      const copy = await run((context) => writeCopy(context, progress));
      const file = passphrase === undefined ? copy : await (await import('./sealed-copy.js')).sealCopy(copy, passphrase, progress);
      await run((context) => addEntry(context, { action: 'export' }));
      return file;
    },
    following,
  );
}

async function writeCopy(context: StoreContext, progress: TaskProgress): Promise<Blob> {
  const session = context.session();
  const of = await context.storage.run(['rows'], 'read', (tx) => tx.count('rows'));
  const hash = (await import('../crypto/running-hash.js')).startHash();
  const lines: string[] = [];
  const waiting = new Map<number, OutboxRow>();
  let done = 0;
  let last: string | undefined;
  await progress.step(done, of);
  do {
    const page = await pageAfter(context, session, last);
    last = page.at(-1)?.row.id;
    for (const { row, queue } of page) {
      const mine = queue.filter(({ who }) => who === session.who);
      for (const one of mine) waiting.set(one.seq, one);
      const line = await recordLine(context, session, row, mine.length > 0 && mine.length === queue.length);
      if (line) {
        lines.push(line);
        hash.add(utf8(line));
      }
      await progress.step(++done, Math.max(done, of));
    }
  } while (last !== undefined);
  const aside = await asideLines(context, session);
  for (const line of aside.records) hash.add(utf8(line));
  lines.push(...aside.records);
  const changes = [...(await changeLines(session, waiting, progress)), ...aside.changes];
  for (const line of changes) hash.add(utf8(line));
  const head: CopyHeader = {
    format,
    version,
    community: context.community,
    person: context.actor.person,
    at: new Date(context.clock.now()).toISOString(),
    records: lines.length,
    changes: changes.length,
    sha256: hash.end(),
  };
  return new Blob([lineOf(head), ...lines, ...changes], { type: 'application/x-ndjson' });
}

/**
 * One page of rows with their waiting changes. Both are read in one transaction, so that no change is missed or read twice.
 * @throws MilieuError `locked` if the root key has changed: after storage was cleared, an incomplete copy would look complete
 */
function pageAfter(context: StoreContext, { gen }: OpenSession, after: string | undefined): Promise<{ row: RecordRow; queue: OutboxRow[] }[]> {
  return context.storage.run(['rows', 'outbox', 'meta'], 'read', async (tx) => {
    if ((await rootKeyIn(tx))?.gen !== gen) throw new MilieuError('locked');
    const rows = await tx.all('rows', { limit: pageSize, ...(after === undefined ? {} : { from: after, after: true }) });
    const page: { row: RecordRow; queue: OutboxRow[] }[] = [];
    for (const row of rows) page.push({ row, queue: row.rev > row.base ? await tx.all('outbox', only('ids', row.id)) : [] });
    return page;
  });
}

/** `unsent`: the local version differs from the backend's only by the person's own changes, which the copy contains too. */
async function recordLine(context: StoreContext, { codec }: OpenSession, row: RecordRow, unsent: boolean): Promise<string | undefined> {
  const sealed = unsent ? row.was : row;
  const record = sealed && (await orUndefined(codec.version(row.id, sealed)));
  return record && mayRead(record, context.actor) ? lineOf({ record }) : undefined;
}

/** What this version does not know: a version that knows it may read the copy. */
async function asideLines(context: StoreContext, { gen, codec }: OpenSession): Promise<{ records: string[]; changes: string[] }> {
  const rows = await context.storage.run(['aside', 'meta'], 'read', async (tx) => {
    if ((await rootKeyIn(tx))?.gen !== gen) throw new MilieuError('locked');
    return tx.all('aside');
  });
  const found: { records: string[]; changes: string[] } = { records: [], changes: [] };
  for (const row of rows) {
    const content = await orUndefined(codec.aside(row));
    if (!content) continue;
    if ('record' in content) {
      if (mayRead(content.record, context.actor)) found.records.push(lineOf(content));
    } else if (content.change.by === context.actor.person) found.changes.push(lineOf(content));
  }
  return found;
}

async function changeLines({ codec }: OpenSession, waiting: ReadonlyMap<number, OutboxRow>, progress: TaskProgress): Promise<string[]> {
  const lines: string[] = [];
  for (const [, row] of [...waiting].sort(([a], [b]) => a - b)) {
    progress.check();
    const change: Change | undefined = await orUndefined(codec.change(row));
    if (change) lines.push(lineOf({ change }));
  }
  return lines;
}

async function orUndefined<T>(opening: Promise<T>): Promise<T | undefined> {
  try {
    return await opening;
  } catch (error) {
    if (!isUnreadable(error)) throw error;
    return undefined;
  }
}
