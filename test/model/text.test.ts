import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { characterCount, cut, digitsOf, hasWords, compareText, isAtLeast, trimmed } from '../../src/model/text.js';
import { decide } from '../../src/model/decide.js';
import { kinds } from '../../src/model/kinds/tables.js';
import { parseRecord } from '../../src/model/record.schema.js';
import { Refused } from '../../src/model/refusals.js';

/** Every one of these draws nothing. */
const unseen: Readonly<Record<string, string>> = {
  space: ' ',
  'line feed': '\n',
  'no-break space': '\u00a0',
  'ideographic space': '\u3000',
  'ogham space': '\u1680',
  'Hangul filler': '\u3164',
  'half-width Hangul filler': '\uffa0',
  'Hangul initial filler': '\u115f',
  'Hangul medial filler': '\u1160',
  'Braille blank': '\u2800',
  'zero width space': '\u200b',
  'zero width joiner': '\u200d',
  'zero width non-joiner': '\u200c',
  'word joiner': '\u2060',
  'soft hyphen': '\u00ad',
  'combining grapheme joiner': '\u034f',
  'byte order mark': '\ufeff',
  'Khmer inherent vowel': '\u17b4',
  'Mongolian vowel separator': '\u180e',
  'variation selector': '\ufe0f',
  'left-to-right mark': '\u200e',
  override: '\u202e',
  isolate: '\u2068',
  tag: '\u{e0041}',
  'annotation anchor': '\ufff9',
  'object replacement': '\ufffc',
  'null notehead': '\u{1d159}',
  bell: '\u0007',
  'accent without a letter': '\u0301',
  noncharacter: '\ufffe',
};
const blank = fc.string({ unit: fc.constantFrom(...Object.values(unseen)), maxLength: 20 });
const letter = fc.constantFrom('a', 'é', 'e\u0301', 'ß', '漢', 'ا', '한', '7', '?', '☺', '🙂', '👩‍👩‍👧‍👦', '🏳️‍🌈', '🇺🇳', 'می‌خواهم', '©', '\ufffd');

describe('words', () => {
  for (const [name, text] of Object.entries(unseen)) {
    test(`are not made by ${name} alone`, () => assert.deepEqual([hasWords(text), hasWords(text.repeat(5)), trimmed(text)], [false, false, '']));
  }

  test('are not made by what draws nothing, in any mixture', () =>
    fc.assert(fc.property(blank, (text) => !hasWords(text) && characterCount(text) === 0 && trimmed(text) === '')));

  test('are made by one visible character among what draws nothing, and stay as they were written', () =>
    fc.assert(
      fc.property(blank, letter, blank, (before, seen, after) => {
        const text = before + seen + after;
        assert.ok(hasWords(text));
        assert.equal(trimmed(text), text.trim());
        assert.ok(trimmed(text).includes(seen));
      }),
    ));

  test('are made by letters, digits, marks and pictures of any script', () => fc.assert(fc.property(letter, hasWords)));

  test('are only in text', () => {
    for (const value of [undefined, null, 3, true, {}, ['a'], Symbol('a')]) assert.equal(hasWords(value), false);
  });
});

describe('the length of a text', () => {
  test('counts what people count as one character', () => {
    assert.equal(characterCount('abc'), 3);
    assert.equal(characterCount('e\u0301\u0302a'), 2);
    assert.equal(characterCount('👩‍👩‍👧‍👦'), 1);
    assert.equal(characterCount('🇺🇳🏳️‍🌈'), 2);
    assert.equal(characterCount('نی‌ا'), 3);
  });

  test('counts a character once that lies over the edge of a piece of a long text', () => {
    for (let before = 0; before < 12; before++) {
      assert.equal(characterCount('x'.repeat(1018 + before) + '👩‍👩‍👧‍👦é'.repeat(200)), 1018 + before + 400);
      assert.equal(characterCount('x'.repeat(1018 + before) + '🇩🇪🇫🇷'.repeat(300)), 1018 + before + 600);
    }
  });

  test('leaves out blanks at both ends and what draws nothing', () => {
    assert.equal(characterCount('  a b \u3164'), 3);
    assert.equal(characterCount('a\u200b\u200b\u3164'), 1);
    assert.equal(isAtLeast('a\u3164\u3164', 3), false);
    assert.equal(isAtLeast('a b', 3), true);
  });

  test('is never more than its UTF-16 units, so that what is long enough fits its schema', () =>
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 40 }),
        (text) => characterCount(text.normalize('NFC')) <= text.normalize('NFC').trim().length,
      ),
    ));
});

