import type { Change } from '../../model/change.js';
import { isKnownVersion, parseAnyChange, parseAnyRecord } from '../../model/unknown-version.schema.js';
import { nextTask } from '../base/clock.js';
import type { StoreContext } from '../context/store-context.js';
import { assertCurrentKey } from '../crypto/key-storage.js';
import type { AsideContent } from '../crypto/row-codec.js';
import type { AsideRow } from '../storage/db-schema.js';
import type { Transaction } from '../storage/storage-adapter.js';
import { countedRev } from '../sync-rules/index.js';

/**
 * The most that one database keeps aside: 2,000 records and changes, 4 MiB of encrypted bytes in all, and 256 KiB in one of them. It is more than
 * a page that was not reloaded for weeks meets, and so little that a backend that sends made-up kinds cannot fill the disk.
 */
export const asideLimits = { rows: 2000, bytes: 4 * 1024 * 1024, row: 256 * 1024 } as const;

/** How many are written in one transaction. */
const stepSize = 200;
/** How many kinds are named to the host. A backend may make up any number of them. */
const mostKinds = 20;

/** `there`: the same or a newer version is here already. `full`: there is no room, so it is not here. */
export type AsideFate = 'kept' | 'there' | 'full';

/** The content to keep aside, if this is a record that is valid but for a kind or version that this version does not know. */
export function asideRecord(input: unknown): Extract<AsideContent, { record: unknown }> | undefined {
  const record = parseAnyRecord(input);
  return record && !isKnownVersion(record) ? { record } : undefined;
}

/** The content to keep aside, if this is a change that is valid but for kinds or versions that this version does not know. */
export function asideChangeOf(input: unknown): Extract<AsideContent, { change: Change }> | undefined {
  const change = parseAnyChange(input);
  return change && !change.records.every(isKnownVersion) ? { change } : undefined;
}

/**
 * Keeps aside what this version does not know, until a version that knows it opens the store. What is here in the same or a newer revision stays
 * as it is. Yields to the page between steps.
 * @returns what became of each, in order
 */
export async function keepAside(context: StoreContext, contents: readonly AsideContent[]): Promise<readonly AsideFate[]> {
  const fates: AsideFate[] = [];
  for (let at = 0; at < contents.length; at += stepSize) {
    if (at > 0) await nextTask();
    const session = context.session();
    const rows = await Promise.all(contents.slice(at, at + stepSize).map((content) => session.codec.sealAside(content)));
    const step = await context.storage.run(['rows', 'aside', 'meta'], 'strict', async (tx) => {
      await assertCurrentKey(tx, session);
      return putRows(tx, rows);
    });
    fates.push(...step);
  }
  if (fates.includes('kept')) context.wrote([]); // another tab may have a version that knows it
  return fates;
}

/** As `keepAside`, and tells the host at once. @returns whether there was room for all */
export async function keepAsideAndTell(context: StoreContext, contents: readonly AsideContent[]): Promise<boolean> {
  const report = new AsideReport();
  const fates = await keepAside(context, contents);
  report.add(contents, fates);
  report.tell(context);
  return !fates.includes('full');
}

async function putRows(tx: Transaction, rows: readonly AsideRow[]): Promise<AsideFate[]> {
  const here = new Map((await tx.all('aside')).map((row) => [row.id, row]));
  let bytes = 0;
  for (const row of here.values()) bytes += sizeOf(row);
  const fates: AsideFate[] = [];
  for (const row of rows) {
    const before = here.get(row.id);
    const grown = bytes + sizeOf(row) - sizeOf(before);
    if (before && before.rev >= row.rev) fates.push('there');
    else if (countedRev((await tx.get('rows', row.id))?.base ?? 0) >= row.rev) fates.push('there');
    else if (sizeOf(row) > asideLimits.row || grown > asideLimits.bytes || (!before && here.size >= asideLimits.rows)) fates.push('full');
    else {
      await tx.put('aside', row);
      here.set(row.id, row);
      bytes = grown;
      fates.push('kept');
    }
  }
  return fates;
}

const sizeOf = (row: AsideRow | undefined): number => row?.box.length ?? 0;

/** Counts what one pull or import has kept aside, and tells the host once. */
export class AsideReport {
  readonly #found = { kept: { count: 0, kinds: new Set<string>() }, full: { count: 0, kinds: new Set<string>() } };

  add(contents: readonly AsideContent[], fates: readonly AsideFate[]): void {
    for (const [at, content] of contents.entries()) {
      const fate = fates[at] ?? 'there';
      if (fate === 'there') continue;
      this.#found[fate].count += 1;
      for (const record of 'record' in content ? [content.record] : content.change.records.filter((one) => !isKnownVersion(one)))
        this.#found[fate].kinds.add(record.kind);
    }
  }

  /** Tells the host `kept-aside`, and `aside-full` if there was no room for some. */
  tell(context: StoreContext): void {
    for (const [fate, code] of [['kept', 'kept-aside'] as const, ['full', 'aside-full'] as const]) {
      const { count, kinds } = this.#found[fate];
      if (count > 0) context.report({ code, count, kinds: [...kinds].sort().slice(0, mostKinds) });
    }
  }
}
