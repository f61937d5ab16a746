// Writes where the project is published, which publisher.json says, into package.json. `--check` only compares.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './entries.mjs';
import { writeOrCheck } from './written.mjs';

const read = (name) => JSON.parse(readFileSync(join(root, name), 'utf8'));
const { repository, homepage, bugs } = read('publisher.json');
const { name, version, description, type, license, ...rest } = read('package.json');
const published = { repository: { type: 'git', url: `git+${repository}.git` }, homepage, bugs: { url: bugs } };
const text = JSON.stringify({ name, version, description, type, license, ...published, ...without(rest, Object.keys(published)) });

function without(fields, names) {
  return Object.fromEntries(Object.entries(fields).filter(([key]) => !names.includes(key)));
}

await writeOrCheck(join(root, 'package.json'), text, { command: 'node scripts/publisher.mjs' });
