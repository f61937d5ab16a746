import type { MilieuRecord } from '../../../src/model/record.js';
import * as law from '../../../src/records/sync-rules/index.js';
import type { SyncPlan, RecordState, StatesById } from '../../../src/records/sync-rules/index.js';
import type { Variant } from './world.js';

const change = (rows: StatesById, one: (row: RecordState) => RecordState): StatesById => new Map([...rows].map(([id, row]) => [id, one(row)]));
const newest = (versions: readonly (MilieuRecord | undefined)[]): MilieuRecord | undefined =>
  versions.reduce((best, version) => (version && version.rev > (best?.rev ?? 0) ? version : best), undefined);
const oneSlot = (plan: SyncPlan): SyncPlan => ({
  ...plan,
  troubles: plan.troubles.map((trouble) => ({ ...trouble, id: `slot of ${trouble.change.records[0]!.id}` })),
});
const sameKeys = (plan: SyncPlan, { batch }: law.RejectedBatch): SyncPlan => ({
  ...plan,
  send: plan.send.map((sent) => ({ ...sent, key: batch.find(({ change: { at } }) => at === sent.at)?.change.key ?? sent.key })),
});

/** Each variant breaks one rule. The simulation must fail for each, or it proves nothing. */
export const broken: Readonly<Record<string, Variant>> = {
  'the server lets the last write win': { server: { lastWriteWins: true } },
  'a replayed change keeps its key, and the server remembers what it refused': {
    law: { conflict: (conflict) => sameKeys(law.conflict(conflict), conflict) },
    server: { remembersRefusals: true },
  },
  'a record can have only one conflict or rejection': {
    law: { conflict: (conflict) => oneSlot(law.conflict(conflict)), refused: (refusal, code) => oneSlot(law.refused(refusal, code)) },
  },
  'a pulled record overwrites unsent text': {
    law: {
      mergeRemote: (row, record) => (!row || record.rev > row.current.rev ? { id: record.id, confirmedRev: record.rev, current: record } : undefined),
    },
  },
  'a pulled record is dropped while something is unsent': {
    law: { mergeRemote: (row, record) => (row && law.isUnsent(row) ? undefined : law.mergeRemote(row, record)) },
  },
  'a pending version from the backend is forgotten on delivery': {
    law: {
      delivered: (waiting, rows) =>
        law.delivered(
          waiting,
          change(rows, ({ pendingRemote: _, ...row }) => row),
        ),
    },
  },
  'the ancestor of an act is not kept': {
    law: {
      planAct: (acting) => {
        const plan = law.planAct(acting);
        return 'rows' in plan ? { ...plan, rows: plan.rows.map(({ ancestor: _, ...row }) => row) } : plan;
      },
    },
  },
  'staff may act on text that they have not seen': {
    law: {
      conflict: (conflict) => {
        const theirs = (row: RecordState): MilieuRecord | undefined =>
          newest([...conflict.theirs.filter(({ id }) => id === row.id), row.pendingRemote, row.ancestor]);
        return law.conflict({ ...conflict, rows: change(conflict.rows, (row) => ({ ...row, ancestor: row.ancestor && theirs(row) })) });
      },
    },
  },
  'later changes are left behind in the outbox': {
    law: { conflict: (conflict) => law.conflict({ ...conflict, batch: conflict.batch.slice(0, 1) }) },
  },
  'a choice is applied to text that it did not show': {
    law: {
      settle: (settling) => {
        const theirs = settling.rows.get(settling.trouble.change.records[0]!.id)?.current;
        return law.settle({ ...settling, trouble: { ...settling.trouble, ...(theirs ? { theirs } : {}) } });
      },
    },
  },
  'an act on an outdated revision is allowed': {
    law: { planAct: (acting) => law.planAct({ ...acting, target: { ...acting.target, rev: acting.rows.get(acting.target.id)?.current.rev ?? 0 } }) },
  },
};
