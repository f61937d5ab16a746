import { kinds } from '../../model/kinds.js';
import type { Change } from '../../model/record.js';
import { draftId, whoOf } from '../sealing/boxes.js';
import { MilieuError } from '../errors.js';
import type { Ground, Session } from '../ground.js';
import { guard } from '../sealing/keys.js';
import type { Plan, Row } from '../law.js';
import { enqueue, leaseFor, moveUp } from '../delivery/outbox.js';
import { hex, randomBytes } from '../sealing/webcrypto.js';
import type { CursorRow, OutboxRow, RecordRow, StoreName, TroubleRow } from '../disk/shapes.js';
import { only, type Tx } from '../disk/shelf.js';

/** Rows as they lie: what a plan is made from, and what must still lie there when it is written. */
export interface Seen {
  readonly rows: readonly RecordRow[];
  readonly queue: readonly OutboxRow[];
}

export interface Beside {
  /** Deleted with it. */
  readonly draft?: string;
  /** This tab sends the changes itself. */
  readonly carried?: boolean;
  /** Put with it. */
  readonly cursor?: CursorRow;
}

const every: StoreName[] = ['rows', 'outbox', 'drafts', 'troubles', 'meta'];
const patience = 8;

/**
 * Looks, thinks, and writes in one strict transaction, provided that what was looked at still lies there; else it begins again.
 * Thinking opens boxes, and no transaction lives through that. `look` or `think` gives undefined where there is nothing to do.
 */
export async function amend(
  ground: Ground,
  look: (tx: Tx) => Promise<Seen | undefined>,
  think: (seen: Seen, session: Session) => Promise<Plan | undefined>,
  beside: Beside = {},
): Promise<Plan | undefined> {
  for (let tries = 0; tries < patience; tries++) {
    const session = ground.session();
    const seen = await ground.shelf.run(['rows', 'outbox'], 'read', look);
    const plan = seen && (await think(seen, session));
    if (!plan) return undefined;
    const write = await sealed(ground, session, plan, beside);
    const written = await ground.shelf.run(every, 'strict', async (tx) => {
      await guard(tx, session, ground.clock);
      if (print(await look(tx)) !== print(seen)) return false;
      await write(tx);
      return true;
    });
    if (!written) continue;
    ground.wrote(touched(plan));
    return plan;
  }
  throw new MilieuError('moved');
}

const print = (seen: Seen | undefined): string =>
  JSON.stringify([
    seen?.rows.map(({ id, rev, base, iv, next }) => [id, rev, base, hex(iv), next ? hex(next.iv) : '']),
    seen?.queue.map(({ seq, key, lease }) => [seq, key, lease?.token]),
  ]);

const touched = ({ rows, gone, send, troubles }: Plan): string[] => [
  ...new Set([...rows.map(({ id }) => id), ...gone, ...[...send, ...troubles.map(({ change }) => change)].flatMap(idsOf)]),
];

const idsOf = (change: Change): string[] => change.records.map(({ id }) => id);

/** Reads the rows of `ids` that exist. */
export async function rowsOf(tx: Tx, ids: Iterable<string>): Promise<RecordRow[]> {
  const rows: RecordRow[] = [];
  for (const id of new Set(ids)) {
    const row = await tx.get('rows', id);
    if (row) rows.push(row);
  }
  return rows;
}

/** The waiting changes that share a record with `first`, directly or through another of them. */
export async function linked(tx: Tx, first: OutboxRow): Promise<OutboxRow[]> {
  const queue = new Map([[first.seq, first]]);
  const ids = new Set(first.ids);
  for (const id of ids) {
    for (const row of await tx.all('outbox', only('ids', id))) {
      queue.set(row.seq, row);
      for (const other of row.ids) ids.add(other); // a set that grows is walked to its end
    }
  }
  return [...queue.values()].sort((a, b) => a.seq - b.seq);
}

export async function openRows(session: Session, rows: readonly RecordRow[]): Promise<Map<string, Row>> {
  return new Map(await Promise.all(rows.map(async (row) => [row.id, await session.boxes.row(row)] as const)));
}

async function sealed(ground: Ground, session: Session, plan: Plan, beside: Beside): Promise<(tx: Tx) => Promise<void>> {
  const { boxes, vault } = session;
  const rows = await Promise.all(plan.rows.map((row) => boxes.sealRow(row)));
  const send = await Promise.all(plan.send.map((change) => sealedChange(ground, session, change, beside.carried ?? false)));
  const troubles: TroubleRow[] = await Promise.all(plan.troubles.map((trouble) => boxes.sealTrouble(trouble)));
  const draft = beside.draft === undefined ? undefined : await draftId(vault, ground.actor.person, beside.draft);
  return async (tx) => {
    const left: string[] = [];
    for (const seq of plan.done) {
      left.push(...((await tx.get('outbox', seq))?.ids ?? []));
      await tx.delete('outbox', seq);
    }
    for (const row of rows) await tx.put('rows', row);
    for (const id of plan.gone) await tx.delete('rows', id);
    for (const { row, urgent } of send) await enqueue(tx, row, urgent);
    await moveUp(tx, left, ground.clock.now());
    for (const trouble of troubles) await tx.put('troubles', trouble);
    for (const id of plan.settled) await tx.delete('troubles', id);
    if (draft !== undefined) await tx.delete('drafts', draft);
    if (beside.cursor) await tx.put('meta', beside.cursor);
  };
}

async function sealedChange(ground: Ground, { boxes, vault }: Session, change: Change, carried: boolean) {
  const at = ground.clock.now();
  const lease = carried ? { lease: { tab: ground.tab, token: hex(randomBytes(8)), until: at + leaseFor } } : {};
  const who = await whoOf(vault, change.by);
  const row: Omit<OutboxRow, 'seq' | 'turn'> = {
    key: change.key,
    who,
    ids: idsOf(change),
    at,
    attempts: 0,
    ...lease,
    ...(await boxes.sealChange(change)),
  };
  return { row, urgent: kinds[change.records[0]?.kind ?? '']?.urgent ?? false };
}
