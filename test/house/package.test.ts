import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';

const root = join(import.meta.dirname, '../..');
const home = mkdtempSync(join(tmpdir(), 'milieu-package-'));
const installed = join(home, 'node_modules/milieu-elements');

/** What a host installs: the files of the tarball and its dependencies. It is built already, so `prepack` is left out. */
before(() => {
  const [{ files }] = JSON.parse(execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], { cwd: root, encoding: 'utf8' })) as [
    { files: { path: string }[] },
  ];
  for (const { path } of files) {
    mkdirSync(join(installed, path, '..'), { recursive: true });
    writeFileSync(join(installed, path), readFileSync(join(root, path)));
  }
  const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { dependencies: Record<string, string> };
  for (const name of [...Object.keys(dependencies), '@lit', 'lit-html', 'lit-element'].filter((one) => !one.startsWith('@lit/'))) {
    const link = join(home, 'node_modules', name);
    mkdirSync(join(link, '..'), { recursive: true });
    symlinkSync(join(root, 'node_modules', name), link);
  }
});
after(() => rmSync(home, { recursive: true, force: true }));

const readme = readFileSync(join(root, 'README.md'), 'utf8');
const imported = [...new Set([...readme.matchAll(/(?:from|import) '(milieu-elements[^']*)'/g)].map(([, name]) => name ?? ''))];

test('every import of the README is in the package', async () => {
  assert.ok(imported.includes('milieu-elements/define/peer-feedback.js'), 'the README shows how to take one widget');
  const entry = join(home, 'entry.mjs');
  for (const name of [...imported, 'milieu-elements', 'milieu-elements/records', 'milieu-elements/model']) {
    writeFileSync(entry, `export default import.meta.resolve('${name}');`);
    const { default: url } = (await import(`${pathToFileURL(entry).href}?${name}`)) as { default: string };
    assert.ok(readFileSync(new URL(url)).length > 0, name);
  }
});

test('the model and the element classes load in Node, without a page', async () => {
  const run = (code: string): string => execFileSync('node', ['--input-type=module', '-e', code], { cwd: home, encoding: 'utf8' });
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
      join(home, `host${index}.ts`),
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
  const tsc = join(root, 'node_modules/typescript/bin/tsc');
  const { stdout, status } = spawnSync('node', [tsc, '--ignoreConfig', ...options, 'host0.ts', 'host1.ts'], { cwd: home, encoding: 'utf8' });
  assert.equal(status, 0, stdout);
});
