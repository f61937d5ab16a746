import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { widgets } from '../../scripts/entries.mjs';
import { writeFromManifest } from '../../scripts/from-manifest.mjs';

const folder = mkdtempSync(join(tmpdir(), 'milieu-editors-'));
const read = (name: string): string => readFileSync(join(folder, 'editors', name), 'utf8');
const tags = ['community', ...widgets()].map((name) => `milieu-${name}`).sort();
const theme = ['accent', 'ink', 'radius', 'space', 'surface'].map((name) => `--milieu-${name}`);

interface Named {
  readonly name: string;
}
interface Tag extends Named {
  readonly description: string;
  readonly attributes: readonly (Named & { readonly values?: readonly Named[]; readonly value?: { readonly type: string } })[];
}
const names = (list: readonly Named[]): readonly string[] => list.map(({ name }) => name).sort();
const roles = ['resident', 'senior-peer', 'staff', 'family', 'guest'];

before(() => writeFromManifest(folder));
after(() => rmSync(folder, { recursive: true, force: true }));

describe('data for editors', () => {
  test('VS Code offers every tag, and the values of an attribute', () => {
    const data = JSON.parse(read('vscode.html-custom-data.json')) as { tags: readonly Tag[] };
    assert.deepEqual(names(data.tags), tags);
    const community = data.tags.find(({ name }) => name === 'milieu-community');
    assert.deepEqual(
      community?.attributes.find(({ name }) => name === 'as')?.values?.map(({ name }) => name),
      roles,
    );
    assert.match(community?.description ?? '', /milieu-deliver/);
    const agenda = data.tags.find(({ name }) => name === 'milieu-meeting-agenda');
    assert.deepEqual(
      agenda?.attributes.find(({ name }) => name === 'view')?.values?.map(({ name }) => name),
      ['plan', 'run', 'minutes', 'board', 'said', 'room'],
    );
  });

  test('VS Code offers each custom property once', () => {
    const data = JSON.parse(read('vscode.css-custom-data.json')) as { properties: readonly Named[]; pseudoElements: readonly Named[] };
    assert.deepEqual(names(data.properties), theme);
    assert.equal(new Set(names(data.pseudoElements)).size, data.pseudoElements.length);
  });

  test('JetBrains offers the same', () => {
    const { name, version, contributions } = JSON.parse(read('web-types.json')) as Named & {
      version: string;
      contributions: { html: { elements: readonly Tag[] }; css: { properties: readonly Named[] } };
    };
    const own = JSON.parse(readFileSync('package.json', 'utf8')) as { name: string; version: string };
    assert.deepEqual({ name, version }, { name: own.name, version: own.version });
    assert.deepEqual(names(contributions.html.elements), tags);
    assert.deepEqual(names(contributions.css.properties), theme);
    const as = contributions.html.elements.find((tag) => tag.name === 'milieu-community')?.attributes.find((one) => one.name === 'as');
    assert.equal(as?.value?.type, roles.map((role) => `'${role}'`).join(' | '));
  });

  test('llms.txt names every tag, event and custom property', () => {
    const text = read('llms.txt');
    const events = ['saved', 'deliver', 'status', 'signed-out', 'person', 'error'].map((name) => `milieu-${name}`);
    assert.deepEqual(
      [...tags.map((tag) => `### <${tag}>`), ...events, ...theme].filter((name) => !text.includes(name)),
      [],
    );
  });
});
