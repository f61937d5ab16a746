// Writes the lists of all kinds from the folders of src/model/kinds: tables.ts, with the names and the data of the kinds, and all.schema.ts.
//   node scripts/kinds.mjs           writes them
//   node scripts/kinds.mjs --check   says which is stale; exit code 1 where one is
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { root } from './entries.mjs';

/** @typedef {{ family: string, name: string, constant: string, data: string, schema: string }} KindEntry */

const lower = (/** @type {string} */ word) => word.charAt(0).toLowerCase() + word.slice(1);
const note = '// Written by scripts/kinds.mjs from the folders beside it; edit those.\n';

/**
 * The kinds of a folder, in the order of its table.
 * @param {string} folder
 * @param {string} family
 * @returns {KindEntry[]}
 */
function kindsOf(folder, family) {
  const table = readFileSync(join(folder, family, 'table.ts'), 'utf8');
  const schemas = readFileSync(join(folder, family, `${family}.schema.ts`), 'utf8');
  const found = [...table.matchAll(/^export const (\w+): Kind<(\w+)> = \{\s+kind: '([\w-]+)'/gm)];
  if (found.length === 0) throw new Error(`${family}/table.ts exports no kind.`);
  return found.map(([, constant = '', data = '', name = '']) => {
    const schema = [`${constant}Schema`, `${lower(data)}Schema`].find((one) => schemas.includes(`export const ${one}`));
    if (!schema) throw new Error(`${family}/${family}.schema.ts has no schema for the kind ${name}.`);
    return { family, name, constant, data, schema };
  });
}

/**
 * @param {readonly KindEntry[]} kinds
 * @param {(kind: KindEntry) => readonly string[]} names
 * @param {(family: string) => string} file
 */
function imports(kinds, names, file) {
  return [...new Set(kinds.map(({ family }) => family))].map((family) => {
    const wanted = new Set(kinds.filter((kind) => kind.family === family).flatMap(names));
    return `import { ${[...wanted].join(', ')} } from './${family}/${file(family)}.js';\n`;
  });
}

/**
 * The text of both files, by name.
 * @param {string} [folder] of the kinds
 * @returns {Promise<Record<string, string>>}
 */
export async function registries(folder = join(root, 'src/model/kinds')) {
  const families = readdirSync(folder).filter((name) => existsSync(join(folder, name, 'table.ts')));
  const kinds = families.sort().flatMap((family) => kindsOf(folder, family));
  const list = (/** @type {(kind: KindEntry) => string} */ line) => kinds.map(line).join('');
  const tables = [
    note,
    ...imports(
      kinds,
      ({ constant, data }) => [constant, `type ${data}`],
      () => 'table',
    ),
    `import type { Kind } from '../transition.js';\n\n`,
    `/** The data of every kind by its name. */\nexport interface DataByKind {\n${list(({ name, data }) => `readonly '${name}': ${data};\n`)}}\n`,
    `export type KindName = keyof DataByKind;\n\n`,
    `const every: { readonly [K in KindName]: Kind<DataByKind[K]> } = {\n${list(({ name, constant }) => (name === constant ? `${name},\n` : `'${name}': ${constant},\n`))}};\n\n`,
    `/** Every kind's table by its name. No prototype: \`constructor\` is no kind. */\n`,
    `export const kinds: Readonly<Record<string, Kind>> = Object.assign(Object.create(null) as Record<string, Kind>, every);\n`,
  ];
  const schemas = [
    note,
    ...imports(
      kinds,
      ({ schema }) => [schema],
      (family) => `${family}.schema`,
    ),
    `import type { Data } from '../record.js';\nimport type { Shape } from '../field-types.schema.js';\n\n`,
    `/** The schema of every kind's data by the kind's name. */\n`,
    `export const dataSchemas: ReadonlyMap<string, Shape<Data>> = new Map<string, Shape<Data>>([\n`,
    list(({ name, schema }) => `['${name}', ${schema}],\n`),
    `]);\n`,
  ];
  const style = { ...(await resolveConfig(join(root, 'src/model/kinds/tables.ts'))), parser: 'typescript' };
  return { 'tables.ts': await format(tables.join(''), style), 'all.schema.ts': await format(schemas.join(''), style) };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const folder = join(root, 'src/model/kinds');
  for (const [name, text] of Object.entries(await registries(folder))) {
    const path = join(folder, name);
    const now = existsSync(path) ? readFileSync(path, 'utf8') : '';
    if (now === text) continue;
    if (process.argv.includes('--check')) {
      console.log(`src/model/kinds/${name} is stale: run node scripts/kinds.mjs.`);
      process.exitCode = 1;
    } else {
      writeFileSync(path, text);
      console.log(`wrote src/model/kinds/${name}`);
    }
  }
}
