import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, describe, test } from 'node:test';
import ts from 'typescript';
import { root } from '../../scripts/entries.mjs';
import { loadStrings } from '../../scripts/manifest/run-sources.mjs';
import { kinds } from '../../src/model/kinds/tables.js';

const read = (name: string): string => readFileSync(join(root, 'docs', name), 'utf8');
const pages = ['reference.md', ...readdirSync(join(root, 'docs/reference')).map((name) => `reference/${name}`)].map(read).join('\n');
const { exports: entries } = JSON.parse(read('../package.json')) as { exports: Readonly<Record<string, string | { readonly types: string }>> };

/** The source of each entry of the package that has types, without those for frameworks, which export none. */
const sources = Object.values(entries)
  .flatMap((target) => (typeof target === 'string' || /frameworks|\*/.test(target.types) ? [] : [target.types]))
  .map((types) => join(root, types.replace('./dist/', 'src/').replace('.d.ts', '.ts')));
const widgets = readdirSync(join(root, 'src/elements')).map((name) => join(root, 'src/elements', name, 'index.ts'));

/** Name by name what the modules export. */
function exported(): readonly string[] {
  const config = ts.parseJsonConfigFileContent(ts.readConfigFile(join(root, 'tsconfig.json'), (path) => ts.sys.readFile(path)).config, ts.sys, root);
  const program = ts.createProgram([...sources, ...widgets], config.options);
  const checker = program.getTypeChecker();
  return [...sources, ...widgets].flatMap((file) => {
    const source = program.getSourceFile(file);
    const module = source && checker.getSymbolAtLocation(source);
    return module ? checker.getExportsOfModule(module).map(({ name }) => name) : [];
  });
}

describe('the pages of reference', () => {
  let names: readonly string[] = [];
  before(() => {
    names = [...new Set(exported())];
  });

  test('everything that an entry of the package exports is described', () => {
    assert.ok(names.includes('Transport') && names.includes('Person') && names.includes('FakeBackend') && names.includes('admit'));
    const missing = names.filter((name) => !new RegExp(`^(?:\\| |### |)\`${name}(?:\`|\\(|<)`, 'm').test(pages) && !pages.includes(`\`${name}\`.`));
    assert.deepEqual(missing, []);
  });

  test('every kind of record has its fields, and every string its key', async () => {
    const records = read('reference/records.md');
    assert.deepEqual(
      Object.keys(kinds).filter((kind) => !records.includes(`## \`${kind}\`\n`)),
      [],
    );
    for (const kind of records.split(/^## /m).slice(1)) assert.match(kind, /^\| `\w+`.*\| `/m, kind.slice(0, 40));
    const strings = read('reference/strings.md');
    const keys = (await loadStrings()).flatMap((table) => Object.keys(table.strings));
    assert.ok(keys.length > 700);
    assert.deepEqual(
      keys.filter((key) => strings.split(`| \`${key}\` `).length !== 2),
      [],
    );
  });
});
