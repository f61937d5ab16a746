import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { apart } from '../../../src/elements/community/namesakes.js';
import { readHelp, readPeople } from '../../../src/elements/community/host-people.js';
import { findPeople, foldName } from '../../../src/elements/parts/find-person.js';

/** A name, and what somebody may type who has none of its letters on their keys. */
const typed: readonly (readonly [name: string, ...typed: string[]])[] = [
  ['Søren', 'soren', 'SOREN', 'soeren', 'sør'],
  ['Łukasz', 'lukasz', 'łuk'],
  ['Đorđe', 'dorde', 'djordje'],
  ['Weiß', 'weiss', 'WEISS', 'weiß'],
  ['Æsa', 'aesa', 'æsa'],
  ['Œuvrard', 'oeuv'],
  ['Þórður Guðmundsson', 'thordur', 'gudmunds'],
  ['Jürgen Müller', 'jurgen', 'juergen', 'mueller', 'muller'],
  ['Åse', 'ase', 'aase'],
  ['José Núñez', 'jose nunez', 'JOSE'],
  ['Nguyễn Thị', 'nguyen thi'],
  ['İpek Işık', 'ipek', 'IPEK', 'isik', 'ISIK', 'ışık', 'IŞIK'],
  ['ＡＮＡ', 'ana', 'ＡＮ'],
  ['Ana\u00a0Lima', 'ana lima', 'ana\u3000lima', 'ana\u00a0lima', '  ana   lima  '],
  ['Sinéad O’Brien', "o'brien", 'obrien', 'o’brien', 'o´brien', 'oʼbrien', 'o＇brien'],
  ["D'Angelo", 'd’angelo', 'dangelo'],
  ['Gal·la', 'galla', 'gal·la', 'gal.la', 'gaŀla', 'gal・la'],
  ['Jean-Luc', 'jean luc', 'jean‑luc', 'jean–luc'],
  ['Ана Ёлкина', 'елкина', 'ёлк'],
  ['Σωκράτης', 'σωκρατης', 'ΣΩΚΡΑΤΗΣ'],
  ['مُحَمَّد', 'محمد'],
  ['علی', 'علي'],
  ['Lima, Ana', 'ana lima'],
  ['A\u200cna\u202e', 'ana'],
  ['ﬁona', 'fiona'],
];

describe('a name', () => {
  for (const [name, ...ways] of typed) {
    test(`${name} is found by each of: ${ways.join(' · ')}`, () => {
      const people = [{ name }, { name: 'Zz' }];
      for (const way of ways) assert.deepEqual(findPeople(people, way), [{ name }], way);
    });
  }

  test('is found by itself and by any beginning of it, whatever its letters', () => {
    const letters = fc.string({ unit: fc.constantFrom(...typed.flatMap(([name]) => [...name])), minLength: 1, maxLength: 12 });
    fc.assert(fc.property(letters, (name) => findPeople([{ name }], name).length === 1));
    fc.assert(fc.property(letters, (name) => foldName(foldName(name)) === foldName(name)));
  });

  test('is not found by letters that it lacks, and all are there where nothing is typed', () => {
    const people = [{ name: 'Ana' }, { name: 'Sam' }];
    assert.deepEqual(findPeople(people, 'zz'), []);
    for (const nothing of ['', '  ', '\u00a0', '\u200b', "'"]) assert.deepEqual(findPeople(people, nothing), people);
    assert.deepEqual(findPeople([{ name: 'हिना' }, { name: 'हना' }], 'हिना'), [{ name: 'हिना' }]);
  });

  test('is found as it is shown, also after it is shown in another way', () => {
    const [one, two] = [{ name: 'Ana' }, { name: 'Ana' }];
    assert.deepEqual(
      findPeople([one, two], 'ana east', (person) => (person === one ? 'Ana (east wing)' : 'Ana (west wing)')),
      [one],
    );
    assert.deepEqual(findPeople([one, two], 'east'), []);
  });

  test('is folded once, and not again at the next key', (t) => {
    const people = Array.from({ length: 500 }, (_, at) => ({ name: `Zoë ${at}` }));
    findPeople(people, 'z');
    const folding = t.mock.method(String.prototype, 'normalize');
    assert.equal(findPeople(people, 'zo').length, 500);
    assert.ok(folding.mock.callCount() < 10, `${folding.mock.callCount()} times`);
  });
});

describe('two people of one name', () => {
  const one = { id: '1', name: 'Ana', as: 'resident', note: 'east wing' } as const;
  const two = { id: '2', name: 'ana ', as: 'resident' } as const;
  const three = { id: '3', name: 'Ana', as: 'staff' } as const;
  const sam = { id: '4', name: 'Sam', as: 'staff', note: 'nights' } as const;

  test('are told apart by the note of the host, else by what they are', () => {
    const people = [one, two, three, sam];
    assert.deepEqual(apart(one, people), { note: 'east wing' });
    assert.deepEqual(apart(two, people), { as: 'resident' });
    assert.deepEqual(apart(three, people), { as: 'staff' });
    assert.equal(apart(sam, people), undefined);
  });

  test('who are the same have nothing that could tell them apart', () => {
    const other = { ...two, id: '5' };
    assert.equal(apart(two, [two, other]), undefined);
  });
});

