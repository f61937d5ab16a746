// The entries of the package, found by reading the folders: a new widget, adapter or language needs no edit here.
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

/** Folders of src/elements, `community` and `shared` among them. */
export const elementFolders = () =>
  files('elements')
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();

/** Rooms of src/elements that are no widgets. */
const notWidgets = new Set(['community', 'shared']);

/** Folders of src/elements that stand for a widget: each has a file in src/define that registers it. */
export const widgets = () => elementFolders().filter((folder) => !notWidgets.has(folder));

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
    ...elementFolders().map((folder) => `elements/${folder}/index`),
    ...['define', 'adapters', 'locales'].flatMap(modules),
  ];
  return Object.fromEntries(names.map((name) => [name, join(source, `${name}.ts`)]).filter(([, file]) => existsSync(file)));
}
