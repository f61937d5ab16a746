import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, test } from 'node:test';
import { elementFolders, root, widgets } from '../../scripts/entries.mjs';
import { importsOf, readGraph, sourceFiles, wayTo } from '../../scripts/graph.mjs';
import { refusal } from '../../scripts/layers.mjs';

type Edge = ReturnType<typeof importsOf>[number];
const files: string[] = sourceFiles();
const graph: Map<string, Edge[]> = readGraph(files);
const short = (file: string): string => relative(root, file);
const at = (path: string): string => join(root, path);

describe('imports', () => {
  test('every import names a file that is there', () => {
    const lost = files.flatMap((file) =>
      (graph.get(file) ?? []).filter(({ target }) => target && !existsSync(target)).map(({ specifier }) => `${short(file)} imports ${specifier}`),
    );
    assert.deepEqual(lost, []);
  });

  test('run from model through records to elements', () => {
    const refused = files.flatMap((file) =>
      (graph.get(file) ?? []).flatMap(({ specifier, way }) => {
        const reason = refusal(file, specifier, way);
        return reason ? [`${short(file)} imports ${specifier}: ${reason}`] : [];
      }),
    );
    assert.deepEqual(refused, []);
  });

  test('no element and no tag waits for zod, idb or noble', () => {
    const starts = files.filter((file) => /^src\/(elements|define)\/|^src\/index\.ts$/.test(short(file)));
    assert.ok(starts.length > 0);
    const ways = starts.flatMap((file) => wayTo(graph, file, /^(zod|idb|@noble)($|\/)/) ?? []);
    assert.deepEqual(ways.map(short), []);
  });

  test('model runs without Lit and IndexedDB', () => {
    assert.deepEqual(wayTo(graph, at('src/model/index.ts'), /^(lit|@lit|idb|@noble)($|\/)/), undefined);
  });

  test('no file imports itself in a round that runs at once', () => {
    const rounds = files.filter((file) => reachedFrom(file).has(file)).map(short);
    assert.deepEqual(rounds, []);
  });
});

function reachedFrom(start: string): Set<string> {
  const reached = new Set<string>();
  const queue = [start];
  for (const file of queue) {
    for (const { way, target } of graph.get(file) ?? []) {
      if (way !== 'value' || !target || reached.has(target)) continue;
      reached.add(target);
      queue.push(target);
    }
  }
  return reached;
}

const among = (folder: string, ending: string): string[] =>
  existsSync(at(folder)) ? readdirSync(at(folder), { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith(ending)) : [];

describe('the mirror', () => {
  for (const widget of widgets()) {
    test(`${widget} has its class, strings, tag, story and test`, () => {
      const folder = `src/elements/${widget}`;
      const parts = {
        class: existsSync(at(`${folder}/index.ts`)),
        strings: existsSync(at(`${folder}/strings.ts`)),
        tag: existsSync(at(`src/define/${widget}.ts`)),
        story: existsSync(at(`stories/${widget}.stories.ts`)) || among(`stories/${widget}`, '.stories.ts').length > 0,
        test: among(`test/elements/${widget}`, '.spec.ts').length > 0,
      };
      assert.deepEqual(parts, { class: true, strings: true, tag: true, story: true, test: true });
    });

    test(`${widget} is among all tags and all classes`, () => {
      assert.match(readFileSync(at('src/define/index.ts'), 'utf8'), new RegExp(`'\\./${widget}\\.js'`));
      assert.match(readFileSync(at('src/index.ts'), 'utf8'), new RegExp(`'\\./elements/${widget}/index\\.js'`));
    });
  }

  test('the community and what widgets share have tests', () => {
    for (const folder of elementFolders().filter((name: string) => !widgets().includes(name))) {
      assert.ok(among(`test/elements/${folder}`, '.spec.ts').length > 0, `test/elements/${folder} has no test`);
    }
  });
});

describe('the reader of imports', () => {
  const read = (text: string) => importsOf(at('src/elements/help/x.ts'), text).map(({ specifier, way }) => `${way} ${specifier}`);

  test('tells what runs from what is only a type', () => {
    assert.deepEqual(read(`import a from './a.js'; import type { B } from 'b'; export * from './c.js'; import './d.js'; type E = import('e').E;`), [
      'value ./a.js',
      'type b',
      'value ./c.js',
      'value ./d.js',
      'type e',
    ]);
    assert.deepEqual(read(`const load = () => import('../../records/index.js'); import { type T } from 't'; export type { U } from './u.js'`), [
      'lazy ../../records/index.js',
      'value t',
      'type ./u.js',
    ]);
  });

  test('finds the way to a package', () => {
    const ring = new Map<string, Edge[]>([
      ['a', [{ specifier: './b.js', way: 'value', target: 'b' }]],
      [
        'b',
        [
          { specifier: './a.js', way: 'value', target: 'a' },
          { specifier: './c.js', way: 'lazy', target: 'c' },
          { specifier: 'idb', way: 'value' },
        ],
      ],
      ['c', [{ specifier: 'zod/mini', way: 'value' }]],
    ]);
    assert.deepEqual(wayTo(ring, 'a', /^idb$/), ['a', 'b', 'idb']);
    assert.equal(wayTo(ring, 'a', /^zod/), undefined);
  });
});
