import type { Change } from '../../model/change.js';
import type { MilieuRecord } from '../../model/record.js';
import { parseChange, parseRecord } from '../../model/record.schema.js';
import { nextTask } from '../base/clock.js';
import { isUnreadable } from '../base/errors.js';
import { pinnedToSession, type StoreContext } from '../context/store-context.js';
import { assertCurrentKey } from '../crypto/key-storage.js';
import type { AsideContent } from '../crypto/row-codec.js';
import { hex } from '../crypto/webcrypto.js';
import type { AsideRow } from '../storage/db-schema.js';
import { countedRev } from '../sync-rules/index.js';
import { applyRemote } from './apply-remote.js';
import { takeChange } from './take-change.js';

interface Known<T> {
  readonly row: AsideRow;
  readonly value: T;
}

/** Rows that were looked at already, by id: the nonce that tells what they held. */
export type SeenRows = Map<string, string>;

const stepSize = 200;

/**
 * Takes in what was kept aside and is known by now, as if it had come now: records as from the backend, changes as acts of this person with their
 * original keys. What is still not valid, or that the rules do not allow, stays aside, and so does a change of another person. A row goes after
 * its content was taken: if the page is killed in between, the next opening finds that it is there.
 * @returns whether there is something new to send
 */
export async function takeInAside(given: StoreContext, rows: readonly AsideRow[], seen: SeenRows): Promise<boolean> {
  const context = pinnedToSession(given);
  const records: Known<MilieuRecord>[] = [];
  const changes: Known<Change>[] = [];
  for (const [at, row] of rows.entries()) {
    if (at > 0 && at % stepSize === 0) await nextTask();
    seen.set(row.id, hex(row.iv));
    const content = await contentOf(context, row);
    const record = content && 'record' in content ? parseRecord(content.record) : undefined;
    const change = content && 'change' in content ? parseChange(content.change) : undefined;
    if (record?.community === context.community) records.push({ row, value: record });
    else if (change?.community === context.community && change.by === context.actor.person) changes.push({ row, value: change });
  }
  await applyRemote(
    context,
    records.map(({ value }) => value),
  );
  const done = records.map(({ row }) => row);
  let isAdded = false;
  for (const { row, value } of changes.sort((a, b) => Date.parse(a.value.at) - Date.parse(b.value.at))) {
    const fate = await takeChange(context, value);
    isAdded ||= fate === 'taken';
    if (fate !== 'invalid') done.push(row);
  }
  await deleteRows(context, [...done, ...(await outdated(context, rows))]);
  return isAdded;
}

async function contentOf(context: StoreContext, row: AsideRow): Promise<AsideContent | undefined> {
  try {
    return await context.session().codec.aside(row);
  } catch (error) {
    if (!isUnreadable(error)) throw error;
    return undefined;
  }
}

/** Of these records the backend has sent a newer version since, which is known. */
function outdated(context: StoreContext, rows: readonly AsideRow[]): Promise<AsideRow[]> {
  return context.storage.run(['rows'], 'read', async (tx) => {
    const found: AsideRow[] = [];
    for (const row of rows) if (countedRev((await tx.get('rows', row.id))?.base ?? 0) >= row.rev) found.push(row);
    return found;
  });
}

/** Not what another tab has kept in their place since. */
async function deleteRows(context: StoreContext, rows: readonly AsideRow[]): Promise<void> {
  if (rows.length === 0) return;
  const session = context.session();
  await context.storage.run(['aside', 'meta'], 'strict', async (tx) => {
    await assertCurrentKey(tx, session);
    for (const { id, iv } of rows) {
      const now = await tx.get('aside', id);
      if (now && hex(now.iv) === hex(iv)) await tx.delete('aside', id);
    }
  });
}
