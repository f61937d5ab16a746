// Which room of src may import which: model <- records <- elements. The lint rule and the graph test both read it here.
import { dirname, join, posix, relative, sep } from 'node:path';
import { root } from './entries.mjs';

/** What each room may import when it runs, for types only, and only when asked for (`import()`). */
const rooms = {
  model: { value: ['model'], type: [], lazy: [] },
  records: { value: ['model', 'records'], type: [], lazy: [] },
  elements: { value: ['model', 'records', 'elements'], type: ['content', 'locales', 'adapters'], lazy: ['content', 'locales', 'adapters'] },
  adapters: { value: ['model', 'adapters'], type: ['records'], lazy: ['records'] },
  content: { value: ['model', 'content'], type: [], lazy: [] },
  locales: { value: ['locales'], type: ['elements'], lazy: [] },
  tokens: { value: ['tokens'], type: [], lazy: [] },
  define: { value: ['elements', 'define'], type: [], lazy: [] },
  index: { value: ['elements', 'records', 'model', 'define', 'index'], type: [], lazy: [] },
};

/** Who may use which package. A package that stands nowhere here may be used by nobody. */
const packages = [
  { name: /^zod\/mini$/, rooms: ['model'], files: /\.schema\.ts$/ },
  { name: /^zod($|\/)/, rooms: [] },
  { name: /^idb$/, rooms: ['records'] },
  { name: /^@noble\/(ciphers|hashes)($|\/)/, rooms: ['records'] },
  { name: /^uuidv7$/, rooms: ['records', 'elements'] },
  { name: /^(lit|@lit\/context)($|\/)/, rooms: ['elements', 'locales'] },
];

/** Folders of src/elements that every widget may use, and widgets that are two faces of one thing. */
const common = new Set(['shared', 'community']);
const kin = [new Set(['coping-card', 'coping-deck'])];

const inSource = (file) => relative(join(root, 'src'), file).split(sep).join(posix.sep);

/** The first folder under src, or `index` for the file itself; undefined outside src. */
function roomOf(file) {
  const path = inSource(file);
  if (path.startsWith('..')) return undefined;
  return path.includes('/') ? path.slice(0, path.indexOf('/')) : 'index';
}

const widgetOf = (file) => inSource(file).split('/')[1];

function strangers(from, to) {
  const [a, b] = [widgetOf(from), widgetOf(to)];
  return a !== b && !common.has(b) && !kin.some((pair) => pair.has(a) && pair.has(b));
}

/**
 * Why the file may not import that, or undefined where it may.
 * @param {string} file absolute path of a module
 * @param {string} specifier as written
 * @param {'value' | 'type' | 'lazy'} way
 * @returns {string | undefined}
 */
export function refusal(file, specifier, way) {
  const room = roomOf(file);
  if (room === undefined) return undefined;
  const rule = rooms[room];
  if (!rule) return `src/${room} is no room of this house: add it to scripts/layers.mjs.`;
  return specifier.startsWith('.') ? ofModule(file, join(dirname(file), specifier), way, room) : ofPackage(file, specifier, room);
}

function ofPackage(file, name, room) {
  const entry = packages.find((candidate) => candidate.name.test(name));
  if (!entry) return `'${name}' is not among the packages of this project.`;
  if (!entry.rooms.includes(room))
    return `'${name}' may be used only in ${entry.rooms.join(', ') || "another form (zod as 'zod/mini')"}, not in ${room}.`;
  if (entry.files && !entry.files.test(file)) return `'${name}' may be used only in files ending ${entry.files.source}.`;
  return undefined;
}

function ofModule(file, target, way, room) {
  const other = roomOf(target);
  if (other === undefined) return 'src imports nothing outside src.';
  const { value, type, lazy } = rooms[room];
  const allowed = [...value, ...(way === 'type' ? type : way === 'lazy' ? lazy : [])];
  if (!allowed.includes(other)) {
    const otherwise = lazy.includes(other) ? ' at once: load it with import()' : type.includes(other) ? ' but for types: use import type' : '';
    return `${room} may not import ${other}${otherwise}.`;
  }
  if (room === 'elements' && way === 'value' && /(\.schema|(model|records)\/index)\.js$/.test(target)) {
    return 'A widget paints before schemas and records arrive: import a single file without them, or only its types.';
  }
  if (room === 'elements' && other === 'elements' && way !== 'type' && strangers(file, target)) return 'Widgets use each other only as tags.';
  return undefined;
}
