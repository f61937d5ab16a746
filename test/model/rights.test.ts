import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { can, leansOn } from '../../src/model/decide.js';
import { kinds } from '../../src/model/kinds/tables.js';
import type { Actor, As, MilieuRecord } from '../../src/model/record.js';
import { statusesOf } from '../../src/model/statuses.js';
import { samples } from './kinds/all-samples.js';

// Who may do what, to which record: test/model/rights.txt, to be read by people. Write it again after a change that was meant, and read what changed:
//   UPDATE_RIGHTS=1 node --import tsx --test test/model/rights.test.ts
const file = join(import.meta.dirname, 'rights.txt');
const [community, at, id] = ['north-house', '2026-11-21T15:05:00.000Z', '01890000-0000-7000-8000-000000000001'];

/** Everybody who stands in another relation to a record. */
const everybody: Readonly<Record<string, As>> = {
  'its author': 'resident',
  'its receiver': 'resident',
  'another resident': 'resident',
  'a senior peer': 'senior-peer',
  'the chair': 'resident',
  'the note-taker': 'resident',
  'the timekeeper': 'resident',
  'staff it is from': 'staff',
  'staff it is for': 'staff',
  'other staff': 'staff',
  family: 'family',
  'a guest': 'guest',
};
const meeting = { chair: 'the chair', notes: 'the note-taker', timekeeper: 'the timekeeper' };

const recordOf = (kind: string, status: string, by: string, data = samples[kind] ?? {}): MilieuRecord => ({
  id,
  kind,
  v: 1,
  community,
  by,
  at,
  to: ['its receiver', 'staff it is for'],
  visibility: 'community',
  status,
  rev: 1,
  data,
});

function may(person: string, kind: string, action: string, root: MilieuRecord | undefined): boolean {
  const actor: Actor = { person, as: everybody[person]! };
  const input = { data: samples[kind] ?? {}, moves: { meeting: id } };
  const others = new Map(leansOn(kind, root, input).map((other) => [other, { ...recordOf('meeting', 'open', 'other staff', meeting), id: other }]));
  return can(action, { kind, id, community, root, input, actor, policy: {}, others });
}

/** One line for each status in which somebody may do the act. */
function linesOf(kind: string, action: string, isNew: boolean): readonly string[] {
  const line = (status: string, able: readonly string[]): readonly string[] =>
    able.length > 0 ? [`${kind}.${action}, ${status}: ${able.join(', ')}`] : [];
  const all = Object.keys(everybody);
  if (isNew) {
    const roles = { resident: 'another resident', 'senior peer': 'a senior peer', staff: 'other staff', family: 'family', guest: 'a guest' };
    return line(
      'new',
      Object.keys(roles).filter((role) => may(roles[role as keyof typeof roles], kind, action, undefined)),
    );
  }
  return statusesOf(kind).flatMap((status) => {
    const [ofResident, ofStaff] = [recordOf(kind, status, 'its author'), recordOf(kind, status, 'staff it is from')];
    return line(
      status,
      all.filter((person) => may(person, kind, action, person === 'staff it is from' ? ofStaff : ofResident)),
    );
  });
}

const rights = Object.entries(kinds).map(([kind, { transitions }]) => ({
  kind,
  lines: Object.entries(transitions).flatMap(([action, { from }]) => linesOf(kind, action, from.length === 0)),
}));
if (process.env['UPDATE_RIGHTS']) writeFileSync(file, `${rights.flatMap(({ lines }) => lines).join('\n')}\n`);
const recorded = readFileSync(file, 'utf8').trim().split('\n');

describe('who may do what', () => {
  for (const { kind, lines } of rights)
    if (lines.length > 0)
      test(`is as recorded: ${kind}`, () => {
        assert.deepEqual(
          lines,
          recorded.filter((line) => line.startsWith(`${kind}.`)),
        );
      });

  test('nothing is recorded of a kind that is not there', () => {
    assert.deepEqual(
      recorded.filter((line) => !(line.slice(0, line.indexOf('.')) in kinds)),
      [],
    );
  });
});
