// Reads the import graph of src: every import that TypeScript leaves in the output, every type import, every import().
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import ts from 'typescript';
import { root } from './entries.mjs';

/** @typedef {{ specifier: string, way: 'value' | 'type' | 'lazy', target?: string }} Edge `target`: the file, where it is one of ours */

/** @returns {string[]} absolute paths */
export const sourceFiles = (folder = join(root, 'src')) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts') && !entry.name.endsWith('.d.ts'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();

function fileOf(from, specifier) {
  if (!specifier.startsWith('.')) return undefined;
  const path = join(dirname(from), specifier);
  return [path.replace(/\.js$/, '.ts'), path].find(existsSync) ?? path;
}

/** @returns {Edge[]} */
export function importsOf(file, text = readFileSync(file, 'utf8')) {
  const edges = [];
  const add = (specifier, way) => edges.push({ specifier, way, target: fileOf(file, specifier) });
  const visit = (node) => {
    if (ts.isImportDeclaration(node)) add(node.moduleSpecifier.text, node.importClause?.isTypeOnly ? 'type' : 'value');
    if (ts.isExportDeclaration(node) && node.moduleSpecifier) add(node.moduleSpecifier.text, node.isTypeOnly ? 'type' : 'value');
    if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword && ts.isStringLiteralLike(node.arguments[0])) {
      add(node.arguments[0].text, 'lazy');
    }
    if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) add(node.argument.literal.text, 'type');
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true));
  return edges;
}

/** @returns {Map<string, Edge[]>} by absolute path */
export const readGraph = (files = sourceFiles()) => new Map(files.map((file) => [file, importsOf(file)]));

/**
 * The way from a file to a package along imports that run at once.
 * @param {Map<string, Edge[]>} graph
 * @param {string} start
 * @param {RegExp} name
 * @returns {string[] | undefined} files, then the package; undefined where there is no way
 */
export function wayTo(graph, start, name) {
  const before = new Map([[start, undefined]]);
  const queue = [start];
  for (const file of queue) {
    for (const { specifier, way, target } of graph.get(file) ?? []) {
      if (way !== 'value') continue;
      if (!target && name.test(specifier)) return [...back(before, file), specifier];
      if (target && !before.has(target)) {
        before.set(target, file);
        queue.push(target);
      }
    }
  }
  return undefined;
}

function back(before, file) {
  const way = [];
  for (let at = file; at; at = before.get(at)) way.unshift(at);
  return way;
}
