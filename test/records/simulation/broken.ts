import type { MilieuRecord } from '../../../src/model/record.js';
import * as law from '../../../src/records/law.js';
import type { Plan, Row, RowsById } from '../../../src/records/law.js';
import type { Variant } from './world.js';

const change = (rows: RowsById, one: (row: Row) => Row): RowsById => new Map([...rows].map(([id, row]) => [id, one(row)]));
const newest = (versions: readonly (MilieuRecord | undefined)[]): MilieuRecord | undefined =>
  versions.reduce((best, version) => (version && version.rev > (best?.rev ?? 0) ? version : best), undefined);
const oneSlot = (plan: Plan): Plan => ({
  ...plan,
  troubles: plan.troubles.map((trouble) => ({ ...trouble, id: `slot of ${trouble.change.records[0]!.id}` })),
});
const sameKeys = (plan: Plan, { batch }: law.Refusal): Plan => ({
  ...plan,
  send: plan.send.map((sent) => ({ ...sent, key: batch.find(({ change: { at } }) => at === sent.at)?.change.key ?? sent.key })),
});

/** Rules broken one at a time. Each has to be noticed, or the simulation proves nothing. */
export const broken: Readonly<Record<string, Variant>> = {
  'the server lets the last write win': { server: { lastWriteWins: true } },
  'a replayed change keeps its key, and the server remembers what it refused': {
    law: { conflict: (conflict) => sameKeys(law.conflict(conflict), conflict) },
    server: { remembersRefusals: true },
  },
  'there is one place for troubles a record': {
    law: { conflict: (conflict) => oneSlot(law.conflict(conflict)), refused: (refusal, code) => oneSlot(law.refused(refusal, code)) },
  },
  'what comes from the backend takes the place of what is unsent': {
    law: { apply: (row, record) => (!row || record.rev > row.current.rev ? { id: record.id, base: record.rev, current: record } : undefined) },
  },
  'what comes from the backend is dropped while something is unsent': {
    law: { apply: (row, record) => (row && law.isUnsent(row) ? undefined : law.apply(row, record)) },
  },
  'what was parked is forgotten on delivery': {
    law: {
      delivered: (waiting, rows) =>
        law.delivered(
          waiting,
          change(rows, ({ next: _, ...row }) => row),
        ),
    },
  },
  'the version before is not kept': {
    law: {
      act: (acting) => {
        const plan = law.act(acting);
        return 'rows' in plan ? { ...plan, rows: plan.rows.map(({ was: _, ...row }) => row) } : plan;
      },
    },
  },
  'the backend may have other words than the person saw': {
    law: {
      conflict: (conflict) => {
        const theirs = (row: Row): MilieuRecord | undefined => newest([...conflict.theirs.filter(({ id }) => id === row.id), row.next, row.was]);
        return law.conflict({ ...conflict, rows: change(conflict.rows, (row) => ({ ...row, was: row.was && theirs(row) })) });
      },
    },
  },
  'later changes are left behind in the outbox': {
    law: { conflict: (conflict) => law.conflict({ ...conflict, batch: conflict.batch.slice(0, 1) }) },
  },
  'a choice is carried out on words that it did not show': {
    law: {
      settle: (settling) => {
        const theirs = settling.rows.get(settling.trouble.change.records[0]!.id)?.current;
        return law.settle({ ...settling, trouble: { ...settling.trouble, ...(theirs ? { theirs } : {}) } });
      },
    },
  },
  'a screen that is out of date may act': {
    law: { act: (acting) => law.act({ ...acting, target: { ...acting.target, rev: acting.rows.get(acting.target.id)?.current.rev ?? 0 } }) },
  },
};
