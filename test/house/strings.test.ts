import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { before, describe, test } from 'node:test';
import ts from 'typescript';
import { root } from '../../scripts/entries.mjs';
import { longerFrom } from '../../.storybook/longer-from.js';

const folder = join(root, 'src/elements');
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => /(?:^|\/|\.)strings\.ts$|start-anew\.ts$/.test(name));

const isTable = (node: ts.Node): boolean => ts.isVariableDeclaration(node) && /Strings$/.test(node.name.getText());

/** Every text that the elements can ask for: literals, and what the types of their templates allow. */
function asked(): ReadonlySet<string> {
  const config = ts.parseJsonConfigFileContent(ts.readConfigFile(join(root, 'tsconfig.json'), (path) => ts.sys.readFile(path)).config, ts.sys, root);
  const program = ts.createProgram([join(root, 'src/define/index.ts')], config.options);
  const checker = program.getTypeChecker();
  const texts = new Set<string>();
  const add = (type: ts.Type): void => {
    if (type.isStringLiteral()) texts.add(type.value);
    else if (type.isUnion()) type.types.forEach(add);
  };
  const visit = (node: ts.Node): void => {
    if (isTable(node)) return;
    if (ts.isStringLiteralLike(node)) texts.add(node.text);
    else if (ts.isTemplateExpression(node)) add(checker.getTypeAtLocation(node));
    ts.forEachChild(node, visit);
  };
  for (const file of program.getSourceFiles()) if (file.fileName.startsWith(folder)) visit(file);
  return texts;
}

describe('strings', () => {
  let tables: readonly (readonly [string, Readonly<Record<string, unknown>>])[] = [];
  let english: Readonly<Record<string, string>> = {};
  before(async () => {
    tables = await Promise.all(files.map(async (name) => [name, (await import(join(folder, name))) as Readonly<Record<string, unknown>>] as const));
    const found = tables.flatMap(([, exported]) => Object.entries(exported)).filter(([name]) => name.endsWith('Strings'));
    english = Object.assign({}, ...found.map(([, table]) => table)) as Readonly<Record<string, string>>;
  });

  test('every string is asked for by the elements', () => {
    const texts = asked();
    const unused = Object.keys(english).filter((key) => !texts.has(key) && !texts.has(key.replace(/\.(one|other)$/, '')));
    assert.deepEqual(unused, []);
  });

  test('the longer words of Storybook have every string', () => {
    assert.ok(Object.keys(english).length > 700);
    assert.deepEqual(Object.keys(longerFrom(tables.map(([, exported]) => exported))).sort(), Object.keys(english).sort());
  });
});
