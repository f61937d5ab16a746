// Writes all that comes from tokens/milieu.tokens.json: the styles of the widgets, the typed list, the CSS for a host's own markup.
// With --check it only says whether the files are equal to it.
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import prettier from 'prettier';
import { root } from './entries.mjs';

const source = 'tokens/milieu.tokens.json';
const own = 'org.milieu-elements';
const alias = /^\{([^}]+)\}$/;

/** Every token by its path, with the type it inherits from its group. */
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

/** One value as CSS; `refer` says what stands for another token. */
function text(type, value, unit, refer) {
  if (typeof value === 'string') return refer(alias.exec(value)[1]);
  return type === 'number' ? `${value}${unit ?? ''}` : writers[type](value, (kind, part) => text(kind, part, undefined, refer));
}

/** Aliases followed to the end: what a token is on a light or a dark page of the default theme. */
function resolved(tokens, path, scheme) {
  const { type, value, dark, unit } = finder(tokens)(path);
  return text(type, scheme === 'dark' ? (dark ?? value) : value, unit, (other) => resolved(tokens, other, scheme));
}

/**
 * The lines of CSS for every token that `nameOf` names, in the order of the file; a token without a name stands as its value.
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
 * Every colour, space and time a widget uses, computed once on a public tag and inherited by the views inside it.
 * A host sets five of them: \`--milieu-accent\`, \`--milieu-ink\`, \`--milieu-surface\` (any CSS colour; each may be \`light-dark(a, b)\`, or stand
 * alone), \`--milieu-radius\` and \`--milieu-space\` (lengths). Colours are held to what can be read: paper stays light on a light page and
 * dark on a dark one (\`color-scheme\`), ink the other way round, the accent between them. Written by scripts/tokens.mjs from ${source}.
 */
export const tokenStyles = css\`
  ${block(':host', all.base)}
  @media (pointer: coarse) { :host { ${tap.replace(/^--_tap: (.*);$/, '--_tap: max($1, var(--_density-tap, 0px));')} } }
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
 * \`density\` on a widget, or on \`<milieu-community>\` for all widgets in it: \`compact\` for a ward desk with a mouse, \`large\` for shaky hands and
 * wall tablets, anything else is comfortable (44 px targets). Only the inherited \`--_density-*\` are set here; the tokens read them.
 * Written by scripts/tokens.mjs from ${source}.
 */
export const densityStyles = css\`
  ${['compact', 'comfortable', 'large'].map(rule).join('\n')}
\`;
`;
}

const hostName = ({ name }) => `--milieu-${name.replaceAll('.', '-')}`;

/** For markup of a host's own that is to look like the widgets beside it. */
function hostStyles(tokens) {
  const all = declarations(tokens, (token) => (/^system\.(density|motion\.reduced)/.test(token.name) ? undefined : hostName(token)), false);
  return `/* The tokens of milieu-elements for your own markup. The five --milieu- variables that re-theme the widgets re-theme these too, when set on
   :root. Written by scripts/tokens.mjs from ${source}. */
${block(':root', all.base)}
${media(':root', all)}
`;
}

function tokenList(tokens) {
  const find = finder(tokens);
  const list = [...tokens.values()].map((token) => {
    const [light, dark] = ['light', 'dark'].map((scheme) => resolved(tokens, token.name, scheme));
    const contrast = token.contrast?.map(({ on, ...rest }) => ({ on: find(alias.exec(on)[1]).name, ...rest }));
    const { type, css, public: open, about } = token;
    return [token.name, { tier: token.name.split('.')[0], type, light, ...(dark === light ? {} : { dark }), css, public: open, about, contrast }];
  });
  return `import type { Token } from './token.js';

/** Every token of the look, by its path. Written by scripts/tokens.mjs from ${source}. */
// prettier-ignore
export const tokens = {
${list.map(([name, token]) => `  '${name}': ${JSON.stringify(token)},`).join('\n')}
} as const satisfies Readonly<Record<string, Token>>;

/** Path of a token. */
export type TokenName = keyof typeof tokens;
`;
}

/**
 * The files that follow from the tokens.
 * @returns {Promise<{ path: string, text: string }[]>} paths are absolute
 */
export async function tokenFiles() {
  const tokens = flat(JSON.parse(await readFile(join(root, source), 'utf8')));
  const file = async (name, made) => {
    const path = join(root, name);
    return { path, text: await prettier.format(made, { ...(await prettier.resolveConfig(path)), filepath: path }) };
  };
  return [
    await file('src/elements/shared/tokens.styles.ts', tokenStyles(tokens)),
    await file('src/elements/shared/density.styles.ts', densityStyles(tokens)),
    await file('src/tokens/tokens.ts', tokenList(tokens)),
    await file('tokens/milieu.css', hostStyles(tokens)),
  ];
}

/** The paths of those files whose text on the disk is not what the tokens say. */
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
