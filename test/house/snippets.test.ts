// The examples of the README and of docs that no other test runs: their types are checked against the installed package.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import manifest from '../../custom-elements.json' with { type: 'json' };
import { parseChange } from '../../src/model/record.schema.js';
import { type InstalledPackage, installPackage } from '../testing/installed-package.js';

const root = join(import.meta.dirname, '../..');

interface Snippet {
  readonly name: string;
  readonly language: string;
  readonly code: string;
}

/** The examples of a page, named by their heading. Those under `####` are run by the tests of hosts. */
function snippetsOf(page: string): readonly Snippet[] {
  const parts = readFileSync(join(root, page), 'utf8').split(/^(?=#{1,4} )/m);
  return parts.flatMap((part) => {
    const heading = part.split('\n', 1)[0] ?? '';
    const found = [...part.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)];
    return heading.startsWith('####') ? [] : found.map(([, language = '', code = '']) => ({ name: `${page}, ${heading}`, language, code }));
  });
}
const snippets = ['README.md', 'docs/security-review.md'].flatMap(snippetsOf);

/** What the examples expect a host to have. */
const given = `
import type { MilieuCommunity } from 'milieu-elements';
declare global {
  var community: MilieuCommunity;
  var passphrase: string, newPassphrase: string, next: string;
  var keyOfNext: Uint8Array;
  var file: Blob;
  var socket: { onmessage: (event: { data: string }) => void; onheartbeat: () => void };
  var tellStaff: (words: string) => void;
  var askWhetherToLeave: () => Promise<boolean>;
}
`;

describe('examples of the README and of docs', () => {
  let host: InstalledPackage;
  before(() => {
    host = installPackage();
    host.link('react', '@types/react', 'typescript');
  });
  after(() => host.remove());

  test('their types fit', () => {
    const scripts = snippets.filter(({ language }) => language === 'js' || language === 'ts');
    assert.ok(scripts.length > 10);
    writeFileSync(join(host.home, 'given.d.ts'), given);
    for (const [index, { name, code }] of scripts.entries())
      writeFileSync(join(host.home, `example${index}.ts`), `// ${name}\nimport type {} from 'milieu-elements/define';\n${code}\nexport {};\n`);
    const compilerOptions = {
      ...{ noEmit: true, strict: true, noImplicitAny: false, target: 'es2024', lib: ['esnext', 'dom', 'dom.iterable', 'dom.asynciterable'] },
      ...{ module: 'esnext', moduleResolution: 'bundler', skipLibCheck: true, types: [] },
    };
    writeFileSync(join(host.home, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['*.ts'] }));
    const tsc = join(root, 'node_modules/typescript/bin/tsc');
    const { stdout } = spawnSync('node', [tsc, '--pretty', 'false'], { cwd: host.home, encoding: 'utf8' });
    // One of them is the body of a function of the host.
    const named = stdout
      .replace(/^.* error TS1108: .*\n/gm, '')
      .replace(/^example(\d+)\.ts/gm, (_, index: string) => scripts[Number(index)]?.name ?? '');
    assert.equal(named, '');
  });

  test('their tags and attributes are ours', () => {
    const tags = new Map(
      manifest.modules.flatMap(({ declarations }) => declarations.flatMap((one) => (one.tagName ? [[one.tagName, one.attributes ?? []]] : []))) as [
        string,
        readonly { readonly name: string }[],
      ][],
    );
    const markup = snippets.filter(({ language }) => language === 'html').map(({ code }) => code);
    assert.ok(markup.length > 2);
    for (const [, tag = '', written = ''] of markup.join('\n').matchAll(/<(milieu-[\w-]+|div data-milieu="[\w-]+")([^>]*)>/g)) {
      const name = tag.replace(/div data-milieu="([\w-]+)"/, 'milieu-$1');
      const known = tags.get(name)?.map((attribute) => attribute.name);
      assert.ok(known, `${name} is no tag`);
      for (const [, attribute = ''] of written.matchAll(/\s(?:data-)?([a-z][\w-]*)=/g)) assert.ok(known.includes(attribute), `${name} ${attribute}`);
    }
  });

  test('the change in the README is a valid one', () => {
    const [change] = snippets.filter(({ language, name }) => language === 'json' && name.endsWith('What your backend does'));
    assert.ok(change && parseChange(JSON.parse(change.code)));
  });
});
