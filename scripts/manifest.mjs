// Writes custom-elements.json: the public tags, as a host or an editor sees them. `--check` only compares it with the file.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cli } from '@custom-elements-manifest/analyzer/cli.js';
import { root, widgets } from './entries.mjs';

const path = join(root, 'custom-elements.json');
const publicTags = () => new Set(['community', ...widgets()].map((name) => `milieu-${name}`));

/** The analyzer writes version 1.0.0, but its output uses features of 2.1.0: states, read-only fields. */
const schemaVersion = '2.1.0';

/** The path of a source file in the package. */
const published = (file) => file.replace(/^\/?src\//, 'dist/').replace(/\.ts$/, '.js');

const isPublic = ({ privacy, name }) => privacy !== 'private' && privacy !== 'protected' && !name?.startsWith('#');

/** References to our files name published files; private ones are left out. */
function forHosts(value) {
  if (Array.isArray(value)) return value.map(forHosts);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => {
      if (key === 'members') return [key, inner.filter(isPublic).map(forHosts)];
      if (key === 'module' && typeof inner === 'string') return [key, published(inner)];
      return [key, forHosts(inner)];
    }),
  );
}

function moduleForHosts(module, tags) {
  const declarations = module.declarations.filter(({ tagName }) => tags.has(tagName)).map(forHosts);
  if (!declarations.length) return [];
  const file = published(module.path);
  const definitions = declarations.map(({ tagName, name }) => ({
    kind: 'custom-element-definition',
    name: tagName,
    declaration: { name, module: file },
  }));
  const classes = declarations.map(({ name }) => ({ kind: 'js', name, declaration: { name, module: file } }));
  return [{ kind: 'javascript-module', path: file, declarations, exports: [...classes, ...definitions] }];
}

/** What a host needs; the check fails for a tag without it. */
function gaps(modules, tags) {
  const declared = modules.flatMap(({ declarations }) => declarations);
  const missing = [...tags]
    .filter((tag) => !declared.some(({ tagName }) => tagName === tag))
    .map((tag) => `<${tag}> is not described: give its class @tag`);
  const silent = declared.flatMap(({ tagName, summary, description, events = [], attributes = [], slots = [], cssParts = [] }) => [
    ...(summary ? [] : [`<${tagName}> has no @summary`]),
    ...(description ? [] : [`<${tagName}> has no description`]),
    ...[...events, ...attributes, ...slots, ...cssParts]
      .filter((part) => !part.description)
      .map((part) => `<${tagName}>: '${part.name}' has no description`),
    ...events.filter((event) => !event.type).map((event) => `<${tagName}>: the event '${event.name}' has no type`),
  ]);
  return [...missing, ...silent];
}

const analyzed = await cli({ argv: ['analyze', '--config', 'custom-elements-manifest.config.mjs'], cwd: root, noWrite: true });
const tags = publicTags();
const modules = analyzed.modules.flatMap((module) => moduleForHosts(module, tags)).sort((a, b) => (a.path < b.path ? -1 : 1));
const text = `${JSON.stringify({ schemaVersion, readme: '', modules }, null, 2)}\n`;

const complaints = gaps(modules, tags);
if (process.argv.includes('--check')) {
  const kept = existsSync(path) ? readFileSync(path, 'utf8') : '';
  if (kept !== text) complaints.push('custom-elements.json is not what the sources say: run npm run manifest');
} else {
  writeFileSync(path, text);
}
for (const complaint of complaints) console.error(complaint);
process.exitCode = complaints.length ? 1 : 0;
