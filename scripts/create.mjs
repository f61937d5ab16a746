// Writes the files of a new kind, or of a new widget with a kind of its own, so that it builds, has a story and passes its tests.
//   npm run create kind NAME       NAME in kebab-case, such as thought-record
//   npm run create widget NAME
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { root } from './entries.mjs';
import { registries } from './kinds.mjs';

const [what, name = ''] = process.argv.slice(2);
if ((what !== 'kind' && what !== 'widget') || !/^[a-z]+(-[a-z]+)*$/.test(name)) throw new Error('npm run create kind|widget NAME');
const Type = name.replace(/(^|-)([a-z])/g, (_, __, letter) => letter.toUpperCase());
const constant = Type.charAt(0).toLowerCase() + Type.slice(1);
const title = name.charAt(0).toUpperCase() + name.slice(1).replaceAll('-', ' ');

const kind = {
  [`src/model/kinds/${name}/table.ts`]: `import { toNobody } from '../../needs.js';
import type { Kind } from '../../transition.js';

/** ${title}: nobody but the author reads it. */
export interface ${Type} extends Readonly<Record<string, unknown>> {
  /** 1 to 280. */
  readonly text: string;
}

/** Characters. */
export const ${constant}Limits = { text: 280 } as const;

export const ${constant}: Kind<${Type}> = {
  kind: '${name}',
  v: 1,
  words: ['text'],
  transitions: {
    keep: { from: [], to: ['kept'], who: ['member'], needs: [toNobody], shows: 'self' },
    rewrite: { from: ['kept'], to: ['kept'], who: ['author'], edits: true },
    remove: { from: ['kept'], to: ['removed'], who: ['author'] },
  },
};
`,
  [`src/model/kinds/${name}/states.ts`]: `import type { MilieuRecord } from '../../record.js';

/** Not removed. */
export const isKept = ({ status }: Pick<MilieuRecord, 'status'>): boolean => status === 'kept';
`,
  [`src/model/kinds/${name}/${name}.schema.ts`]: `import * as z from 'zod/mini';
import { type Shape, text } from '../../field-types.schema.js';
import { type ${Type}, ${constant}Limits } from './table.js';

export const ${constant}Schema: Shape<${Type}> = z.strictObject({ text: text(${constant}Limits.text, 1) });
`,
  [`test/model/kinds/${name}.samples.ts`]: `import { ${constant}Limits } from '../../../src/model/kinds/${name}/table.js';
import type { Data } from '../../../src/model/record.js';
import type { RandomData } from '../random-walk.js';

/** The data of one record, with every field filled. */
export const samples: Record<string, Data> = { '${name}': { text: 'What I noticed' } };

/** The most characters of each text field. */
export const limits: Record<string, Record<string, number>> = { '${name}': ${constant}Limits };

/** Random data for an act that writes: mostly valid. */
export const inputs: Record<string, RandomData> = { '${name}': () => ({ text: 'What I noticed' }) };
`,
  [`test/model/kinds/${name}.test.ts`]: `import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isKept } from '../../../src/model/kinds/${name}/states.js';
import { Story } from '../act-by-name.js';

const data = { text: 'What I noticed' };

describe('${name}', () => {
  it('is kept for its author alone, who may remove it', () => {
    const story = new Story();
    const kept = story.does('ana', '${name}', 'keep', undefined, { data });
    assert.equal(kept.visibility, 'self');
    assert.equal(isKept(kept), true);
    assert.equal(story.code('sol', '${name}', 'remove', kept), 'not-yours');
    assert.equal(isKept(story.does('ana', '${name}', 'remove', kept)), false);
  });
});
`,
};

