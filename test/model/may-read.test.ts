import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { mayRead } from '../../src/model/may-read.js';
import type { Actor, As, Visibility } from '../../src/model/record.js';

const readers: Record<string, Actor> = {
  author: { person: 'author', as: 'resident' },
  'named resident': { person: 'named', as: 'resident' },
  'named staff': { person: 'named-staff', as: 'staff' },
  'named family': { person: 'named-family', as: 'family' },
  resident: { person: 'r', as: 'resident' },
  'senior peer': { person: 'p', as: 'senior-peer' },
  staff: { person: 's', as: 'staff' },
  family: { person: 'f', as: 'family' },
  guest: { person: 'g', as: 'guest' },
};
const named = ['named resident', 'named staff', 'named family'];

const expected: Record<Visibility, readonly string[]> = {
  self: ['author'],
  staff: ['author', 'staff'],
  named: ['author', ...named],
  'named-and-staff': ['author', ...named, 'staff'],
  community: ['author', ...named, 'resident', 'senior peer', 'staff'],
};

describe('mayRead', () => {
  for (const [visibility, allowed] of Object.entries(expected) as [Visibility, readonly string[]][])
    for (const [name, reader] of Object.entries(readers))
      it(`${visibility}: ${name} ${allowed.includes(name) ? 'reads' : 'does not read'}`, () => {
        const record = { by: 'author', to: ['named', 'named-staff', 'named-family'], visibility };
        assert.equal(mayRead(record, reader), allowed.includes(name));
      });

  it('an author reads their own records, whoever they are now', () => {
    for (const as of ['resident', 'senior-peer', 'staff', 'family', 'guest'] as As[])
      assert.ok(mayRead({ by: 'author', to: [], visibility: 'self' }, { person: 'author', as }));
  });

  it('an unknown visibility lets nobody read', () => {
    const record = { by: 'author', to: ['named'], visibility: 'everyone' as Visibility };
    assert.ok(!mayRead(record, readers['staff']!));
    assert.ok(!mayRead(record, readers['named resident']!));
  });
});
