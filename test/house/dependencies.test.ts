import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, describe, test } from 'node:test';
import { cruise, type IConfiguration, type ICruiseResult } from 'dependency-cruiser';
import all from '../../.dependency-cruiser.mjs';
import atOnce from '../../.dependency-cruiser.static.mjs';
import { root } from '../../scripts/entries.mjs';

/** Files that stand for the real ones, each with what it imports. */
const files: Readonly<Record<string, string>> = {
  'model/record.ts': `export type R = string; export const some = 1;`,
  'model/decide.ts': `export const decide = 1;`,
  'model/record.schema.ts': `import * as z from 'zod/mini'; export const schema = z.string();`,
  'records/base/errors.ts': `export class E {}`,
  'records/storage/db.ts': `import { openDB } from 'idb'; export const open = openDB;`,
  'elements/parts/field.ts': `export const field = 1;`,
  'elements/coping/front.ts': `export const front = 1;`,
  'elements/help/index.ts': `export const help = 1;`,
  'content/cards.ts': `export const cards = 1;`,
};

/** What must not pass: the rule, what it is, the file that breaks it, and what it says. */
const faults: readonly (readonly [rule: string, what: string, path: string, text: string])[] = [
  [
    'records-in-order',
    'a folder of records that imports from one below it, for a type only',
    'records/base/low.ts',
    `import type { open } from '../storage/db.js'; export type O = typeof open;`,
  ],
  ['records-in-order', 'a folder of records that imports the store', 'records/sync/up.ts', `export * from '../store.js';`],
  ['elements-in-order', 'a controller that imports a part', 'elements/controllers/low.ts', `export * from '../parts/field.js';`],
  ['elements-in-order', 'a part that imports a widget', 'elements/parts/low.ts', `export * from '../help/index.js';`],
  ['no-widget-in-another', 'a widget inside another', 'elements/peer-feedback/other.ts', `export * from '../help/index.js';`],
  ['coping-for-coping', 'coping outside its widgets', 'elements/help/front.ts', `export * from '../coping/front.js';`],
  [
    'parts-in-order',
    'a model that looks at records, for a type only',
    'model/up.ts',
    `import type { E } from '../records/base/errors.js'; export type X = E;`,
  ],
  ['parts-in-order', 'records that look at elements', 'records/base/up.ts', `export * from '../../elements/help/index.js';`],
  ['parts-in-order', 'an element that waits for texts', 'elements/help/texts.ts', `export * from '../../content/cards.js';`],
  ['kinds-on-engine', 'a kind that decides', 'model/kinds/one/table.ts', `import { decide } from '../../decide.js'; export const one = decide;`],
  ['schemas-apart', 'a table that waits for a schema', 'model/kinds/two/table.ts', `export * from './two.schema.js';`],
  [
    'zod-in-its-folder',
    'zod outside a schema, for a type only',
    'model/shape.ts',
    `import type { ZodMiniType } from 'zod/mini'; export type Z = ZodMiniType;`,
  ],
  ['zod-mini', 'zod in its big form', 'model/big.schema.ts', `import { z } from 'zod'; export const x = z.string();`],
  ['idb-in-its-folder', 'idb outside the storage of records', 'records/sync/db.ts', `import { openDB } from 'idb'; export const x = openDB;`],
  [
    'noble-in-its-folder',
    'noble outside the crypto of records',
    'records/base/noble.ts',
    `import { sha256 } from '@noble/hashes/sha2.js'; export const x = sha256;`,
  ],
  ['lit-in-its-folder', 'Lit in records', 'records/base/lit.ts', `import { html } from 'lit'; export const x = html;`],
  ['uuidv7-in-its-folder', 'ids made in the model', 'model/ids.ts', `import { uuidv7 } from 'uuidv7'; export const x = uuidv7;`],
  ['known-packages', 'a package that nobody chose', 'elements/help/axios.ts', `import axios from 'axios'; export { axios };`],
  ['known-packages', 'a module of Node', 'model/node.ts', `import { join } from 'node:path'; export { join };`],
  [
    'no-cycle',
    'two files that import each other, for a type only',
    'content/one.ts',
    `import type { Two } from './two.js'; export type One = Two | 1;`,
  ],
  [
    'no-folder-cycle',
    'two families of kinds that import each other',
    'model/kinds/left/table.ts',
    `export * from '../right/other.js'; export const left = 1;`,
  ],
  ['no-lost-import', 'an import of a file that is not there', 'tokens/lost.ts', `export * from './nowhere.js';`],
  [
    'paints-before-storage',
    'an element that waits for idb, by way of others',
    'elements/help/waits.ts',
    `export * from '../../records/storage/db.js';`,
  ],
  ['paints-before-storage', 'a tag that waits for zod, by way of an element', 'define/help.ts', `export * from '../elements/help/schema.js';`],
  ['model-without-page', 'a model that needs Lit', 'model/page.ts', `export * from 'lit';`],
];

/** The other side of the faults that need two files. */
const halves: Readonly<Record<string, string>> = {
  'records/store.ts': `export const store = 1;`,
  'content/two.ts': `import type { One } from './one.js'; export type Two = One | 2;`,
  'model/kinds/right/table.ts': `export * from '../left/table.js';`,
  'model/kinds/right/other.ts': `export const right = 1;`,
  'model/kinds/two/two.schema.ts': `export const two = 1;`,
  'elements/help/schema.ts': `export * from '../../model/record.schema.js';`,
};

/** What is allowed and stands near to a fault. */
const fine: Readonly<Record<string, string>> = {
  'elements/help/later.ts': `import type { cards } from '../../content/cards.js'; export type C = typeof cards; export const open = () => import('../../records/storage/db.js');`,
  'elements/coping-card/front.ts': `export * from '../coping/front.js';`,
  'model/kinds/three/three.schema.ts': `export * from '../two/two.schema.js';`,
};

const folder = mkdtempSync(join(tmpdir(), 'milieu-imports-'));
after(() => rmSync(folder, { recursive: true }));
for (const [path, text] of Object.entries({ ...files, ...halves, ...fine, ...Object.fromEntries(faults.map(([, , path, text]) => [path, text])) })) {
  mkdirSync(dirname(join(folder, 'src', path)), { recursive: true });
  writeFileSync(join(folder, 'src', path), text);
}
symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));

async function broken({ forbidden = [], options = {} }: IConfiguration): Promise<readonly (readonly [rule: string, from: string])[]> {
  const ruled = { ...options, baseDir: folder, validate: true, ruleSet: { forbidden } };
  const { output } = await cruise(['src'], ruled, Object.assign({ symlinks: false }, options.enhancedResolveOptions));
  return (output as ICruiseResult).summary.violations.map(({ rule, from }) => [rule.name, from]);
}

const found = Promise.all([broken(all), broken(atOnce)]).then((lists) => lists.flat());

describe('the rules of imports catch', () => {
  for (const [rule, what, path] of faults) {
    test(what, async () => {
      const place = rule === 'no-folder-cycle' ? dirname(`src/${path}`) : `src/${path}`;
      const names = (await found).filter(([, from]) => from === place).map(([name]) => name);
      assert.ok(names.includes(rule), `${rule} is not among: ${names.join(', ') || 'nothing'}`);
    });
  }
});

describe('the rules of imports let through', () => {
  test('types of texts, storage that is loaded later, what two widgets share, another family', async () => {
    assert.deepEqual(
      (await found).filter(([, from]) => Object.keys(fine).some((path) => from === `src/${path}`)),
      [],
    );
  });
});
