// The recorded focus orders, for page tests: a page cannot read files and does not know the paths of its tests.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './entries.mjs';

const fileOf = (workflow) => join(root, 'test/a11y/keyboard', `${workflow}.order.txt`);

/** A plugin of @web/test-runner that answers the command `recorded-order`; with `content` it records that order again. */
export const orders = () => ({
  name: 'recorded-orders',
  executeCommand({ command, payload }) {
    if (command !== 'recorded-order') return undefined;
    const { workflow, content } = payload;
    if (!/^[a-z-]+$/.test(workflow)) throw new Error(`There is no workflow ${workflow}`);
    if (content !== undefined) writeFileSync(fileOf(workflow), content);
    return existsSync(fileOf(workflow)) ? readFileSync(fileOf(workflow), 'utf8') : '';
  },
});
