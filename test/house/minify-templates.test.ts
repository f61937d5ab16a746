import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { squeeze, squeezeCss } from '../../scripts/minify-templates.mjs';

describe('minified templates', () => {
  test('minified templates lose comments and spaces without meaning', () => {
    const css = `\n  /* why: so */ :host([hidden]) { display: none; }\n  a > b, c { margin: 0 calc(1px + 2px); }\n`;
    assert.equal(squeezeCss(css), ' :host([hidden]){display:none}a>b,c{margin:0 calc(1px + 2px)}');
  });

  test('minified templates keep strings, descendant selectors and media queries', () => {
    assert.equal(squeezeCss(`p :hover { content: ', {  }'; }`), `p :hover{content:', {  }'}`);
    assert.equal(squeezeCss(`@media (min-width: 3rem) and (x) { p { a: b } }`), `@media (min-width:3rem) and (x){p{a:b}}`);
  });

  test('minified templates keep expressions, and one space for a line break in markup', () => {
    const source = 'const a = html`<p>\n    ${x ? html`<b>\n  y</b>` : "a\\n  b"}\n  z</p>`; const s = `a\n  b`;';
    assert.equal(squeeze(source), 'const a = html`<p> ${x ? html`<b> y</b>` : "a\\n  b"} z</p>`; const s = `a\n  b`;');
  });
});
