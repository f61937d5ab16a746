import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { type InstalledPackage, installPackage } from '../testing/installed-package.js';

const root = join(import.meta.dirname, '../..');
const modules = join(root, 'node_modules');

let installed: InstalledPackage;
before(() => {
  installed = installPackage();
  installed.link('react', '@types/react', 'preact', 'vue', 'svelte', 'typescript');
});
after(() => installed.remove());

const base = { strict: true, noEmit: true, target: 'es2022', module: 'esnext', moduleResolution: 'bundler', skipLibCheck: true, types: [] };

interface Host {
  /** The page in `hosts/`; each line that must not compile says `wrong`. */
  readonly page: string;
  readonly tool: string;
  readonly args: readonly string[];
  readonly options?: object;
  readonly more?: object;
}

const hosts: Readonly<Record<string, Host>> = {
  'React 19': { page: 'react.tsx', tool: 'typescript/bin/tsc', args: ['--pretty', 'false'], options: { jsx: 'react-jsx' } },
  Preact: { page: 'preact.tsx', tool: 'typescript/bin/tsc', args: ['--pretty', 'false'], options: { jsx: 'react-jsx', jsxImportSource: 'preact' } },
  Vue: { page: 'page.vue', tool: 'vue-tsc/bin/vue-tsc.js', args: ['--pretty', 'false'], more: { vueCompilerOptions: { strictTemplates: true } } },
  Svelte: {
    page: 'page.svelte',
    tool: 'svelte-check/bin/svelte-check',
    args: ['--tsconfig', './tsconfig.json', '--output', 'machine', '--threshold', 'error'],
  },
};

/** `file(line,column): error …` of tsc, `ERROR "file" line:column …` of svelte-check. */
const complaint = /^(?:\d+ ERROR "(?<by>[^"]+)" (?<at>\d+):|(?<file>[^\s(]+)\((?<line>\d+),\d+\): error )/;

for (const [name, { page, tool, args, options, more }] of Object.entries(hosts)) {
  describe(`types for ${name}`, () => {
    const source = readFileSync(join(import.meta.dirname, 'hosts', `${page}.txt`), 'utf8');
    const wrong = source.split('\n').flatMap((line, at) => (line.includes('wrong: ') ? [at + 1] : []));
    let complaints: readonly { file: string; line: number; text: string }[] = [];

    before(() => {
      const folder = join(installed.home, name.replace(' ', '-').toLowerCase());
      mkdirSync(folder);
      writeFileSync(join(folder, page), source);
      writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions: { ...base, ...options }, include: [page], ...more }));
      const { stdout, stderr } = spawnSync('node', [join(modules, tool), ...args], { cwd: folder, encoding: 'utf8' });
      complaints = stdout.split('\n').flatMap((text) => {
        const { by, at, file = by, line = at } = complaint.exec(text)?.groups ?? {};
        return file ? [{ file, line: Number(line), text }] : [];
      });
      assert.ok(complaints.length > 0, stdout + stderr);
    });

    test('accept every right use and reject every wrong one', () => {
      const here = complaints.filter(({ file }) => file === page);
      const unexpected = here.filter(({ line }) => !wrong.includes(line)).map(({ text }) => text);
      assert.deepEqual(unexpected, []);
      assert.deepEqual(
        [...new Set(here.map(({ line }) => line))].sort((a, b) => a - b),
        wrong,
      );
    });
  });
}

test('every entry with types compiles without skipLibCheck', () => {
  const { exports: entries } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { exports: Readonly<Record<string, string | object>> };
  const names = Object.entries(entries).flatMap(([entry, target]) => (typeof target === 'string' || entry.includes('*') ? [] : [entry.slice(1)]));
  assert.ok(names.includes('/react') && names.includes('/records'));
  const widgets = ['/define/peer-feedback.js', '/define/help', '/coping-card', '/meeting-agenda'];
  const folder = join(installed.home, 'all');
  mkdirSync(folder);
  writeFileSync(join(folder, 'all.ts'), [...names, ...widgets].map((name) => `import type {} from 'milieu-elements${name}';\n`).join(''));
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions: { ...base, skipLibCheck: false }, include: ['all.ts'] }));
  const { stdout } = spawnSync('node', [join(modules, 'typescript/bin/tsc'), '--pretty', 'false', '--listFiles'], { cwd: folder, encoding: 'utf8' });
  assert.match(stdout, /milieu-elements\/dist\/frameworks\/svelte\.d\.ts/);
  assert.deepEqual(
    stdout.split('\n').filter((line) => line.includes(': error ') && /^all\.ts|milieu-elements/.test(line)),
    [],
  );
});
