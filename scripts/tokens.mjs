// Generates files from tokens/milieu.tokens.json: the styles of the widgets, the typed list, and the CSS for a host's own markup.
// `--check` only compares.
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import prettier from 'prettier';
import { root } from './entries.mjs';

const source = 'tokens/milieu.tokens.json';
const own = 'org.milieu-elements';
const alias = /^\{([^}]+)\}$/;

/** All tokens by path, each with the type that it inherits from its group. */
function flat(group, path = [], type, found = new Map()) {
  const inherited = group.$type ?? type;
  const name = path.join('.');
  if ('$value' in group) found.set(name, { name, type: inherited, value: group.$value, about: group.$description, ...group.$extensions?.[own] });
  else for (const [key, child] of Object.entries(group)) if (!key.startsWith('$')) flat(child, [...path, key], inherited, found);
  return found;
}

const finder = (tokens) => (path) => {
  const token = tokens.get(path);
  if (!token) throw new Error(`${source}: no token ${path}`);
  return token;
};

const writers = {
  color: ({ colorSpace, components, alpha }) => `${colorSpace}(${components.join(' ')}${alpha === undefined ? '' : ` / ${alpha}`})`,
  dimension: ({ value, unit }) => (value === 0 ? '0' : `${value}${unit}`),
  duration: ({ value, unit }) => `${value}${unit}`,
  cubicBezier: (points) => `cubic-bezier(${points.join(', ')})`,
  fontWeight: String,
  border: ({ width, style, color }, part) => `${writers.dimension(width)} ${style} ${part('color', color)}`,
  shadow: ({ color, offsetX, offsetY, blur, spread, inset }, part) => {
    const lengths = [offsetX, offsetY, blur, ...(spread.value === 0 ? [] : [spread])].map(writers.dimension);
    return [...(inset ? ['inset'] : []), ...lengths, part('color', color)].join(' ');
  },
};

/** One value as CSS; `refer` returns the text for a reference to another token. */
function text(type, value, unit, refer) {
  if (typeof value === 'string') return refer(alias.exec(value)?.[1]);
  return type === 'number' ? `${value}${unit ?? ''}` : writers[type](value, (kind, part) => text(kind, part, undefined, refer));
}

/** The value of a token on a light or a dark page in the default theme, with all aliases resolved. */
function resolved(tokens, path, scheme) {
  const { type, value, dark, unit } = finder(tokens)(path);
  return text(type, scheme === 'dark' ? (dark ?? value) : value, unit, (other) => resolved(tokens, other, scheme));
}

/**
 * The CSS lines for all tokens that have a name by `nameOf`, in the order of the file. A reference to a token without a name becomes its value.
 * @returns {{ base: string[], more: string[], forced: string[], print: string[], still: string[] }}
 */
function declarations(tokens, nameOf, withDensity) {
  const find = finder(tokens);
  const refer = (path) => (nameOf(find(path)) ? `var(${nameOf(find(path))})` : css(find(path)));
  const filled = (formula, value) => formula.replace(/\{([^}]+)\}/g, (_, path) => (path === 'value' ? value : refer(path)));
  const dense = ({ density }, value) =>
    density === 'space' ? `calc(${value} * var(--_density-space, 1))` : density === 'tap' ? `var(--_density-tap, ${value})` : value;
  function css(token) {
    const light = text(token.type, token.value, token.unit, refer);
    const both = token.dark === undefined || token.derive ? light : `light-dark(${light}, ${text(token.type, token.dark, token.unit, refer)})`;
    const open = token.public ? `var(${token.public}, ${both})` : both;
    const whole = token.derive ? filled(token.derive, open) : open;
    return withDensity ? dense(token, whole) : whole;
  }
  const named = [...tokens.values()].filter(nameOf);
  const lines = (key) => named.filter((token) => token[key]).map((token) => `${nameOf(token)}: ${filled(token[key])};`);
  const none = writers.duration(find('system.motion.reduced').value);
  return {
    base: named.map((token) => `${nameOf(token)}: ${css(token)};`),
    more: lines('more'),
    forced: lines('forced'),
    print: lines('print'),
    still: named.filter(({ type }) => type === 'duration').map((token) => `${nameOf(token)}: ${none};`),
  };
}

const block = (selector, lines) => `${selector} { ${lines.join('\n')} }`;
const media = (selector, { more, forced, print, still }) => `
  @media (prefers-reduced-motion: reduce) { ${block(selector, still)} }
  @media (prefers-contrast: more) { ${block(selector, more)} }
  @media (forced-colors: active) { ${block(selector, forced)} }
  @media print { ${block(selector, print)} }`;

