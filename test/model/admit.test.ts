import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { admit } from '../../src/model/decide.js';
import type { Change } from '../../src/model/change.js';
import type { MilieuRecord } from '../../src/model/record.js';
import { parseChange } from '../../src/model/record.schema.js';
import { Refused } from '../../src/model/refusals.js';
import { actors, diceOf } from './dice.js';
import { type Act, everyAct, World } from './random-walk.js';

const other = '0199a8c4-ffff-7000-8000-000000000001';
const later = '2027-01-01T00:00:00.000Z';
type Forged = Change | undefined;

const root = (change: Change, more: Partial<MilieuRecord>): Change => ({
  ...change,
  records: [{ ...change.records[0]!, ...more }, ...change.records.slice(1)],
});
const answer = (change: Change, more: (first: MilieuRecord) => Partial<MilieuRecord>): Forged => {
  const [first, second, ...rest] = change.records;
  return second && { ...change, records: [first!, { ...second, ...more(second) }, ...rest] };
};
const text = (record: MilieuRecord, free: readonly string[]): Partial<MilieuRecord> => {
  const field = Object.keys(record.data).find((name) => typeof record.data[name] === 'string' && !free.includes(name));
  return { data: field ? { ...record.data, [field]: `${String(record.data[field])}x` } : { ...record.data, more: 'x' } };
};
const elsewhere = (visibility: string): Partial<MilieuRecord> => ({ visibility: visibility === 'community' ? 'named-and-staff' : 'community' });
const foreign = ({ change }: Act): MilieuRecord => ({
  ...{ id: other, kind: 'help-reply', v: 1, community: change.community, by: change.by, to: [], about: change.records[0]!.id },
  ...{ visibility: 'community', at: change.at, status: 'given', rev: 1, data: { note: 'Sent in your name' } },
});

/** Each forges one field of an allowed change. Undefined if the forged change would still be allowed. */
const forgeries: Record<string, (act: Act) => Forged> = {
  'somebody else’s name on the change': ({ change }) => ({ ...change, by: change.by === 'ana' ? 'ben' : 'ana' }),
  'another standing': ({ change }) => ({ ...change, as: change.as === 'staff' ? 'resident' : 'staff' }),
  'another house': ({ change }) => ({ ...change, community: 'south-house' }),
  'another house in the record': ({ change }) => root(change, { community: 'south-house' }),
  'another time in the record': ({ change }) => root(change, { at: later }),
  'another author': ({ change }) => root(change, { by: change.records[0]!.by === 'ana' ? 'ben' : 'ana' }),
  'another id': ({ change, before }) => (before ? root(change, { id: other }) : undefined),
  'another kind': ({ change }) => root(change, { kind: change.records[0]!.kind === 'help' ? 'practice' : 'help' }),
  'another version': ({ change }) => root(change, { v: change.records[0]!.v === 2 ? 1 : 2 }),
  'other receivers': ({ change, before }) => (before ? root(change, { to: [...before.to, 'zoe'] }) : undefined),
  'about something else': ({ change, before }) => (before ? root(change, { about: other }) : undefined),
  'made from something else': ({ change, before }) => (before ? root(change, { from: other }) : undefined),
  'other readers': ({ change }) => root(change, elsewhere(change.records[0]!.visibility)),
  'another status': ({ change }) => root(change, { status: 'delivered' === change.records[0]!.status ? 'held' : 'delivered' }),
  'a status of long ago': ({ change, before }) =>
    before && before.status !== change.records[0]!.status ? root(change, { status: before.status }) : undefined,
  'a revision skipped': ({ change }) => root(change, { rev: change.records[0]!.rev + 1 }),
  'a revision repeated': ({ change, before }) => root(change, { rev: before?.rev ?? 0 }),
  'a field nobody knows': ({ change }) => root(change, { seen: true } as Partial<MilieuRecord>),
  'words of another': ({ change, before, action }) =>
    // To rename a member is to change that text.
    before && !['rewrite', 'rename'].includes(action) ? root(change, text(change.records[0]!, ['meeting'])) : undefined,
  'a clock by somebody else': ({ change, action }) => clock(change, action, { by: 'zoe' }),
  'a clock of another time': ({ change, action }) => clock(change, action, { since: later }),
  'a clock of another screen': ({ change, action }) =>
    ['open', 'take-clock'].includes(action) ? undefined : clock(change, action, { holder: 'elsewhere' }),
  'a clock with other time left': ({ change, action }) =>
    ['pause', 'resume', 'take-clock', 'close'].includes(action) ? clock(change, action, { left: 7777 }) : undefined,
  'an answer of a kind that was not asked for': (act) => ({ ...act.change, records: [...act.change.records, foreign(act)] }),
  'an answer by somebody else': ({ change }) => answer(change, ({ by }) => ({ by: by === 'ana' ? 'ben' : 'ana' })),
  'an answer about something else': ({ change }) => answer(change, () => ({ about: other })),
  'an answer about nothing': ({ change }) => answer(change, () => ({ about: undefined })),
  'an answer for other readers': ({ change }) => answer(change, ({ visibility }) => elsewhere(visibility)),
  'an answer to others': ({ change }) =>
    answer(change, ({ kind, to, by }) => ({ to: kind === 'promise' ? ['zoe', 'mum'] : [...to, kind === 'job' ? by : 'zoe'] })),
  'an answer that is not new': ({ change }) => answer(change, () => ({ rev: 2 })),
  'an answer of another time': ({ change }) => answer(change, () => ({ at: later })),
  'an answer with the id of what it answers': ({ change }) => answer(change, () => ({ id: change.records[0]!.id })),
  'an answer twice': ({ change }) =>
    change.records[1] && change.records[1].kind !== 'item'
      ? { ...change, records: [...change.records, { ...change.records[1], id: other }] }
      : undefined,
  'answers before what they answer': ({ change }) => (change.records[1] ? { ...change, records: [...change.records].reverse() } : undefined),
  'nothing at all': ({ change }) => ({ ...change, records: [] }),
};