const widget = {
  [`src/elements/${name}/strings.ts`]: `/** English of the widget. */
export const ${constant}Strings = {
  '${name}.title': '${title}',
  '${name}.list': 'What you kept',
  '${name}.empty': 'Here is what you keep.',
} as const;
`,
  [`src/elements/${name}/milieu-${name}.ts`]: `import { html, type TemplateResult } from 'lit';
import { isKept } from '../../model/kinds/${name}/states.js';
import type { ${Type} } from '../../model/kinds/${name}/table.js';
import { QueryController } from '../controllers/query.js';
import { Widget, type WidgetPage } from '../parts/widget.js';
import { ${constant}Strings } from './strings.js';

/**
 * ${title}.
 *
 * @summary ${title}.
 * @tag milieu-${name}
 */
export class Milieu${Type} extends Widget<typeof ${constant}Strings> {
  protected readonly english = ${constant}Strings;

  readonly #mine = new QueryController<${Type}>(this, () => {
    const person = this.community?.actor.person;
    return person === undefined ? undefined : { kind: '${name}', by: person };
  });

  protected headline(): string {
    return this.t('${name}.title');
  }

  protected pages(): readonly WidgetPage[] {
    return [{ name: 'list', label: this.t('${name}.list'), render: () => html\`\${this.#list()}\` }];
  }

  #list(): unknown {
    const empty = (): TemplateResult => html\`<p>\${this.t('${name}.empty')}</p>\`;
    return this.renderState(this.#mine.state, {
      empty,
      ready: (all) => html\`<ul>\${all.filter(({ record }) => isKept(record)).map(({ record }) => html\`<li>\${record.data.text}</li>\`)}</ul>\`,
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'milieu-${name}': Milieu${Type};
  }
}
`,
  [`src/elements/${name}/index.ts`]: `export { Milieu${Type} } from './milieu-${name}.js';\n`,
  [`src/define/${name}.ts`]: `import './shared.js';
import { Milieu${Type} } from '../elements/${name}/milieu-${name}.js';
import { define } from './define.js';

define('milieu-${name}', Milieu${Type});

// The types of the events and tags come with the registration.
export type * from '../elements/community/index.js';
export type * from '../elements/${name}/index.js';
`,
  [`stories/${name}.stories.ts`]: `import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/define/${name}.js';
import { FakeHistory, kit, visit } from './fixtures.js';
import { storeOf } from './states.js';

const meta: Meta = {
  title: 'Widgets/${title}',
  component: 'milieu-${name}',
  render: () => visit({ actor: kit, records: storeOf(kit, new FakeHistory()) }, html\`<milieu-${name}></milieu-${name}>\`),
};
export default meta;

export const Empty: StoryObj = {};
`,
  [`test/elements/${name}/${name}.spec.ts`]: `import { html } from 'lit';
import '../../../src/define/${name}.js';
import { openCommunity } from '../../testing/community.js';
import { textOf, until } from '../../../src/testing/by-role.js';

describe('<milieu-${name}>', () => {
  it('shows what the person keeps', async () => {
    const community = await openCommunity(html\`<milieu-${name}></milieu-${name}>\`);
    await community.querySelector('milieu-${name}')!.community!.act('keep', { kind: '${name}', id: crypto.randomUUID() }, { data: { text: 'What I noticed' } });
    await until(() => textOf(community).includes('What I noticed'));
  });
});
`,
};

/** @type {Record<string, (text: string) => string>} */
const edits =
  what === 'kind'
    ? {}
    : {
        'src/define/index.ts': (text) =>
          text
            .replace(/(import '.*\n)(?!import)/, `$1import './${name}.js';\n`)
            .replace(/(export type \* from '.*\n)(?!export)/, `$1export type * from './${name}.js';\n`),
        'src/index.ts': (text) => text.replace(/(export \* from '.\/elements.*\n)(?!export \*)/, `$1export * from './elements/${name}/index.js';\n`),
      };

const files = what === 'widget' ? { ...kind, ...widget } : kind;
const there = Object.keys(files).filter((path) => existsSync(join(root, path)));
if (there.length) throw new Error(`These files are there already: ${there.join(', ')}`);

/** @param {string} path @param {string} text @param {string} did */
async function write(path, text, did) {
  const place = join(root, path);
  mkdirSync(dirname(place), { recursive: true });
  writeFileSync(place, await format(text, { ...(await resolveConfig(place)), parser: 'typescript' }));
  console.log(`${did.padEnd(9)} ${path}`);
}

for (const [path, text] of Object.entries(files)) await write(path, text, 'wrote');
for (const [path, edit] of Object.entries(edits)) await write(path, edit(readFileSync(join(root, path), 'utf8')), 'edited');
for (const [name, text] of Object.entries(await registries())) await write(`src/model/kinds/${name}`, text, 'generated');
