// The entries of the package, found by reading the folders: a new widget or language needs no edit here.
import { existsSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';

export const root = join(import.meta.dirname, '..');
const source = join(root, 'src');

const files = (folder) => {
  const path = join(source, folder);
  return existsSync(path) ? readdirSync(path, { withFileTypes: true }) : [];
};
const modules = (folder) =>
  files(folder)
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts') && !entry.name.endsWith('.d.ts'))
    .map((entry) => `${folder}/${basename(entry.name, '.ts')}`);

/** Folders of src/elements: the widgets, `community`, and what widgets share. */
export const elementFolders = () =>
  files('elements')
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();

/** Folders of src/elements that hold a widget: each has the class of its public tag, `milieu-<folder>.ts`. */
export const widgets = () =>
  elementFolders().filter((folder) => folder !== 'community' && existsSync(join(source, `elements/${folder}/milieu-${folder}.ts`)));

/**
 * Entry name (its path under dist without ending) to source file.
 * @returns {Record<string, string>}
 */
export function packageEntries() {
  const names = [
    'index',
    'records/index',
    'model/index',
    'tokens/index',
    'testing/index',
    ...['community', ...widgets()].map((folder) => `elements/${folder}/index`),
    ...['define', 'adapters', 'locales'].flatMap(modules),
  ];
  const all = names.map((name) => ({ name, file: join(source, `${name}.ts`) }));
  return Object.fromEntries(all.filter(({ file }) => existsSync(file)).map(({ name, file }) => [name, file]));
}

/** Absolute paths of the modules in src. */
export const sourceFiles = () =>
  readdirSync(source, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts') && !entry.name.endsWith('.d.ts'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
