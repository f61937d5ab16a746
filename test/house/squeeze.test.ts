import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { squeeze, squeezeCss } from '../../scripts/squeeze.mjs';

describe('squeezed templates', () => {
  test('lose comments and blanks that mean nothing', () => {
    const css = `\n  /* why: so */ :host([hidden]) { display: none; }\n  a > b, c { margin: 0 calc(1px + 2px); }\n`;
    assert.equal(squeezeCss(css), ' :host([hidden]){display:none}a>b,c{margin:0 calc(1px + 2px)}');
  });

  test('keep strings, descendants and media queries', () => {
    assert.equal(squeezeCss(`p :hover { content: ', {  }'; }`), `p :hover{content:', {  }'}`);
    assert.equal(squeezeCss(`@media (min-width: 3rem) and (x) { p { a: b } }`), `@media (min-width:3rem) and (x){p{a:b}}`);
  });

  test('keep what is put in, and one blank for a line break of markup', () => {
    const source = 'const a = html`<p>\n    ${x ? html`<b>\n  y</b>` : "a\\n  b"}\n  z</p>`; const s = `a\n  b`;';
    assert.equal(squeeze(source), 'const a = html`<p> ${x ? html`<b> y</b>` : "a\\n  b"} z</p>`; const s = `a\n  b`;');
  });
});
