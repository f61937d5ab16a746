import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { admit } from '../../../src/model/decide.js';
import { kinds } from '../../../src/model/kinds/tables.js';
import { statusesOf } from '../../../src/model/statuses.js';
import { dataSchemas } from '../../../src/model/kinds/all.schema.js';
import { parseChange, problemsOf } from '../../../src/model/record.schema.js';
import { Refused, refusals } from '../../../src/model/refusals.js';
import { laws } from '../safety-rules.js';
import { diceOf } from '../dice.js';
import { type Act, everyAct, World } from '../random-walk.js';

const reached = new Set<string>();
const refused = new Set<string>();

function walk(seed: number, steps: number): World {
  const world = World.ofSome(diceOf(seed));
  for (let step = 0; step < steps; step += 1) {
    const act = world.step();
    if (act instanceof Refused) refused.add(act.code);
    if (!act || act instanceof Refused) continue;
    look(act, world);
    world.keep(act);
  }
  return world;
}

function look(act: Act, world: World): void {
  reached.add(`${act.kind} ${act.action}`);
  for (const { kind, status } of [act.after, ...act.answers]) reached.add(`${kind}: ${status}`);
  const name = `${act.kind} ${act.action} by ${act.actor.person}`;
  for (const [law, keeps] of Object.entries(laws)) if (!keeps(act, world)) assert.fail(`${law} · ${name}`);
  const change = parseChange(act.change);
  if (!change) assert.fail(`what decide makes does not fit its schema · ${name} · ${JSON.stringify(problemsOf(act.change))}`);
  const stored = { root: act.before, answers: answersTo(act, world), others: act.others, policy: world.policy };
  const admitted = admit(change, stored, act.actor);
  assert.ok(!(admitted instanceof Refused), `a server makes the same of it · ${name}`);
}

const answersTo = (act: Act, world: World) => [...world.stored.values()].filter((record) => record.about === act.before?.id);

describe('every kind', () => {
  it('all kinds keep the safety rules in 10,000 random walks, and a server that has only the change agrees', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 6, max: 22 }), (seed, steps) => {
        walk(seed, steps);
      }),
      { numRuns: 10_000, seed: 21, includeErrorInReport: true },
    );
  });

  it('the random walks reach every act and every status', () => {
    const acts = everyAct.map(([kind, action]) => `${kind} ${action}`);
    assert.deepEqual(
      acts.filter((act) => !reached.has(act)),
      [],
    );
    const statuses = Object.keys(kinds)
      .filter((kind) => Object.keys(kinds[kind]!.transitions).length)
      .flatMap((kind) => statusesOf(kind).map((status) => `${kind}: ${status}`));
    assert.deepEqual(
      statuses.filter((status) => !reached.has(status)),
      [],
    );
  });

  it('every kind has a schema, and every schema has a kind', () => {
    assert.deepEqual([...dataSchemas.keys()].sort(), Object.keys(kinds).sort());
  });

  it('a kind is found only by its own name', () => {
    for (const name of ['constructor', '__proto__', 'toString', 'hasOwnProperty']) assert.equal(kinds[name], undefined);
    for (const [name, kind] of Object.entries(kinds)) assert.equal(kind.kind, name);
  });

  it('every refusal code in the tables has a sentence', () => {
    const codes = Object.values(kinds).flatMap((kind) =>
      Object.values(kind.transitions).flatMap((row) => (row.needs ?? []).map((need) => need.code)),
    );
    for (const code of [...codes, ...refused]) assert.ok(refusals[code as keyof typeof refusals], code);
  });

  it('every answer is of a kind that exists', () => {
    for (const kind of Object.values(kinds))
      for (const row of Object.values(kind.transitions)) for (const rule of row.answers ?? []) assert.ok(kinds[rule.kind], rule.kind);
  });

  it('every status is a valid word, and every action has one name', () => {
    for (const [kind, action] of everyAct) assert.match(action, /^[a-z-]{1,32}$/, kind);
  });
});
