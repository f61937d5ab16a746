import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { axeSum, cellsOf, directions, themes } from '../../scripts/stories/axe.mjs';
import { compare, decode } from '../../scripts/stories/compare.mjs';
import { strays } from '../../scripts/stories/files.mjs';
import { changedLines } from '../../scripts/stories/lines.mjs';
import { choosePalette, encode } from '../../scripts/stories/palette.mjs';
import { sentencesOf } from '../../scripts/stories/sentences.mjs';

interface Picture {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}
type Colour = readonly [number, number, number];
interface Cell {
  theme: string;
  dir: string;
  looksOnly: boolean;
}

function picture(width: number, height: number, colourAt: (x: number, y: number) => Colour): Picture {
  const data = new Uint8Array(width * height * 4);
  for (let at = 0; at < width * height; at++) data.set([...colourAt(at % width, Math.floor(at / width)), 255], at * 4);
  return { width, height, data };
}
const plain = picture(100, 100, () => [250, 250, 245]);
/** The plain picture with a square of another colour. */
const marked = (side: number, colour: Colour): Picture => picture(100, 100, (x, y) => (x < side && y < side ? colour : [250, 250, 245]));

describe('pictures of stories', () => {
  test('are the same where nothing changed', () => {
    assert.deepEqual(compare(plain, plain), {});
  });

  test('differ where a small mark has another colour', () => {
    const { fault, diff } = compare(plain, marked(8, [40, 80, 160]));
    assert.match(fault ?? '', /differs in \d+ pixels/);
    assert.equal(decode(diff as Buffer).width, 100);
  });

  test('may differ in a pixel', () => {
    assert.equal(compare(plain, marked(1, [40, 80, 160])).fault, undefined);
  });

  test('differ where one is taller', () => {
    assert.equal(
      compare(
        plain,
        picture(100, 101, () => [250, 250, 245]),
      ).fault,
      'is 100 × 101 pixels, not 100 × 100',
    );
  });

  test('of few colours come back from the palette as they were', () => {
    const given = marked(30, [1, 2, 3]);
    assert.deepEqual([...decode(encode(given)).data], [...given.data]);
  });

  test('of many colours come back close enough to count as the same', () => {
    const given = picture(100, 100, (x, y) => [x * 2, x * 2, 120 + (y % 10)]);
    assert.equal(compare(decode(encode(given)), given).fault, undefined);
  });

  test('keep their commonest colours exactly, and the rare one that is far from all', () => {
    const colours = new Uint32Array([
      ...Array.from({ length: 500 }, () => 0xffffff),
      ...Array.from({ length: 300 }, (_, shade) => 0xfffe00 + (shade % 250)),
      0x102030,
    ]);
    const palette = choosePalette(colours, 16);
    assert.equal(palette.length, 16);
    assert.equal(palette[0], 0xffffff);
    assert.ok(palette.includes(0x102030));
  });
});

describe('baselines', () => {
  test('without a story are found, those of a story are not', () => {
    const names = [
      'a--b.txt',
      'a--b--light.png',
      'a--b--dark.png',
      'widgets-a--b--dark.png',
      'fonts.json',
      'a--gone.txt',
      'a--gone--light.png',
      'a--b--sepia.png',
    ];
    assert.deepEqual(strays(['a--b', 'widgets-a--b'], names), ['widgets-a--b--dark.png', 'a--gone.txt', 'a--gone--light.png', 'a--b--sepia.png']);
  });

  test('tell which lines changed', () => {
    assert.deepEqual(changedLines('a\nb\nc\n', 'a\nB\nc\nd\n'), ['- b', '+ B', '+ d']);
    assert.deepEqual(changedLines('a\nb', 'a\nb'), []);
  });
});

describe('axe over stories', () => {
  const cells = (engine: 'chromium' | 'firefox', whole: boolean, id = 'widgets-help--in-use'): Cell[] => cellsOf(engine, id, whole);
  const pair = ({ theme, dir }: Cell): string => `${theme} ${dir}`;
  const every = themes.flatMap((theme) => directions.map((dir) => `${theme} ${dir}`)).sort();

  test('on the whole runs every rule in every theme and direction', () => {
    assert.deepEqual(cells('firefox', true).map(pair).sort(), every);
    assert.ok(cells('chromium', true).every(({ looksOnly }) => !looksOnly));
  });

  test('in short runs every rule in each engine, and light, dark and both directions in one or the other', () => {
    const short = (['chromium', 'firefox'] as const).map((engine) => cells(engine, false));
    for (const some of short) assert.ok(some.some(({ looksOnly }) => !looksOnly));
    assert.deepEqual(new Set(short.flat().map(({ dir }) => dir)), new Set(directions));
    assert.deepEqual(new Set(short.flat().map(({ theme }) => theme)), new Set(['light', 'dark']));
  });

  test('in short runs every rule once for a state', () => {
    assert.deepEqual(cells('chromium', false, 'widgets-help--nobody-came'), [{ theme: 'light', dir: 'ltr', looksOnly: false }]);
    assert.deepEqual(cells('chromium', true, 'widgets-help--nobody-came').map(pair).sort(), every);
  });

  test('says its count', () => {
    const sum = axeSum({ runs: 96, violations: 0, stories: 6, engines: 2, whole: true });
    assert.equal(sum, 'axe: 0 violations in 96 runs: 6 stories x 4 themes x 2 directions x 2 engines');
  });
});

test('the sentence of a story is the one above it', () => {
  const source = `/** The file. */\nimport x from 'x';\n/** One question,\n * one button. */\nexport const Ready = {};\nexport const Bare = {};`;
  assert.deepEqual([...sentencesOf(source)], [['Ready', 'One question, one button.']]);
});
