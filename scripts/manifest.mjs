// Writes custom-elements.json, docs/reference.md and the pages of docs/reference: what is public, as a host or an editor sees it. `--check` only compares.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import prettier from 'prettier';
import { root, widgets } from './entries.mjs';
import { exportsOf, readErrors, readEvents, readInterface, readTag, sentence } from './manifest/sources.mjs';
import { reference } from './manifest/reference.mjs';
import { apiPage, recordsPage, stringsPage } from './manifest/pages.mjs';
import { readApi, readKinds } from './manifest/api.mjs';
import { loadModel, loadStrings } from './manifest/run-sources.mjs';
import { theme } from './manifest/theme.mjs';

const folders = ['community', ...widgets()].sort();
const entryOf = (folder) => `dist/elements/${folder}/index.js`;

/** The name of an event in front of its own docs says nothing beside that name. */
const wordsOf = ({ description }) => sentence(description.replace(/^`[^`]+`: /, ''));
const firstSentence = (text) => /^[\s\S]*?\.(?=\s|$)/.exec(text)?.[0] ?? text;

const filled = (object) =>
  Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined && !(Array.isArray(value) && !value.length)));

/** @param {any[]} members */
const attributesOf = (members) =>
  members
    .filter(({ attribute }) => attribute)
    .map(({ name, attribute, type, default: initial, description }) =>
      filled({ name: attribute, type: { text: type.text.replace(' | undefined', '') }, default: initial, description, fieldName: name }),
    );

/** @param {any} tag @param {any[]} events */
function declaration(tag, events) {
  const { name, tagName, summary, description, members, slots, cssParts, cssProperties, cssStates } = tag;
  return filled({
    kind: 'class',
    name,
    tagName,
    customElement: true,
    summary,
    description,
    superclass: { name: 'LitElement', package: 'lit' },
    attributes: attributesOf(members),
    members,
    events: tag.events.map((fired) => {
      const known = events.find(({ event }) => event === fired.name);
      return filled({
        name: fired.name,
        type: known && { text: known.name },
        description: fired.description ?? (known && firstSentence(wordsOf(known))),
      });
    }),
    slots,
    cssParts,
    cssProperties: cssProperties.map((property) => ({ ...property, ...theme[property.name] })),
    cssStates,
  });
}

/** The class of an event, with its fields. */
const eventClass = (event) =>
  filled({ kind: 'class', name: event.name, description: wordsOf(event), superclass: { name: 'Event', package: 'global:' }, members: event.members });

/** The module of an entry of the package: what it exports. */
function moduleOf(folder, tags, events) {
  const path = entryOf(folder);
  const here = exportsOf(`elements/${folder}/index.ts`);
  const declarations = [
    ...tags.filter(({ name }) => here.has(name)).map((tag) => declaration(tag, events)),
    ...events.filter(({ name }) => here.has(name)).map(eventClass),
  ];
  const exports = declarations.map(({ name }) => ({ kind: 'js', name, declaration: { name, module: path } }));
  return { kind: 'javascript-module', path, declarations, exports };
}

/** The module that registers the tag. */
function definitionOf(folder, tags) {
  const here = exportsOf(`elements/${folder}/index.ts`);
  const definitions = tags
    .filter(({ name }) => here.has(name))
    .map(({ name, tagName }) => ({
      kind: 'custom-element-definition',
      name: tagName,
      declaration: { name, module: entryOf(folder) },
    }));
  return { kind: 'javascript-module', path: `dist/define/${folder}.js`, declarations: [], exports: definitions };
}

/** What a host needs; the check fails for a tag without it. */
function gaps(declared) {
  const read = Object.keys(theme);
  return declared.flatMap(({ tagName, name, summary, description, events = [], attributes = [], members = [], ...styling }) => {
    const { slots = [], cssParts = [], cssProperties = [], cssStates = [] } = styling;
    const tag = tagName ? `<${tagName}>` : name;
    const properties = cssProperties.map((property) => property.name);
    const foreign = properties.filter((one) => !read.includes(one)).map((one) => `${tag}: no style reads ${one}`);
    const untold = properties.length ? read.filter((one) => !properties.includes(one)).map((one) => `${tag}: ${one} is not described`) : [];
    return [
      ...(summary || !tagName ? [] : [`${tag} has no @summary`]),
      ...(description ? [] : [`${tag} has no description`]),
      ...[...events, ...attributes, ...members, ...slots, ...cssParts, ...cssProperties, ...cssStates]
        .filter((part) => !part.description)
        .map((part) => `${tag}: '${part.name}' has no description`),
      ...events.filter((event) => !event.type).map((event) => `${tag}: no listener knows the type of '${event.name}'`),
      ...foreign,
      ...untold,
    ];
  });
}

const tags = folders
  .flatMap((folder) => [...exportsOf(`elements/${folder}/index.ts`).values()])
  .filter(({ valueDeclaration }) => valueDeclaration)
  .map(readTag)
  .filter(({ tagName }) => tagName);
const events = readEvents();
const modules = [...folders.map((folder) => moduleOf(folder, tags, events)), ...folders.map((folder) => definitionOf(folder, tags))];
const manifest = { schemaVersion: '2.1.0', readme: 'README.md', modules: modules.sort((a, b) => (a.path < b.path ? -1 : 1)) };

const status = readInterface('Status');
const errors = readErrors();

/** The entries that export more than tags, with what each is for. @type {[name: string, file: string, about: string][]} */
const entries = [
  [
    'milieu-elements',
    'index.ts',
    'The classes of the tags and of the events are here, too. Types of `/records` and `/model` that it also exports are described there.',
  ],
  ['milieu-elements/community', 'elements/community/index.ts', 'For pages with a bundler; the single files take `community.strings` only.'],
  ['milieu-elements/records', 'records/index.ts', 'The store, and what is done with all of it. Also as `cdn/records.min.js`.'],
  ['milieu-elements/model', 'model/index.ts', 'The rules, without a page: for your server.'],
  ['milieu-elements/tokens', 'tokens/index.ts', 'The design tokens.'],
  ['milieu-elements/testing', 'testing/index.ts', 'For tests of your page: see [testing](../testing.md).'],
];
/** In the order of the entries: the last one that has a name describes it. */
function api() {
  const described = modules.flatMap(({ declarations }) => declarations.map(({ name }) => name));
  const read = entries.map(([name, file, about]) => ({ name, about, exports: readApi(file) }));
  const isLast = (name, at) => at === read.length - 2 || !read.slice(at + 1, -1).some(({ exports }) => exports.some((one) => one.name === name));
  return read.map(({ name, about, exports }, at) => ({
    name,
    about,
    exports: exports.filter((one) => !described.includes(one.name) && (at === read.length - 1 || isLast(one.name, at))),
  }));
}
const { kinds, statusesOf } = await loadModel();

const pretty = async (path, text) => prettier.format(text, { ...(await prettier.resolveConfig(path)), filepath: path });
const files = {
  'custom-elements.json': `${JSON.stringify(manifest, null, 2)}\n`,
  'docs/reference.md': await pretty('docs/reference.md', reference(manifest, status, errors)),
  'docs/reference/api.md': await pretty('docs/reference/api.md', apiPage(api())),
  'docs/reference/records.md': await pretty('docs/reference/records.md', recordsPage(readKinds(), kinds, statusesOf)),
  'docs/reference/strings.md': await pretty('docs/reference/strings.md', stringsPage(await loadStrings())),
};

const complaints = [
  ...folders
    .filter((folder) => !tags.some(({ tagName }) => tagName === `milieu-${folder}`))
    .map((folder) => `<milieu-${folder}> is not described: give its class @tag`),
  ...gaps(modules.flatMap(({ declarations }) => declarations)),
  ...[...status, ...errors.errors].filter(({ description }) => !description).map(({ name, code }) => `'${name ?? code}' has no description`),
];
for (const [name, text] of Object.entries(files)) {
  const path = join(root, name);
  if (!process.argv.includes('--check')) writeFileSync(path, text);
  else if (!existsSync(path) || readFileSync(path, 'utf8') !== text) complaints.push(`${name} is not what the sources say: run npm run manifest`);
}
for (const complaint of complaints) console.error(complaint);
process.exitCode = complaints.length ? 1 : 0;
