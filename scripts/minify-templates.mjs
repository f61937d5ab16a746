// A Vite plugin that removes spaces and comments from css`…` and html`…` templates, because script minifiers do not change templates.
import MagicString from 'magic-string';
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

/** The source with minified templates, at the same places in the same order, as a string that knows where its parts come from. */
function squeezed(source) {
  const file = ts.createSourceFile('module.ts', source, ts.ScriptTarget.Latest);
  const result = new MagicString(source);
  const visit = (node) => {
    const squeezer = ts.isTaggedTemplateExpression(node) && ts.isIdentifier(node.tag) ? squeezers[node.tag.text] : undefined;
    if (squeezer)
      for (const part of partsOf(node.template)) {
        const start = part.getStart(file);
        result.update(start, part.end, squeezer(source.slice(start, part.end)));
      }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return result;
}

export const squeeze = (source) => squeezed(source).toString();

export const squeezeTemplates = () => ({
  name: 'squeeze-templates',
  enforce: 'pre',
  transform(code, id) {
    if (!/\/src\/.*\.ts$/.test(id) || !/\b(css|html|svg)`/.test(code)) return undefined;
    const result = squeezed(code);
    return { code: result.toString(), map: result.generateMap({ source: id, includeContent: true, hires: 'boundary' }) };
  },
});
