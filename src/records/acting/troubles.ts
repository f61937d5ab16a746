import { uuidv7 } from 'uuidv7';
import type { Change } from '../../model/record.js';
import { amend, openRows, rowsOf } from './amend.js';
import { actedOf, aroundOf } from './around.js';
import { parked } from './ending.js';
import { isUnreadable, MilieuError } from '../errors.js';
import type { Ground } from '../ground.js';
import { guard } from '../sealing/keys.js';
import { settle as decideSettle } from '../law.js';
import { only } from '../disk/shelf.js';
import type { Choice, Trouble } from '../types.js';

/** What a backend would not take of this person's, texts that stand in two versions, and what does not open any more. */
export async function troublesOf(ground: Ground): Promise<Trouble[]> {
  const { who, boxes } = ground.session();
  const [rows, lost] = await ground.shelf.run(
    ['troubles', 'outbox'],
    'read',
    async (tx) => [await tx.all('troubles', only('who', who)), await tx.all('outbox', only('who', parked(who)))] as const,
  );
  const troubles = lost.map(({ key, at }) => closedBox(ground, key, at));
  for (const row of rows) {
    try {
      troubles.push(await boxes.trouble(row));
    } catch (error) {
      if (!isUnreadable(error)) throw error;
      troubles.push(closedBox(ground, row.id, 0));
    }
  }
  return troubles;
}

/** A trouble of which nothing is known but that it is there. */
function closedBox(ground: Ground, id: string, at: number): Trouble {
  const { actor, community } = ground;
  const change: Change = { key: id, action: '', by: actor.person, as: actor.as, at: new Date(at).toISOString(), community, records: [] };
  return { id, reason: 'unreadable', change };
}

/** Carries out what the person chose. @throws MilieuError `not-found`, `moved`, or the code of a refusal */
export async function settle(ground: Ground, id: string, choice: Choice): Promise<void> {
  const trouble = (await troublesOf(ground)).find((one) => one.id === id);
  if (!trouble) throw new MilieuError('not-found');
  if (trouble.reason === 'unreadable') return forget(ground, id, choice);
  const ids = trouble.change.records.map((record) => record.id);
  let failed: MilieuError | undefined;
  await amend(
    ground,
    async (tx) => ({ rows: await rowsOf(tx, ids), queue: [] }),
    async (seen, session) => {
      const rows = await openRows(session, seen.rows);
      const acts = trouble.change.records.slice(0, 1).map((mine) => ({ ...actedOf(mine), root: rows.get(mine.id)?.current }));
      const around = await aroundOf(ground, acts);
      const now = new Date(ground.clock.now()).toISOString();
      const settled = decideSettle({ ...around, trouble, choice, rows, now, mint: uuidv7 });
      failed = settled.error;
      return settled.plan;
    },
  );
  if (failed) throw failed;
}

/** What does not open can only be let go of. */
async function forget(ground: Ground, id: string, choice: Choice): Promise<void> {
  if (choice !== 'remove') throw new MilieuError('unreadable');
  const session = ground.session();
  await ground.shelf.run(['troubles', 'outbox', 'meta'], 'strict', async (tx) => {
    await guard(tx, session, ground.clock);
    const [row] = await tx.all('outbox', only('key', id));
    if (row?.who === parked(session.who)) await tx.delete('outbox', row.seq);
    await tx.delete('troubles', id);
  });
  ground.wrote([]);
}
