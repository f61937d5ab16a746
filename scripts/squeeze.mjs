// A Vite plugin: takes needless blanks and comments out of css`…` and html`…` templates, which no minifier of scripts looks into.
import ts from 'typescript';

/** Kept: strings. Dropped: comments, blanks around braces and `>`, after colons and commas; other runs of blanks become one. */
const cssPieces = /("[^"]*"|'[^']*')|;?\s*(\})\s*|\s*([{;>])\s*|([:,])\s+|(?:\s|\/\*[\s\S]*?\*\/)+/g;

/** @param {string} text of a style sheet */
export const squeezeCss = (text) => text.replace(cssPieces, (_all, kept, closing, mark, colon) => kept ?? closing ?? mark ?? colon ?? ' ');

/** @param {string} text of markup: a line break with its indentation says no more than one blank */
export const squeezeHtml = (text) => text.replace(/\s*\n\s*/g, ' ');

const squeezers = { css: squeezeCss, html: squeezeHtml, svg: squeezeHtml };

const partsOf = (template) =>
  ts.isTemplateExpression(template) ? [template.head, ...template.templateSpans.map(({ literal }) => literal)] : [template];

/** The source with its templates squeezed, at the same places in the same order. */
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
