import { html, type TemplateResult } from 'lit';
import { icon } from '../../src/elements/parts/icons.js';
import { type Token, type TokenName, tokens } from '../../src/tokens/index.js';
import source from '../../tokens/milieu.tokens.json' with { type: 'json' };

export interface Named extends Token {
  readonly path: TokenName;
  /** The last part of the path. */
  readonly name: string;
}

const all: readonly Named[] = (Object.entries(tokens) as [TokenName, Token][]).map(([path, token]) => ({
  ...token,
  path,
  name: path.slice(path.lastIndexOf('.') + 1),
}));

/** The tokens whose path begins with this, in the order of the source. */
export const under = (...starts: readonly string[]): readonly Named[] =>
  all.filter(({ path }) => starts.some((start) => path.startsWith(`${start}.`)));

let file: string | undefined;

/** The source itself, to read or to import into a design tool. */
export function download(): TemplateResult {
  file ??= URL.createObjectURL(new Blob([`${JSON.stringify(source, null, 2)}\n`], { type: 'application/json' }));
  return html`<p>
    <a class="btn" href=${file} download="milieu.tokens.json">${icon('down')} Save all tokens as JSON</a>
  </p>`;
}
