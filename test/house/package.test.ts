import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, normalize, relative } from 'node:path';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { type InstalledPackage, installPackage } from '../testing/installed-package.js';

const root = join(import.meta.dirname, '../..');
const bin = (name: string): string => join(root, 'node_modules', name);

let host: InstalledPackage;
before(() => (host = installPackage()));
after(() => host.remove());

const readme = readFileSync(join(root, 'README.md'), 'utf8');
const imported = [...new Set([...readme.matchAll(/(?:from|import) '(milieu-elements[^']*)'/g)].map(([, name]) => name ?? ''))];

const filesOf = (ending: string): string[] =>
  readdirSync(host.folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith(ending) && !name.startsWith('node_modules'));
const read = (name: string): string => readFileSync(join(host.folder, name), 'utf8');

test('every import of the README is in the package', async () => {
  assert.ok(imported.includes('milieu-elements/define/peer-feedback.js'), 'the README shows how to take one widget');
  const entry = join(host.home, 'entry.mjs');
  for (const name of [...imported, 'milieu-elements', 'milieu-elements/records', 'milieu-elements/model']) {
    writeFileSync(entry, `export default import.meta.resolve('${name}');`);
    const { default: url } = (await import(`${pathToFileURL(entry).href}?${name}`)) as { default: string };
    assert.ok(readFileSync(new URL(url)).length > 0, name);
  }
});

test('the settings of editors in the README name files of the package', () => {
  const paths = [...readme.matchAll(/"(\.\/node_modules\/[^"]+)"/g)].map(([, path]) => path ?? '');
  assert.equal(paths.length, 2);
  for (const path of paths) assert.ok(existsSync(join(host.home, path)), path);
});

test('the model and the element classes load in Node, without a page', () => {
  const run = (code: string): string => execFileSync('node', ['--input-type=module', '-e', code], { cwd: host.home, encoding: 'utf8' });
  assert.equal(
    run(`const m = await import('milieu-elements/model'); console.log(typeof m.admit, typeof m.parseChange);`).trim(),
    'function function',
  );
  assert.equal(run(`const m = await import('milieu-elements'); console.log(typeof m.MilieuPeerFeedback);`).trim(), 'function');
});

test('the import that registers tags brings the types of events and tags', () => {
  const tags = ['./define', './define/peer-feedback.js'].map((entry) => `import 'milieu-elements${entry.slice(1)}';`);
  for (const [index, line] of tags.entries()) {
    writeFileSync(
      join(host.home, `host${index}.ts`),
      `${line}
document.addEventListener('milieu-deliver', (e) => e.waitUntil(fetch('/api', e.request)));
document.addEventListener('milieu-saved', (e) => e.rev.toFixed());
const community = document.querySelector('milieu-community');
if (community) community.people = [{ id: 'p', name: 'Ana', as: 'resident' }];
export {};
`,
    );
  }
  const options = ['--noEmit', '--strict', '--target', 'es2022', '--module', 'esnext', '--moduleResolution', 'bundler', '--skipLibCheck'];
  const { stdout, status } = spawnSync('node', [bin('typescript/bin/tsc'), '--ignoreConfig', ...options, 'host0.ts', 'host1.ts'], {
    cwd: host.home,
    encoding: 'utf8',
  });
  assert.equal(status, 0, stdout);
});

test('publint finds nothing in the package', () => {
  const { stdout, stderr, status } = spawnSync('node', [bin('publint/src/cli.js'), host.tarball, '--strict'], { encoding: 'utf8' });
  assert.equal(status, 0, stdout + stderr);
});

test('the types of every entry resolve as its modules do', () => {
  const options = ['--profile', 'esm-only', '--exclude-entrypoints', 'tokens.css', '--format', 'ascii'];
  const { stdout, stderr, status } = spawnSync('node', [bin('@arethetypeswrong/cli/dist/index.js'), host.tarball, ...options], {
    encoding: 'utf8',
    maxBuffer: 1e8,
  });
  assert.equal(status, 0, stdout + stderr);
});

test('no link of a text in the package leaves it', () => {
  const texts = filesOf('.md');
  for (const name of ['README.md', 'CHANGELOG.md', 'ACCESSIBILITY.md', 'SECURITY.md']) assert.ok(texts.includes(name), name);
  const broken = texts.flatMap((name) =>
    [...read(name).matchAll(/\]\((?!\w+:)([^)#\s]+)/g)]
      .map(([, target]) => normalize(join(dirname(name), target ?? '')))
      .filter((target) => target.startsWith('..') || !existsSync(join(host.folder, target)))
      .map((target) => `${name}: ${target}`),
  );
  assert.deepEqual(broken, []);
});

test('the source maps hold the sources, and nothing of the machine that built them', () => {
  const maps = filesOf('.js.map');
  assert.ok(maps.length > 100);
  for (const name of maps) {
    const { sources, sourcesContent } = JSON.parse(read(name)) as { sources: string[]; sourcesContent?: (string | null)[] };
    assert.equal(sourcesContent?.length, sources.length, name);
    assert.ok(
      sourcesContent.every((text) => text !== null),
      name,
    );
  }
  const tell = filesOf('').filter((name) => /\.(js|ts|map|json|md)$/.test(name) && read(name).includes(root));
  assert.deepEqual(tell, []);
});

test('repository, homepage and bugs are what publisher.json says', () => {
  const { repository, homepage, bugs } = JSON.parse(read('package.json')) as { repository: { url: string }; homepage: string; bugs: { url: string } };
  const publisher = JSON.parse(readFileSync(join(root, 'publisher.json'), 'utf8')) as Record<string, string>;
  assert.deepEqual([repository.url, homepage, bugs.url], [`git+${publisher['repository']}.git`, publisher['homepage'], publisher['bugs']]);
});

test('there is a file for each path of the exports', () => {
  const { exports } = JSON.parse(read('package.json')) as { exports: Record<string, string | Record<string, string>> };
  const targets = Object.values(exports).flatMap((target) => (typeof target === 'string' ? [target] : Object.values(target)));
  const missing = targets.filter((target) => !target.includes('*') && !existsSync(join(host.folder, target)));
  assert.deepEqual(
    missing.map((target) => relative('.', target)),
    [],
  );
});

test('a second build, in another folder, has the same bytes', () => {
  const copy = mkdtempSync(join(tmpdir(), 'milieu-build-'));
  after(() => rmSync(copy, { recursive: true, force: true }));
  for (const name of ['src', 'scripts', 'tokens', 'package.json', 'tsconfig.json', 'tsconfig.build.json', 'vite.config.ts', 'custom-elements.json'])
    cpSync(join(root, name), join(copy, name), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
  execFileSync('node', ['scripts/build.mjs'], { cwd: copy });
  const hashes = (folder: string): Record<string, string> =>
    Object.fromEntries(
      readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name))
        .sort()
        .map((file) => [relative(folder, file), createHash('sha256').update(readFileSync(file)).digest('hex')]),
    );
  const [first, second] = [hashes(join(host.folder, 'dist')), hashes(join(copy, 'dist'))];
  assert.ok(Object.keys(first).length > 1000);
  assert.deepEqual(second, first);
});
