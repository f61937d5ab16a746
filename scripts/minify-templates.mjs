// A Vite plugin that removes spaces and comments from css`…` and html`…` templates, because script minifiers do not change templates.
import ts from 'typescript';

/** Keeps strings. Removes comments, and spaces around braces and `>` and after colons and commas; other runs of spaces become one. */
const cssPieces = /("[^"]*"|'[^']*')|;?\s*(\})\s*|\s*([{;>])\s*|([:,])\s+|(?:\s|\/\*[\s\S]*?\*\/)+/g;

/** @param {string} text of a style sheet */
export const squeezeCss = (text) => text.replace(cssPieces, (_all, kept, closing, mark, colon) => kept ?? closing ?? mark ?? colon ?? ' ');

/** @param {string} text of markup: a line break with its indentation equals one space */
export const squeezeHtml = (text) => text.replace(/\s*\n\s*/g, ' ');

const squeezers = { css: squeezeCss, html: squeezeHtml, svg: squeezeHtml };

const partsOf = (template) =>
  ts.isTemplateExpression(template) ? [template.head, ...template.templateSpans.map(({ literal }) => literal)] : [template];

/** The source with minified templates, at the same places in the same order. */
export function squeeze(source) {
  const file = ts.createSourceFile('module.ts', source, ts.ScriptTarget.Latest);
  const edits = [];
  const visit = (node) => {
    const squeezer = ts.isTaggedTemplateExpression(node) && ts.isIdentifier(node.tag) ? squeezers[node.tag.text] : undefined;
    if (squeezer) edits.push(...partsOf(node.template).map((part) => ({ start: part.getStart(file), end: part.end, squeezer })));
    ts.forEachChild(node, visit);
  };
  visit(file);
  let result = source;
  for (const { start, end, squeezer } of edits.sort((a, b) => b.start - a.start)) {
    result = result.slice(0, start) + squeezer(source.slice(start, end)) + result.slice(end);
  }
  return result;
}

export const squeezeTemplates = () => ({
  name: 'squeeze-templates',
  enforce: 'pre',
  transform(code, id) {
    return /\/src\/.*\.ts$/.test(id) && /\b(css|html|svg)`/.test(code) ? { code: squeeze(code), map: { mappings: '' } } : undefined;
  },
});
