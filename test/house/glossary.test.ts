import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import ts from 'typescript';
import { missingNotes } from '../../scripts/architecture.mjs';
import { root } from '../../scripts/entries.mjs';

const glossary = readFileSync(join(root, 'docs/glossary.md'), 'utf8');

/** The names in code spans on the line that begins with `label`. */
function retired(label: string): string[] {
  const line = glossary.split('\n').find((one) => one.startsWith(`${label}: `));
  return [...(line ?? '').matchAll(/`([^`]+)`/g)].map(([, name]) => name!);
}

const files = ['src', 'test', 'scripts', 'stories'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => `${folder}/${name}`)
    .filter((name) => /\.(ts|mjs|js)$/.test(name) && !name.startsWith('test/output/')),
);

/** Every identifier in a source, private names without their mark. */
function identifiersOf(text: string): Set<string> {
  const found = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node) || ts.isPrivateIdentifier(node)) found.add(node.text.replace(/^#/, ''));
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile('any.ts', text, ts.ScriptTarget.Latest));
  return found;
}

describe('the glossary', () => {
  test('the glossary lists retired files and identifiers', () => {
    assert.ok(retired('Files').length > 200);
    assert.ok(retired('Identifiers').length > 80);
  });

  test('no retired file exists, and no file mentions one', () => {
    const names = retired('Files');
    assert.deepEqual(
      names.filter((name) => existsSync(join(root, name))),
      [],
    );
    const mentions = files.flatMap((file) => {
      const text = readFileSync(join(root, file), 'utf8');
      return names.filter((name) => text.includes(name)).map((name) => `${file} mentions ${name}`);
    });
    assert.deepEqual(mentions, []);
  });

  test('no retired identifier is used', () => {
    const names = retired('Identifiers');
    const used = files.flatMap((file) => {
      const found = identifiersOf(readFileSync(join(root, file), 'utf8'));
      return names.filter((name) => found.has(name)).map((name) => `${file} uses ${name}`);
    });
    assert.deepEqual(used, []);
  });

  test('the reader finds a retired identifier, also as a private name, and not in a sentence', () => {
    const found = identifiersOf('// Shelf\nclass A { readonly #shelf = new Shelf("Desk"); }');
    assert.ok(found.has('Shelf') && found.has('shelf'));
    assert.ok(!found.has('Desk'));
  });
});

test('every folder of more than five files has a head note', () => {
  assert.deepEqual(missingNotes(), []);
});
