import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import * as elements from '../../src/index.js';

interface Typed {
  readonly name: string;
  readonly type?: { readonly text: string };
  readonly description?: string;
}
interface Attribute extends Typed {
  readonly fieldName: string;
}
interface Member extends Typed {
  readonly kind: string;
  readonly attribute?: string;
  readonly parameters?: readonly Typed[];
  readonly return?: Typed;
}
interface Declaration {
  readonly name: string;
  readonly tagName?: string;
  readonly attributes?: readonly Attribute[];
  readonly members?: readonly Member[];
  readonly events?: readonly Typed[];
  readonly slots?: readonly Typed[];
  readonly cssProperties?: readonly (Typed & { readonly syntax: string; readonly default: string })[];
}
interface Module {
  readonly path: string;
  readonly declarations: readonly Declaration[];
  readonly exports: readonly {
    readonly kind: string;
    readonly name: string;
    readonly declaration: { readonly name: string; readonly module: string };
  }[];
}

const root = join(import.meta.dirname, '../..');
const read = (file: string): string => readFileSync(join(root, file), 'utf8');
const { modules, schemaVersion } = JSON.parse(read('custom-elements.json')) as { modules: readonly Module[]; schemaVersion: string };
const declared = modules.flatMap(({ declarations }) => declarations);
const tags = declared.filter(({ tagName }) => tagName !== undefined);
const events = declared.filter(({ name }) => name.endsWith('Event'));
const classes = elements as unknown as Readonly<Record<string, { readonly observedAttributes?: readonly string[]; readonly prototype: object }>>;

/** The file of the package that an entry of `exports` leads to. */
const { exports: entries } = JSON.parse(read('package.json')) as { exports: Readonly<Record<string, string | { readonly default?: string }>> };
const targets = Object.values(entries).map((entry) => (typeof entry === 'string' ? entry : (entry.default ?? '')));
const isImportable = (path: string): boolean =>
  targets.some((target) => new RegExp(`^${target.replace(/[.*]/g, (sign) => (sign === '*' ? '[a-z-]+' : '\\.'))}$`).test(`./${path}`));

describe('custom-elements.json', () => {
  test('has the version of the schema whose features it uses', () => assert.equal(schemaVersion, '2.1.0'));

  test('every module is a file that a host can import', () => {
    assert.ok(modules.length > 8);
    assert.deepEqual(
      modules.map(({ path }) => path).filter((path) => !isImportable(path)),
      [],
    );
    for (const { path } of modules) assert.ok(read(path.replace('dist/', 'src/').replace('.js', '.ts')), path);
  });

  test('every reference names a module and a declaration of the manifest', () => {
    for (const { name, declaration } of modules.flatMap((module) => module.exports)) {
      const target = modules.find(({ path }) => path === declaration.module);
      assert.ok(
        target?.declarations.some((one) => one.name === declaration.name),
        name,
      );
    }
  });

  for (const { name, tagName = '', attributes = [], members = [], events: fired = [], cssProperties = [], slots = [] } of tags) {
    describe(`<${tagName}>`, () => {
      test('lists the attributes that the class observes, each with its field and type', () => {
        assert.deepEqual(attributes.map((one) => one.name).sort(), [...(classes[name]?.observedAttributes ?? [])].sort());
        for (const { name: attribute, fieldName, type } of attributes) {
          assert.equal(members.find((one) => one.attribute === attribute)?.name, fieldName);
          assert.ok(type?.text && !type.text.includes('undefined'), attribute);
        }
      });

      test('lists only members that exist and that are public', () => {
        const prototype = classes[name]?.prototype ?? {};
        for (const { name: member } of members) {
          assert.ok(member in prototype, member);
          assert.match(member, /^[a-z]\w*$/i);
        }
      });

      test('lists the events that it can fire, each with a class that has fields', () => {
        const expected = ['milieu-before-save', 'milieu-deliver', 'milieu-error', 'milieu-saved', 'milieu-status'];
        if (tagName === 'milieu-community') expected.push('milieu-signed-out', 'milieu-person', 'milieu-open');
        if (tagName === 'milieu-today') expected.push('milieu-open');
        assert.deepEqual(fired.map((one) => one.name).sort(), expected.sort());
        for (const { type } of fired) {
          assert.ok(classes[type?.text ?? ''], type?.text);
          assert.ok((events.find((one) => one.name === type?.text)?.members ?? []).length > 0, type?.text);
        }
      });

      test('says with which slot and which custom properties a host changes it', () => {
        const drawn = ['accent', 'ink', 'radius', 'space', 'surface'].map((property) => `--milieu-${property}`);
        assert.deepEqual(cssProperties.map((one) => one.name).sort(), tagName === 'milieu-community' ? [] : drawn);
        for (const one of cssProperties) assert.ok(['<color>', '<length>'].includes(one.syntax) && one.default.length > 3, one.name);
        assert.ok(slots.length > 0);
      });
    });
  }

  test('spells out unions of words, and names only types that the package exports', () => {
    const types = declared
      .flatMap(({ members = [] }) => members)
      .flatMap((member) => [member, ...(member.parameters ?? []), ...(member.return ? [member.return] : [])])
      .map(({ type }) => type?.text ?? '');
    assert.ok(types.includes("'resident' | 'senior-peer' | 'staff' | 'family' | 'guest'"));
    const platform = ['Array', 'ArrayBufferLike', 'CryptoKey', 'Promise', 'Readonly', 'Record', 'Uint8Array'];
    const named = new Set(types.flatMap((text) => text.replace(/'[^']*'/g, '').match(/\b[A-Z]\w*/g) ?? []));
    const entry = ['src/index.ts', ...modules.map(({ path }) => path.replace('dist/', 'src/').replace('.js', '.ts'))].map(read).join('\n');
    assert.deepEqual(
      [...named].filter((name) => !platform.includes(name) && !new RegExp(`\\b${name}\\b`).test(entry)),
      [],
    );
  });
});