function tokenStyles(tokens) {
  const all = declarations(tokens, ({ css }) => css, true);
  const tap = declarations(tokens, ({ css }) => css, false).base.find((line) => line.startsWith('--_tap:'));
  return `import { css } from 'lit';

/**
 * All colours, spaces and times of a widget. They are computed once on the public tag, and the views inside inherit them.
 * A host can set five properties: \`--milieu-accent\`, \`--milieu-ink\` and \`--milieu-surface\` (any CSS colour, also \`light-dark(a, b)\`; each
 * can be set without the others), \`--milieu-radius\` and \`--milieu-space\` (lengths). Colours are limited so that text stays readable: the
 * surface stays light on a light page and dark on a dark one (\`color-scheme\`), the ink is the opposite, and the accent is between them.
 * Generated by scripts/tokens.mjs from ${source}.
 */
export const tokenStyles = css\`
  ${block(':host', all.base)}
  @media (pointer: coarse) { :host { ${tap?.replace(/^--_tap: (.*);$/, '--_tap: max($1, var(--_density-tap, 0px));')} } }
  ${media(':host', all)}
\`;
`;
}

function densityStyles(tokens) {
  const find = finder(tokens);
  const unit = find('reference.space.unit').value.value;
  const rule = (name) => {
    const of = (what) => find(`system.density.${name}.${what}`);
    const target = of('target').derive.replace('{value}', writers.dimension(of('target').value));
    return `:host([density='${name}']) {
      --_density-space: ${of('space').value.value / unit}; --_density-tap: ${target}; --_density-text: ${of('text').value}; }`;
  };
  return `import { css } from 'lit';

/**
 * The sizes for \`density\` on a widget, or on \`<milieu-community>\` for all widgets inside: \`compact\` for a ward desk with a mouse, \`large\` for
 * shaky hands and wall tablets. Any other value means comfortable (44 px targets). It sets only the inherited \`--_density-*\`, which the
 * tokens use.
 * Generated by scripts/tokens.mjs from ${source}.
 */
export const densityStyles = css\`
  ${['compact', 'comfortable', 'large'].map(rule).join('\n')}
\`;
`;
}

const hostName = ({ name }) => `--milieu-${name.replaceAll('.', '-')}`;

/** The CSS for a host's own markup that should look like the widgets. */
function hostStyles(tokens) {
  const all = declarations(tokens, (token) => (/^system\.(density|motion\.reduced)/.test(token.name) ? undefined : hostName(token)), false);
  return `/* The tokens of milieu-elements for your own markup. The five --milieu- variables that change the theme of the widgets also change these,
   if they are set on :root. Generated by scripts/tokens.mjs from ${source}. */
${block(':root', all.base)}
${media(':root', all)}
`;
}

function tokenList(tokens) {
  const find = finder(tokens);
  const list = [...tokens.values()].map((token) => {
    const [light, dark] = ['light', 'dark'].map((scheme) => resolved(tokens, token.name, scheme));
    const contrast = token.contrast?.map(({ on, ...rest }) => ({ on: find(alias.exec(on)?.[1]).name, ...rest }));
    const { type, css, public: open, about } = token;
    return [token.name, { tier: token.name.split('.')[0], type, light, ...(dark === light ? {} : { dark }), css, public: open, about, contrast }];
  });
  return `import type { Token } from './token.js';

/** All design tokens by path. Generated by scripts/tokens.mjs from ${source}. */
// prettier-ignore
export const tokens = {
${list.map(([name, token]) => `  '${name}': ${JSON.stringify(token)},`).join('\n')}
} as const satisfies Readonly<Record<string, Token>>;

/** Path of a token. */
export type TokenName = keyof typeof tokens;
`;
}

/**
 * The files that are generated from the tokens.
 * @returns {Promise<{ path: string, text: string }[]>} paths are absolute
 */
export async function tokenFiles() {
  const tokens = flat(JSON.parse(await readFile(join(root, source), 'utf8')));
  const file = async (name, made) => {
    const path = join(root, name);
    return { path, text: await prettier.format(made, { ...(await prettier.resolveConfig(path)), filepath: path }) };
  };
  return [
    await file('src/elements/styles/tokens.styles.ts', tokenStyles(tokens)),
    await file('src/elements/styles/density.styles.ts', densityStyles(tokens)),
    await file('src/tokens/tokens.ts', tokenList(tokens)),
    await file('tokens/milieu.css', hostStyles(tokens)),
  ];
}

/** The paths of generated files that are out of date. */
export async function staleTokenFiles() {
  const files = await tokenFiles();
  const differs = await Promise.all(files.map(async ({ path, text }) => (await readFile(path, 'utf8').catch(() => '')) !== text));
  return files.filter((_, at) => differs[at]).map(({ path }) => path);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  if (process.argv.includes('--check')) {
    const stale = await staleTokenFiles();
    if (stale.length > 0) process.stderr.write(`not what ${source} says, run node scripts/tokens.mjs:\n${stale.join('\n')}\n`);
    process.exitCode = stale.length > 0 ? 1 : 0;
  } else for (const { path, text } of await tokenFiles()) await writeFile(path, text);
}
