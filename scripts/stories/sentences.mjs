// The comment above a story in its file: it says why that state matters.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { root } from '../entries.mjs';

const text = (comment) => (ts.getTextOfJSDocComment(comment) ?? '').replace(/\s+/g, ' ').trim();

/** @returns {Map<string, string>} sentence by the name of the export */
export function sentencesOf(source) {
  const file = ts.createSourceFile('stories.ts', source, ts.ScriptTarget.Latest, true);
  const found = file.statements.filter(ts.isVariableStatement).flatMap((statement) => {
    const [comment] = ts.getJSDocCommentsAndTags(statement).filter(ts.isJSDoc).slice(-1);
    return comment ? statement.declarationList.declarations.map(({ name }) => /** @type {const} */ ([name.getText(), text(comment.comment)])) : [];
  });
  return new Map(found);
}

/** @param {{ importPath: string, exportName: string }} story of the index */
export function sentenceOf({ importPath, exportName }) {
  return sentencesOf(readFileSync(join(root, importPath), 'utf8')).get(exportName) ?? '';
}