describe('a list of people', () => {
  const sam = { id: 'p-sam', name: 'Sam', as: 'resident' };
  const bad: Readonly<Record<string, unknown>> = {
    'an empty name': { id: 'p-1', name: '', as: 'resident' },
    'a name that nobody can see': { id: 'p-1', name: '\u3164', as: 'resident' },
    'a long name': { id: 'p-1', name: 'n'.repeat(81), as: 'resident' },
    'an unknown role': { id: 'p-1', name: 'Kim', as: 'boss' },
    'an id that came before': { id: 'p-sam', name: 'Kim', as: 'resident' },
  };
  for (const [what, row] of Object.entries(bad)) {
    test(`leaves out one row with ${what}, names it, and keeps the others`, () => {
      const jo = { id: 'p-jo', name: 'Jo', as: 'staff' };
      assert.deepEqual(readPeople([sam, row, jo]), { value: [sam, jo], left: true, row: 1, id: (row as { id: string }).id });
    });
  }

  test('leaves out a row that is no person, or throws on being looked at', () => {
    const thrower = Object.defineProperty({}, 'id', {
      get: () => {
        throw new Error('no');
      },
    });
    for (const row of [null, 7, [], 'Kim', {}, thrower]) assert.deepEqual(readPeople([row, sam]), { value: [sam], left: true, row: 0 });
  });

  test('keeps a person whose note does not fit, without the note', () => {
    assert.deepEqual(readPeople([{ ...sam, note: 'n'.repeat(81) }]), { value: [sam], left: true, row: 0, id: 'p-sam' });
    assert.deepEqual(readPeople([{ ...sam, note: 'n'.repeat(80) }]), { value: [{ ...sam, note: 'n'.repeat(80) }] });
    assert.deepEqual(readPeople([{ ...sam, note: '' }]), { value: [sam] });
  });

  test('is none where no row of it fits', () => {
    for (const list of [{ 0: sam }, 'Sam', null]) assert.equal(readPeople(list), undefined);
    for (const list of [[{}], [null]]) assert.deepEqual(readPeople(list), { left: true, row: 0 });
    assert.deepEqual(readPeople([{ ...sam, as: 'boss' }, {}]), { left: true, row: 0, id: 'p-sam' });
    assert.deepEqual(readPeople([]), { value: [] });
  });
});

describe('contacts for help', () => {
  const priya = { name: 'Priya', phone: '1' };

  test('stay where one of them has no name', () => {
    assert.deepEqual(readHelp({ where: 'Office', people: [priya, { name: '' }] }), {
      value: { people: [priya], where: 'Office' },
      left: true,
      row: 1,
    });
    assert.deepEqual(readHelp({ where: 'n'.repeat(201), people: [priya] }), { value: { people: [priya] }, left: true });
    assert.deepEqual(readHelp({ where: 'Office' }), { value: { people: [], where: 'Office' } });
    for (const value of [null, 5, [], { people: 5 }]) assert.equal(readHelp(value), undefined);
    assert.deepEqual(readHelp({ people: [{}] }), { left: true, row: 0 });
    assert.deepEqual(readHelp({ where: 5 }), { left: true });
  });

  test('with a phone that is a whole number have its digits', () => {
    assert.deepEqual(readHelp({ people: [{ name: 'Priya', phone: 5550100 }] }), { value: { people: [{ name: 'Priya', phone: '5550100' }] } });
  });

  test('whose phone or note does not fit stay without it, and that is told', () => {
    const left = { value: { people: [{ name: 'Priya' }] }, left: true, row: 0 };
    for (const phone of ['1'.repeat(41), NaN, -5, 5.5, {}, true])
      assert.deepEqual(readHelp({ people: [{ name: 'Priya', phone }] }), left, typeof phone);
    for (const note of ['n'.repeat(121), 5]) assert.deepEqual(readHelp({ people: [{ name: 'Priya', note }] }), left, String(note));
    for (const none of ['', null, undefined])
      assert.deepEqual(readHelp({ people: [{ name: 'Priya', phone: none, note: none }] }), { value: { people: [{ name: 'Priya' }] } });
    const longest = { name: 'n'.repeat(80), phone: '1'.repeat(40), note: 'n'.repeat(120) };
    assert.deepEqual(readHelp({ people: [longest] }), { value: { people: [longest] } });
  });

  test('are none in an object that has neither of their fields', () => {
    for (const value of [{}, { numbers: [priya] }, { staff: 'Office' }]) assert.equal(readHelp(value), undefined);
    assert.deepEqual(readHelp({ people: [] }), { value: { people: [] } });
    assert.deepEqual(readHelp({ where: undefined }), { value: { people: [] } });
  });
});
