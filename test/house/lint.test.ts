import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { ESLint } from 'eslint';
import { root } from '../../scripts/entries.mjs';

const eslint = new ESLint({ cwd: root });
const element = 'src/elements/community/milieu-community.ts';
const records = 'src/records/errors.ts';
const model = 'src/model/decide.ts';

async function rulesFor(path: string, code: string): Promise<(string | null)[]> {
  const [result] = await eslint.lintText(code, { filePath: join(root, path) });
  return (result?.messages ?? []).map(({ ruleId }) => ruleId);
}

const lines = (count: number): string => Array.from({ length: count }, (_, index) => `    void ${index};`).join('\n');
const lit = `import { html } from 'lit';\n`;

/** What must not pass: the rule, where it is tried, the code. */
const faults: readonly (readonly [rule: string, what: string, path: string, code: string])[] = [
  ['house/imports', 'zod outside a schema', model, `import * as z from 'zod/mini';\nexport const x = z.string();`],
  ['house/imports', 'zod in its big form', 'src/model/record.schema.ts', `import { z } from 'zod';\nexport const x = z.string();`],
  ['house/imports', 'idb outside records', element, `import { openDB } from 'idb';\nexport const x = openDB;`],
  ['house/imports', 'Lit in records', records, `import { html } from 'lit';\nexport const x = html;`],
  ['house/imports', 'records that look at elements', records, `export * from '../elements/community/index.js';`],
  ['house/imports', 'a model that looks at records', model, `import type { Status } from '../records/types.js';\nexport type X = Status;`],
  [
    'house/imports',
    'an element that waits for the records',
    element,
    `import { openRecords } from '../../records/index.js';\nexport const x = openRecords;`,
  ],
  ['house/imports', 'an element that waits for a schema', element, `export * from '../../model/record.schema.js';`],
  ['house/imports', 'a widget inside another', 'src/elements/help/milieu-help.ts', `export * from '../peer-feedback/index.js';`],
  ['house/imports', 'a package nobody chose', element, `import x from 'lodash';\nexport { x };`],
  ['no-restricted-syntax', 'a style attribute', element, `${lit}export const x = (c: string) => html\`<p style="color: \${c}"></p>\`;`],
  ['no-restricted-syntax', 'a style element', element, `${lit}export const x = html\`<style>p {}</style>\`;`],
  ['no-restricted-syntax', 'innerHTML in a template', element, `${lit}export const x = (c: string) => html\`<p .innerHTML=\${c}></p>\`;`],
  ['no-restricted-syntax', 'innerHTML', element, `export const x = (e: Element) => { e.innerHTML = 'x'; };`],
  ['no-restricted-syntax', 'a question about a status', element, `export const x = (r: { status: string }) => r.status === 'sent';`],
  [
    'no-restricted-syntax',
    'a switch over a status',
    element,
    `export const x = (r: { status: string }) => { switch (r.status) { default: return 1; } };`,
  ],
  ['no-restricted-syntax', 'settings of zod', 'src/model/record.schema.ts', `import * as z from 'zod/mini';\nz.config({});`],
  ['no-restricted-imports', 'unsafeHTML', element, `import { unsafeHTML } from 'lit/directives/unsafe-html.js';\nexport { unsafeHTML };`],
  ['no-restricted-imports', 'styleMap', element, `import { styleMap } from 'lit/directives/style-map.js';\nexport { styleMap };`],
  ['no-console', 'a word in the console', element, `console.log('x');`],
  ['no-warning-comments', 'work left for later', element, `// ${'TO'}DO later\nexport const x = 1;`],
  ['max-lines', 'a long file', element, `export const x = () => {\n${lines(300)}\n};`],
  ['house/class-size', 'a big class', element, `export class X {\n  act(): void {\n${lines(250)}\n  }\n}`],
  ['house/render-size', 'a long render', element, `export class X {\n  render(): void {\n${lines(60)}\n  }\n}`],
  ['@typescript-eslint/no-explicit-any', 'any', element, `export const x: any = 1;`],
  ['@typescript-eslint/ban-ts-comment', 'a silenced compiler', element, `// @ts-ignore\nexport const x = 1;`],
  ['@typescript-eslint/no-floating-promises', 'a promise nobody awaits', element, `export const x = () => { fetch('/'); };`],
  ['no-empty', 'a swallowed error', element, `export const x = () => { try { void 1; } catch {} };`],
  [
    'lit-a11y/click-events-have-key-events',
    'a click without a key',
    element,
    `${lit}export const x = () => html\`<div @click=\${() => 1}>x</div>\`;`,
  ],
  [
    'no-restricted-properties',
    'a test that is left out',
    'test/house/lint.test.ts',
    `import { test } from 'node:test';\ntest.${'skip'}('x', () => {});`,
  ],
];

describe('the lint catches', () => {
  for (const [rule, what, path, code] of faults) {
    test(what, async () => {
      const found = await rulesFor(path, code);
      assert.ok(found.includes(rule), `${rule} is not among: ${found.join(', ') || 'nothing'}`);
    });
  }
});

describe('the lint lets through', () => {
  test('a store loaded when asked for, a property for style, a question to the table', async () => {
    const code = `${lit}import type { Records } from '../../records/types.js';
export const open = async (): Promise<unknown> => import('../../records/index.js');
export const view = (records: Records) => html\`<p .style=\${'color: red'}>\${records.community}</p>\`;`;
    assert.deepEqual(await rulesFor(element, code), []);
  });
});
