// The custom properties that a host may set, with their syntax and default, from the styles that read them.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../entries.mjs';

const styles = readFileSync(join(root, 'src/elements/styles/tokens.styles.ts'), 'utf8');

/** The text up to the bracket that closes the one before it. */
function untilClosed(text) {
  let depth = 1;
  for (let at = 0; at < text.length; at++) {
    depth += text[at] === '(' ? 1 : text[at] === ')' ? -1 : 0;
    if (depth === 0) return text.slice(0, at);
  }
  throw new Error('A bracket of the token styles is not closed');
}

/** @type {Record<string, { syntax: string, default: string }>} by name */
export const theme = Object.fromEntries(
  [...styles.matchAll(/var\((--milieu-[a-z-]+), /g)].map(({ 0: start, 1: name, index }) => {
    const value = untilClosed(styles.slice(index + start.length)).replace(/\s+/g, ' ');
    return [name, { syntax: value.startsWith('light-dark(') ? '<color>' : '<length>', default: value }];
  }),
);