describe('a text that is cut', () => {
  const graphemes = (text: string): string[] => [...new Intl.Segmenter('en').segment(text)].map(({ segment }) => segment);
  const long = fc.array(fc.oneof(letter, fc.constantFrom(' ', 'z\u0301\u0300\u0302', '👍🏽')), { maxLength: 30 }).map((parts) => parts.join(' '));

  test('has at most as many UTF-16 units as there is room for, and only whole characters', () =>
    fc.assert(
      fc.property(long, fc.nat(80), (text, most) => {
        const short = cut(text, most);
        assert.ok(short.length <= most);
        assert.deepEqual(graphemes(short), graphemes(text).slice(0, graphemes(short).length));
        const next = graphemes(text)[graphemes(short).length];
        assert.ok(next === undefined || short.length + next.length > most, 'as much as fits');
      }),
    ));

  test('that fits stays as it is', () => assert.equal(cut('👩‍👩‍👧‍👦', 11), '👩‍👩‍👧‍👦'));
});

describe('a person who acts', () => {
  const id = '0199c0de-4d20-7c55-8b1f-2e7a90c3d5f6';
  const about = { id, community: 'north', now: '2026-03-02T09:00:00.000Z' };
  const ana = { person: 'p-ana', as: 'resident' } as const;
  const send = (saw: string) => decide('send', { ...about, kind: 'feedback', actor: ana, input: { to: ['p-sam'], data: { mode: 'affirm', saw } } });
  const code = (decided: unknown): unknown => (decided instanceof Refused ? decided.code : 'decided');

  test('needs words that can be seen, and enough of them', () => {
    assert.equal(code(send('\u3164\u3164\u3164\u3164')), 'words-missing');
    assert.equal(code(send('👩‍👩‍👧‍👦')), 'words-missing');
    assert.equal(code(send('Yes')), 'decided');
  });

  test('may not leave a reason, a title, an outcome or a promise blank', () => {
    const blankText = '\u2800\u3164\u200b\u2800';
    const staff = { person: 's-1', as: 'staff' } as const;
    const refusedBy = (kind: string, action: string, scene: object): string[] =>
      (kinds[kind]?.transitions[action]?.needs ?? []).filter((need) => !need.met(scene as never)).map((need) => need.code);
    const unexplained = { id, kind: 'outcome', data: { method: 'staff-decides', why: blankText } };
    const noted = { input: { answers: [{ id, kind: 'x', data: { note: blankText } }, unexplained] }, actor: staff, others: new Map(), answers: [] };
    for (const [kind, table] of Object.entries(kinds)) {
      for (const [action, row] of Object.entries(table.transitions)) {
        if (!row.needs?.some((need) => need.code === 'reason-missing')) continue;
        const roots = row.from.map((status) => ({ status, to: [], by: 'p-ana', data: {} }));
        const refused = roots.some((root) => refusedBy(kind, action, { ...noted, root }).includes('reason-missing'));
        assert.ok(refused, `${kind} ${action}`);
      }
    }
    const decided = {
      input: {
        answers: [
          { id, kind: 'outcome', data: { text: blankText } },
          { id, kind: 'promise', to: ['p-ana'], data: { text: blankText } },
        ],
      },
      others: new Map(),
    };
    assert.deepEqual(refusedBy('item', 'decide', decided), ['outcome-missing', 'words-missing']);
    assert.ok(refusedBy('item', 'propose', { input: { data: { title: `a${blankText}` } }, others: new Map() }).includes('words-missing'));
    for (const field of ['title', 'purpose']) {
      const data = { title: 'Tea', purpose: 'Tea', chair: 'p-ana', [field]: blankText };
      assert.deepEqual(refusedBy('meeting', 'plan', { input: { data } }), ['words-missing'], field);
    }
    assert.ok(refusedBy('duty', 'tell', noted).includes('words-missing'));
  });
});

test('a record that was written before is valid whatever blanks it holds', () => {
  const record = {
    id: '0199c0de-4d20-7c55-8b1f-2e7a90c3d5f6',
    kind: 'item',
    v: 1,
    community: 'north',
    by: 'p-ana',
    to: [],
    visibility: 'community',
    at: '2026-03-02T09:00:00.000Z',
    status: 'proposed',
    rev: 1,
    data: { title: '\u3164\u3164\u3164', kind: 'topic' },
  };
  assert.ok(parseRecord(record));
});

test('moments and ids stand in the same order in every language', () => {
  assert.deepEqual(['2026-03-02T09:00:00.000Z', '9', '2026-03-02T09:00:00.500Z', '2025-12-31'].sort(compareText), [
    '2025-12-31',
    '2026-03-02T09:00:00.000Z',
    '2026-03-02T09:00:00.500Z',
    '9',
  ]);
  assert.equal(compareText('a', 'a'), 0);
});

test('the digits of a code are those of any script, with or without blanks and dashes', () => {
  for (const typed of [
    '1234',
    ' 12 34 ',
    '12-34',
    '１２３４',
    '١٢٣٤',
    '\u{1d7cf}\u{1d7d0}\u{1d7d1}\u{1d7d2}',
    '\u{1d7d9}\u{1d7da}\u{1d7db}\u{1d7dc}',
  ])
    assert.equal(digitsOf(typed), '1234', typed);
  for (const typed of ['', ' ', '12a4', '½', '12.34']) assert.equal(digitsOf(typed), undefined, typed);
});
