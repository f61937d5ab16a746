// What only the running sources say: the tables of transitions, and the strings with what they take in from elsewhere.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { register } from 'tsx/esm/api';
import { root } from '../entries.mjs';

const source = join(root, 'src');
const strings = /(?:^|\/|\.)strings\.ts$|start-anew\.ts$/;
const titles = { coping: 'Coping card and deck', language: 'Every widget', parts: 'Every widget' };
const titleOf = (folder) => titles[folder] ?? `\`<milieu-${folder}>\``;

/** The tables of transitions, and the function that lists the statuses of a kind. */
export async function loadModel() {
  const stop = register();
  const { kinds } = await import(join(source, 'model/kinds/tables.ts'));
  const { statusesOf } = await import(join(source, 'model/statuses.ts'));
  await stop();
  return { kinds, statusesOf };
}

/** Every table of strings, by widget; what widgets share comes first. */
export async function loadStrings() {
  const stop = register();
  const files = readdirSync(join(source, 'elements'), { recursive: true, encoding: 'utf8' }).filter((name) => strings.test(name));
  const folderOf = (file) => file.split('/')[0] ?? '';
  const order = ['language', 'parts', 'coping'];
  files.sort((a, b) => order.indexOf(folderOf(b)) - order.indexOf(folderOf(a)) || a.localeCompare(b, 'en'));
  /** @type {Map<string, Record<string, string>>} */
  const found = new Map();
  const seen = new Set();
  for (const file of files) {
    const exported = Object.entries(await import(join(source, 'elements', file))).filter(([name]) => name.endsWith('Strings'));
    const title = titleOf(folderOf(file));
    // A table of a widget may take in those of a shared folder.
    const own = exported.flatMap(([, table]) => Object.entries(table)).filter(([key]) => !seen.has(key));
    for (const [key] of own) seen.add(key);
    found.set(title, { ...found.get(title), ...Object.fromEntries(own) });
  }
  await stop();
  return [...found].filter(([, table]) => Object.keys(table).length).map(([title, table]) => ({ title, strings: withoutErrors(table) }));
}

const withoutErrors = (table) => Object.fromEntries(Object.entries(table).filter(([key]) => !key.startsWith('error.')));
