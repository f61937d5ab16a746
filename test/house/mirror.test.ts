import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { elementFolders, root, widgets } from '../../scripts/entries.mjs';

const at = (path: string): string => join(root, path);

const among = (folder: string, ending: string): string[] =>
  existsSync(at(folder)) ? readdirSync(at(folder), { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith(ending)) : [];

describe('the mirror', () => {
  for (const widget of widgets()) {
    test(`${widget} has its class, strings, tag, story and test`, () => {
      const folder = `src/elements/${widget}`;
      const parts = {
        class: existsSync(at(`${folder}/index.ts`)),
        strings: existsSync(at(`${folder}/strings.ts`)) || widget.startsWith('coping-'),
        tag: existsSync(at(`src/define/${widget}.ts`)),
        story: existsSync(at(`stories/${widget}.stories.ts`)) || among(`stories/${widget}`, '.stories.ts').length > 0,
        test: among(`test/elements/${widget}`, '.spec.ts').length > 0,
      };
      assert.deepEqual(parts, { class: true, strings: true, tag: true, story: true, test: true });
    });

    test(`${widget} is among all tags and all classes`, () => {
      assert.match(readFileSync(at('src/define/index.ts'), 'utf8'), new RegExp(`'\\./${widget}\\.js'`));
      assert.match(readFileSync(at('src/index.ts'), 'utf8'), new RegExp(`'\\./elements/${widget}/index\\.js'`));
    });
  }

  test('the community and what widgets share have tests', () => {
    for (const folder of elementFolders().filter((name: string) => !widgets().includes(name))) {
      assert.ok(among(`test/elements/${folder}`, '.spec.ts').length > 0, `test/elements/${folder} has no test`);
    }
  });
});
