import { Boxes, whoOf } from './boxes.js';
import type { Clock } from '../clock.js';
import { isUnreadable, MilieuError } from '../errors.js';
import { guard, type Held, rootOf, rootRow } from './keys.js';
import { type Cipher, hex, randomBytes } from './webcrypto.js';
import type { CursorRow, OutboxRow, RootRow, Shapes, StoreName } from '../disk/shapes.js';
import type { Shelf, Tx } from '../disk/shelf.js';
import type { Key } from '../types.js';
import { openVault, rootLength } from './vault.js';
import type { Steps } from '../work/works.js';

const every: StoreName[] = ['rows', 'outbox', 'drafts', 'troubles', 'meta'];
const patience = 60_000;

type All = { [S in Exclude<StoreName, 'meta'>]: Shapes[S][] } & { cursors: CursorRow[] };

/**
 * Gives everything a new root that `key` wraps. Wrapping the old one would not do: its bytes stay on the disk after they are overwritten.
 * While it runs no tab can write; it ends in one transaction, so it happens whole or not at all: it can be stopped until that begins.
 * @throws MilieuError `cancelled`, `weak-key`, `locked`
 */
export async function sealAnew(shelf: Shelf, cipher: Cipher, clock: Clock, held: Held, key: Key, steps: Steps): Promise<Held> {
  const token = hex(randomBytes(8));
  const root = randomBytes(rootLength);
  const row = await rootRow(cipher, root, key, steps);
  const fresh: Held = { gen: row.gen, mode: row.mode, vault: await openVault(cipher, root) };
  await shelf.run(['meta'], 'strict', (tx) => begin(tx, held, clock, token));
  try {
    const all = await shelf.run(every, 'read', readAll);
    const of = Object.values(all).flat().length;
    let until = clock.now() + patience;
    let done = 0;
    const sealed = await resealed(all, new Boxes(held.vault), new Boxes(fresh.vault), async () => {
      await steps.step(done++, of);
      if (clock.now() < until - patience / 2) return;
      until = clock.now() + patience;
      await shelf.run(['meta'], 'strict', (tx) => hold(tx, token, until));
    });
    await steps.step(of, of);
    steps.last();
    await shelf.run(every, 'strict', (tx) => writeAll(tx, sealed, row, token));
  } catch (error) {
    await shelf.run(['meta'], 'strict', (tx) => giveUp(tx, token));
    throw error;
  }
  return fresh;
}

async function writeAll(tx: Tx, sealed: All, row: RootRow, token: string): Promise<void> {
  if ((await rootOf(tx))?.changing?.token !== token) throw new MilieuError('locked');
  for (const name of ['drafts', 'troubles'] as const) for (const old of await tx.all(name)) await tx.delete(name, old.id);
  for (const old of (await tx.all('meta')).filter(({ name }) => name !== 'root')) await tx.delete('meta', old.name);
  for (const one of sealed.rows) await tx.put('rows', one);
  for (const one of sealed.outbox) await tx.put('outbox', one);
  for (const one of sealed.drafts) await tx.put('drafts', one);
  for (const one of sealed.troubles) await tx.put('troubles', one);
  for (const one of sealed.cursors) await tx.put('meta', one);
  await tx.put('meta', row);
}

/** Goes on keeping the others from writing. @throws MilieuError `locked` where somebody else has taken over */
async function hold(tx: Tx, token: string, until: number): Promise<void> {
  const row = await rootOf(tx);
  if (row?.changing?.token !== token) throw new MilieuError('locked');
  await tx.put('meta', { ...row, changing: { token, until } });
}

/** Lets the others write again under the root that was. */
async function giveUp(tx: Tx, token: string): Promise<void> {
  const row = await rootOf(tx);
  if (row?.changing?.token !== token) return;
  const { changing: _over, ...rest } = row;
  await tx.put('meta', rest);
}

async function begin(tx: Tx, held: Held, clock: Clock, token: string): Promise<void> {
  await guard(tx, held, clock);
  const row = await rootOf(tx);
  if (row) await tx.put('meta', { ...row, changing: { token, until: clock.now() + patience } });
}

async function readAll(tx: Tx): Promise<All> {
  const cursors = (await tx.all('meta')).filter(({ name }) => name !== 'root') as CursorRow[];
  return { rows: await tx.all('rows'), outbox: await tx.all('outbox'), drafts: await tx.all('drafts'), troubles: await tx.all('troubles'), cursors };
}

async function resealed(all: All, from: Boxes, to: Boxes, next: () => Promise<void>): Promise<All> {
  const each = async <R>(rows: readonly R[], reseal: (row: R) => Promise<R>): Promise<R[]> => eachOf(rows, reseal, next);
  return {
    rows: await each(all.rows, async (row) => to.sealRow(await from.row(row))),
    outbox: await each(all.outbox, (row) => waiting(row, from, to)),
    drafts: await each(all.drafts, async (row) => to.sealDraft(await from.draft(row))),
    troubles: await each(all.troubles, async (row) => to.sealTrouble(await from.trouble(row))),
    cursors: await each(all.cursors, async (row) => to.sealCursor(await from.cursor(row))),
  };
}

/** What could not be opened before stays as it is: nothing is thrown away because it cannot be read. */
async function eachOf<R>(rows: readonly R[], reseal: (row: R) => Promise<R>, next: () => Promise<void>): Promise<R[]> {
  const done: R[] = [];
  for (const row of rows) {
    await next();
    try {
      done.push(await reseal(row));
    } catch (error) {
      if (!isUnreadable(error)) throw error;
      done.push(row);
    }
  }
  return done;
}

async function waiting(row: OutboxRow, from: Boxes, to: Boxes): Promise<OutboxRow> {
  const change = await from.change(row);
  const who = await whoOf(to.vault, change.by);
  return { ...row, ...(await to.sealChange(change)), who, ...(row.turn ? { turn: [who, row.turn[1], row.turn[2]] as const } : {}) };
}