function clock(change: Change, action: string, more: object): Forged {
  const stands = change.records[0]!.data['clock'];
  return stands && action !== 'cancel' ? root(change, { data: { ...change.records[0]!.data, clock: { ...stands, ...more } } }) : undefined;
}

const arrives = (act: Act, forged: unknown, world: World): boolean => {
  const change = parseChange(forged);
  const answers = [...world.stored.values()].filter((record) => record.about === act.before?.id);
  return (
    change !== undefined && !(admit(change, { root: act.before, answers, others: act.others, policy: world.policy }, act.actor) instanceof Refused)
  );
};

describe('admit', () => {
  const tried = new Map<string, Set<string>>();

  it('admits every change that decide made, and refuses it with any one field forged', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const world = World.ofSome(diceOf(seed));
        for (let step = 0; step < 40; step += 1) {
          const act = world.step();
          if (!act || act instanceof Refused) continue;
          const name = `${act.kind} ${act.action}`;
          assert.ok(arrives(act, act.change, world), name);
          for (const [forgery, forge] of Object.entries(forgeries)) {
            const forged = forge(act);
            if (!forged) continue;
            assert.ok(!arrives(act, forged, world), `${forgery} · ${name}`);
            tried.set(forgery, (tried.get(forgery) ?? new Set()).add(name));
          }
          world.keep(act);
        }
      }),
      { numRuns: 700, seed: 9, includeErrorInReport: true },
    );
  });

  it('every act was tried, and every forgery', () => {
    const names = tried.get('another author') ?? new Set();
    assert.deepEqual(
      everyAct.map(([kind, action]) => `${kind} ${action}`).filter((name) => !names.has(name)),
      [],
    );
    assert.deepEqual(
      Object.keys(forgeries).filter((forgery) => !tried.get(forgery)?.size),
      [],
    );
  });

  it('checks the signed-in person, not the person that the change names', () => {
    const world = new World(diceOf(4));
    const act = world.try('help', 'ask', undefined, actors[0]!, { data: { need: 'come' } });
    assert.ok(!(act instanceof Refused));
    for (const actor of actors.slice(1)) assert.ok(admit(act.change, {}, actor) instanceof Refused);
    const elsewhere = admit(act.change, { community: 'south-house' }, actors[0]!);
    assert.ok(elsewhere instanceof Refused && elsewhere.code === 'other-community');
  });
});
