import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { axeSum, cellsOf, directions, themes } from '../../scripts/stories/axe.mjs';
import { stampOf } from '../../scripts/stories/build.mjs';
import { compare, decode } from '../../scripts/stories/compare.mjs';
import { strays } from '../../scripts/stories/files.mjs';
import { ofMachine } from '../../scripts/stories/letters.mjs';
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
  test('equal pictures are the same', () => {
    assert.deepEqual(compare(plain, plain), {});
  });

  test('a small mark of another colour makes pictures differ', () => {
    const { fault, diff } = compare(plain, marked(8, [40, 80, 160]));
    assert.match(fault ?? '', /differs in \d+ pixels/);
    assert.equal(decode(diff as Buffer).width, 100);
  });

  test('one pixel may differ', () => {
    assert.equal(compare(plain, marked(1, [40, 80, 160])).fault, undefined);
  });

  test('pictures of another height differ', () => {
    assert.equal(
      compare(
        plain,
        picture(100, 101, () => [250, 250, 245]),
      ).fault,
      'is 100 × 101 pixels, not 100 × 100',
    );
  });

  test('a picture of few colours is unchanged by the palette', () => {
    const given = marked(30, [1, 2, 3]);
    assert.deepEqual([...decode(encode(given)).data], [...given.data]);
  });

  test('a picture of many colours stays close enough to count as the same', () => {
    const given = picture(100, 100, (x, y) => [x * 2, x * 2, 120 + (y % 10)]);
    assert.equal(compare(decode(encode(given)), given).fault, undefined);
  });

  test('the palette keeps the most common colours and a rare colour that is far from all others', () => {
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

describe('baselines of stories', () => {
  test('baselines without a story are found, and others are not', () => {
    const names = ['a--b.txt', 'a--b--light.png', 'a--b--dark.png', 'widgets-a--b--dark.png', 'a--gone.txt', 'a--gone--light.png', 'a--b--sepia.png'];
    assert.deepEqual(strays(['a--b', 'widgets-a--b'], names), ['widgets-a--b--dark.png', 'a--gone.txt', 'a--gone--light.png', 'a--b--sepia.png']);
  });

  test('the changed lines of a baseline are listed', () => {
    assert.deepEqual(changedLines('a\nb\nc\n', 'a\nB\nc\nd\n'), ['- b', '+ B', '+ d']);
    assert.deepEqual(changedLines('a\nb', 'a\nb'), []);
  });
});

describe('axe runs over stories', () => {
  const cells = (engine: 'chromium' | 'firefox', whole: boolean, id = 'widgets-help--in-use'): Cell[] => cellsOf(engine, id, whole);
  const pair = ({ theme, dir }: Cell): string => `${theme} ${dir}`;
  const every = themes.flatMap((theme) => directions.map((dir) => `${theme} ${dir}`)).sort();

  test('the whole run uses every rule in every theme and direction', () => {
    assert.deepEqual(cells('firefox', true).map(pair).sort(), every);
    assert.ok(cells('chromium', true).every(({ looksOnly }) => !looksOnly));
  });

  test('the short run uses every rule in each engine, and each theme and direction in one of them', () => {
    const short = (['chromium', 'firefox'] as const).map((engine) => cells(engine, false));
    for (const some of short) assert.ok(some.some(({ looksOnly }) => !looksOnly));
    assert.deepEqual(new Set(short.flat().map(({ dir }) => dir)), new Set(directions));
    assert.deepEqual(new Set(short.flat().map(({ theme }) => theme)), new Set(['light', 'dark']));
  });

  test('the short run uses every rule once for a state', () => {
    assert.deepEqual(cells('chromium', false, 'widgets-help--nobody-came'), [{ theme: 'light', dir: 'ltr', looksOnly: false }]);
    assert.deepEqual(cells('chromium', true, 'widgets-help--nobody-came').map(pair).sort(), every);
  });

  test('the last line of an axe run says its counts', () => {
    const sum = axeSum({ runs: 96, violations: 0, stories: 6, engines: 2, whole: true });
    assert.equal(sum, 'axe: 0 violations in 96 runs: 6 stories x 4 themes x 2 directions x 2 engines');
  });
});

test('a font of the machine may not draw the letters of a story', () => {
  const font = (familyName: string, isCustomFont: boolean): { familyName: string; isCustomFont: boolean; glyphCount: number } => ({
    familyName,
    isCustomFont,
    glyphCount: 3,
  });
  assert.deepEqual(ofMachine([font('Noto Sans', true), font('DejaVu Sans', false)]), ['DejaVu Sans']);
});

test('the sentence of a story is the comment above it', () => {
  const source = `/** The file. */\nimport x from 'x';\n/** One question,\n * one button. */\nexport const Ready = {};\nexport const Bare = {};`;
  assert.deepEqual([...sentencesOf(source)], [['Ready', 'One question, one button.']]);
});

describe('the stamp of a Storybook', () => {
  const folder = mkdtempSync(join(tmpdir(), 'stamp-'));
  const write = (name: string, text: string): void => {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  };
  before(() => write('src/a.ts', 'one'));
  after(() => rmSync(folder, { recursive: true }));

  test('the stamp changes with the content, the name or the number of the files', () => {
    const stamps = [stampOf(folder)];
    const next = (change: () => void): void => {
      change();
      stamps.push(stampOf(folder));
    };
    next(() => write('src/a.ts', 'two'));
    next(() => renameSync(join(folder, 'src/a.ts'), join(folder, 'src/b.ts')));
    next(() => write('stories/new.ts', ''));
    assert.equal(new Set(stamps).size, 4);
  });

  test('the stamp does not change with generated files or baselines', () => {
    const stamp = stampOf(folder);
    for (const name of ['storybook-static/index.html', 'test/output/wtr.log', 'test/stories/pictures/a.png', 'node_modules/a/a.js', 'dist/a.js'])
      write(name, 'made');
    assert.equal(stampOf(folder), stamp);
  });
});
