// Writes the two style files that come from tokens/milieu.tokens.json; with --check it only says whether they are equal to it.
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import prettier from 'prettier';
import { root } from './entries.mjs';

const source = 'tokens/milieu.tokens.json';
const own = 'org.milieu-elements';

/** Every token by its path, with the type it inherits from its group. */
function flat(group, path = [], type, found = new Map()) {
  const inherited = group.$type ?? type;
  if ('$value' in group) found.set(path.join('.'), { type: inherited, value: group.$value, ...group.$extensions?.[own] });
  else for (const [name, child] of Object.entries(group)) if (!name.startsWith('$')) flat(child, [...path, name], inherited, found);
  return found;
}

const written = {
  color: ({ colorSpace, components, alpha }) => `${colorSpace}(${components.join(' ')}${alpha === undefined ? '' : ` / ${alpha}`})`,
  dimension: ({ value, unit }) => (value === 0 ? '0' : `${value}${unit}`),
  duration: ({ value, unit }) => `${value}${unit}`,
  cubicBezier: (points) => `cubic-bezier(${points.join(', ')})`,
  shadow: ({ color, offsetX, offsetY, blur, spread }) =>
    [offsetX, offsetY, blur, ...(spread.value === 0 ? [] : [spread])].map(written.dimension).join(' ') + ` ${written.color(color)}`,
};

/** The CSS of every token that has a name there, in the order of the file. */
function declarations(tokens) {
  const find = (path) => {
    const token = tokens.get(path);
    if (!token) throw new Error(`${source}: no token ${path}`);
    return token;
  };
  const filled = (text, value) => text.replace(/\{([^}]+)\}/g, (_, path) => (path === 'value' ? value : refer(path)));
  const refer = (path) => (find(path).css ? `var(${find(path).css})` : css(find(path)));
  const plain = (value, { type, unit }) => {
    if (typeof value === 'string') return filled(value);
    return type === 'number' ? `${value}${unit ?? ''}` : written[type](value);
  };
  function css(token) {
    const light = plain(token.value, token);
    const both = token.dark === undefined || token.derive ? light : `light-dark(${light}, ${plain(token.dark, token)})`;
    const open = token.public ? `var(${token.public}, ${both})` : both;
    return token.derive ? filled(token.derive, open) : open;
  }
  for (const { value } of tokens.values()) for (const [, path] of JSON.stringify(value).matchAll(/"\{([^}]+)\}"/g)) find(path);
  return [...tokens.values()].filter((token) => token.css).map((token) => ({ ...token, line: `${token.css}: ${css(token)};` }));
}

const tokenStyles = (tokens) => {
  const all = declarations(tokens);
  const tap = tokens.get('system.size.tap');
  return `import { css } from 'lit';

/**
 * Every colour, space and time a widget uses, computed once on a public tag and inherited by the views inside it.
 * A host sets five of them: \`--milieu-accent\`, \`--milieu-ink\`, \`--milieu-surface\` (any CSS colour; ink and surface may be \`light-dark(a, b)\`
 * and are set together), \`--milieu-radius\` and \`--milieu-space\` (lengths). Written by scripts/tokens.mjs from ${source}.
 */
export const tokenStyles = css\`
  :host { ${all.map(({ line }) => line).join('\n')} }
  @media (pointer: coarse) { :host { --_tap: max(${written.dimension(tap.value)}, var(--_density-tap, ${written.dimension(tap.value)})); } }
  @media (prefers-reduced-motion: reduce) { :host { ${all
    .filter(({ type }) => type === 'duration')
    .map(({ css }) => `${css}: 0ms;`)
    .join('\n')} } }
\`;
`;
};

const densityStyles = (tokens) => {
  const unit = tokens.get('reference.space.unit').value.value;
  const rule = (name) => {
    const of = (what) => tokens.get(`system.density.${name}.${what}`).value;
    return `:host([density='${name}']) {
      --_density-space: ${of('space').value / unit}; --_density-tap: ${written.dimension(of('target'))}; --_density-text: ${of('text')}; }`;
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
};

/**
 * The files that follow from the tokens.
 * @returns {Promise<{ path: string, text: string }[]>} paths are absolute
 */
export async function tokenFiles() {
  const tokens = flat(JSON.parse(await readFile(join(root, source), 'utf8')));
  const folder = join(root, 'src/elements/shared');
  const options = { ...(await prettier.resolveConfig(join(folder, 'tokens.styles.ts'))), parser: 'typescript' };
  const file = async (name, text) => ({ path: join(folder, name), text: await prettier.format(text, options) });
  return [await file('tokens.styles.ts', tokenStyles(tokens)), await file('density.styles.ts', densityStyles(tokens))];
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
