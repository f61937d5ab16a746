import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { ESLint } from 'eslint';
import { root } from '../../scripts/entries.mjs';

const eslint = new ESLint({ cwd: root });
const element = 'src/elements/community/milieu-community.ts';
const view = 'src/elements/peer-feedback/write-form.ts';
const records = 'src/records/base/errors.ts';

async function rulesFor(path: string, code: string): Promise<(string | null)[]> {
  const [result] = await eslint.lintText(code, { filePath: join(root, path) });
  return (result?.messages ?? []).map(({ ruleId }) => ruleId);
}

const lines = (count: number): string => Array.from({ length: count }, (_, index) => `    void ${index};`).join('\n');
const lit = `import { html } from 'lit';\n`;

/** Code that lint must reject: the rule, the case, the path, the code. */
const faults: readonly (readonly [rule: string, what: string, path: string, code: string])[] = [
  ['house/one-home', 'a formatter beside the home of formatting', element, `export const x = new Intl.NumberFormat('en');`],
  ['house/one-home', 'a type of a formatter beside the home of formatting', element, `export type X = Intl.DateTimeFormatOptions;`],
  ['house/one-home', 'a date in the words of a language', records, `export const x = new Date().toLocaleDateString('en');`],
  ['house/one-home', 'names in the order of a language', element, `export const x = 'a'.localeCompare('b');`],
  ['house/one-home', 'a trimmed text in a table', 'src/model/kinds/help/table.ts', `export const x = (text: string) => text.trim();`],
  ['house/one-home', 'a trimmed text as a test', element, `export const x = (text: string) => (text.trim() ? 1 : 2);`],
  ['house/one-home', 'a trimmed text that is compared', element, `export const x = (text: string) => text.trim() === '';`],
  ['house/one-home', 'the length of a trimmed text', element, `export const x = (text: string) => text.trim().length;`],
  ['house/one-home', 'lines with a trimmed text', element, `export const x = (lines: string[]) => lines.filter((line) => line.trim());`],
  [
    'house/one-home',
    'a name among other words that is not isolated',
    element,
    `${lit}export class X { name = (id: string): string => id; line = () => html\`<p>\${this.name('a')}, today</p>\`; }`,
  ],
  ['house/one-home', 'letters that are folded anywhere', element, `export const x = 'é'.normalize('NFD');`],
  ['house/one-home', 'a focus that may stay out of view', element, `export const x = (part: HTMLElement) => { part.focus(); };`],
  ['house/one-home', 'data that a page may write in another way', records, `export const x = JSON.stringify([1]);`],
  ['house/one-home', 'a timer with a time of its own', element, `export const x = (ms: number) => setTimeout(() => 1, ms);`],
  ['house/one-home', 'an interval', records, `export const x = (ms: number) => globalThis.setInterval(() => 1, ms);`],
  ['no-restricted-syntax', 'a style attribute', element, `${lit}export const x = (c: string) => html\`<p style="color: \${c}"></p>\`;`],
  ['no-restricted-syntax', 'a style element', element, `${lit}export const x = html\`<style>p {}</style>\`;`],
  ['no-restricted-syntax', 'innerHTML in a template', element, `${lit}export const x = (c: string) => html\`<p .innerHTML=\${c}></p>\`;`],
  ['no-restricted-syntax', 'innerHTML', element, `export const x = (e: Element) => { e.innerHTML = 'x'; };`],
  ['no-restricted-syntax', 'a comparison of a status', element, `export const x = (r: { status: string }) => r.status === 'sent';`],
  [
    'no-restricted-syntax',
    'a switch on a status',
    element,
    `export const x = (r: { status: string }) => { switch (r.status) { default: return 1; } };`,
  ],
  [
    'no-restricted-syntax',
    'a view that asks by itself whether something was sent',
    view,
    `export const x = (k: { sent: string }) => k.sent === 'sent';`,
  ],
  [
    'no-restricted-syntax',
    'a view that says by itself that something was saved',
    view,
    `export class X { t = (key: string) => key; saved(): string { return this.t('status.saved'); } }`,
  ],
  ['no-restricted-syntax', 'a list that a view cuts off', view, `export const x = { kind: 'item', limit: 200 };`],
  [
    'no-restricted-syntax',
    'a view that asks the store for a list',
    view,
    `export const x = (c: { records?: { list(q: object): void } }) => c.records?.list({ kind: 'item' });`,
  ],
  ['no-restricted-syntax', 'settings of zod', 'src/model/record.schema.ts', `import * as z from 'zod/mini';\nz.config({});`],
  ['no-restricted-imports', 'unsafeHTML', element, `import { unsafeHTML } from 'lit/directives/unsafe-html.js';\nexport { unsafeHTML };`],
  ['no-restricted-imports', 'styleMap', element, `import { styleMap } from 'lit/directives/style-map.js';\nexport { styleMap };`],
  [
    'no-restricted-imports',
    'a draft kept outside the form controller',
    element,
    `import { DraftKeeper } from '../controllers/draft-keeper.js';\nexport { DraftKeeper };`,
  ],
  [
    'no-restricted-syntax',
    'a draft written outside the form controller',
    element,
    `export const x = (r: { drafts: { write(n: string): Promise<void> } }) => r.drafts.write('x');`,
  ],
  [
    'no-restricted-syntax',
    'a busy flag outside the form controller',
    element,
    `import { state } from 'lit/decorators.js';\nexport class X {\n  @state() private busy = false;\n}`,
  ],
  ['no-restricted-syntax', 'a summary of problems written by hand', element, `${lit}export const x = html\`<div class="problems"></div>\`;`],
  ['no-console', 'a word in the console', element, `console.log('x');`],
  ['no-warning-comments', 'work left for later', element, `// ${'TO'}DO later\nexport const x = 1;`],
  ['max-lines', 'a long file', element, `export const x = () => {\n${lines(300)}\n};`],
  ['house/class-size', 'a big class', element, `export class X {\n  act(): void {\n${lines(250)}\n  }\n}`],
  ['house/render-size', 'a long render', element, `export class X {\n  render(): void {\n${lines(60)}\n  }\n}`],
  ['@typescript-eslint/no-explicit-any', 'any', element, `export const x: any = 1;`],
  ['@typescript-eslint/ban-ts-comment', 'a comment that silences the compiler', element, `// @ts-ignore\nexport const x = 1;`],
  ['@typescript-eslint/no-floating-promises', 'a promise that is not awaited', element, `export const x = () => { fetch('/'); };`],
  ['no-empty', 'a swallowed error', element, `export const x = () => { try { void 1; } catch {} };`],
  [
    'lit-a11y/click-events-have-key-events',
    'a click handler without a key handler',
    element,
    `${lit}export const x = () => html\`<div @click=\${() => 1}>x</div>\`;`,
  ],
  ['no-restricted-properties', 'a skipped test', 'test/house/lint.test.ts', `import { test } from 'node:test';\ntest.${'skip'}('x', () => {});`],
];

describe('the lint rules reject', () => {
  for (const [rule, what, path, code] of faults) {
    test(`rejects ${what}`, async () => {
      const found = await rulesFor(path, code);
      assert.ok(found.includes(rule), `${rule} is not among: ${found.join(', ') || 'nothing'}`);
    });
  }
});

describe('the lint rules accept', () => {
  test('accepts a store loaded on demand, a style property, and a question to the table', async () => {
    const code = `${lit}import type { Records } from '../../records/base/types.js';
export const open = async (): Promise<unknown> => import('../../records/index.js');
export const view = (records: Records) => html\`<p .style=\${'color: red'}>\${records.community}</p>\`;`;
    assert.deepEqual(await rulesFor(element, code), []);
  });
});
