// The pages of docs/hosts, each followed from an empty folder to a record in the backend: its files and commands are run as they are written.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { Change } from '../../src/model/change.js';
import { jsonOf, serve } from '../testing/http.mjs';
import { type InstalledPackage, installPackage } from '../testing/installed-package.js';
import { type Engine, engines, Visit } from '../testing/visit.js';

const root = join(import.meta.dirname, '../..');
const pages = readdirSync(join(root, 'docs/hosts')).filter((name) => name.endsWith('.md'));
const csp = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'";

/** What the Angular CLI does while it bundles: the packages of Angular are published half compiled, and are linked with the app. */
const angularLinker = `
import { transformAsync } from '@babel/core';
import { createEs2015LinkerPlugin } from '@angular/compiler-cli/linker/babel';
import { NodeJSFileSystem, ConsoleLogger, LogLevel } from '@angular/compiler-cli';

const linker = createEs2015LinkerPlugin({ fileSystem: new NodeJSFileSystem(), logger: new ConsoleLogger(LogLevel.warn), linkerJitMode: false });
export default {
  plugins: [{
    name: 'link',
    transform: (code, id) => /@angular/.test(id) && code.includes('ɵɵngDeclare') ? transformAsync(code, { filename: id, plugins: [linker], configFile: false, compact: false }) : undefined,
  }],
};
`;

interface Page {
  /** Content by path: each block of code with its path in a line before it. */
  readonly files: ReadonlyMap<string, string>;
  readonly commands: readonly string[];
}

function readPage(name: string): Page {
  const text = readFileSync(join(root, 'docs/hosts', name), 'utf8');
  const files = [...text.matchAll(/^`([^`\n]+)`\n\n```\w+\n([\s\S]*?)^```$/gm)].map(([, path = '', code = '']) => [path, code] as const);
  const commands = [...text.matchAll(/^```sh\n([\s\S]*?)^```$/gm)].flatMap(([, code = '']) => code.trim().split('\n'));
  return { files: new Map(files), commands };
}

/** The packages that a command installs, without this one, which is installed from its tarball. */
const installedBy = (command: string): string[] =>
  command.startsWith('npm install') ? command.split(' ').filter((word) => !/^(npm|install|--.*|milieu-elements)$/.test(word)) : [];

function run(command: string, folder: string): void {
  const [tool, name = '', ...args] = command.split(' ');
  assert.equal(tool, 'npx', `not a command that this test knows: ${command}`);
  const { status, stdout, stderr } = spawnSync(join(root, 'node_modules/.bin', name), args, { cwd: folder, encoding: 'utf8' });
  assert.equal(status, 0, `${command}\n${stdout}${stderr}`);
}

/** Writes the files of a page and runs its commands. Returns the folder that a server would serve. */
function follow({ home, folder, link }: InstalledPackage, { files, commands }: Page): string {
  link(...commands.flatMap(installedBy));
  for (const [path, content] of files) {
    mkdirSync(dirname(join(home, path)), { recursive: true });
    writeFileSync(join(home, path), content);
  }
  if (commands.includes('npx ngc')) {
    link('@babel/core');
    writeFileSync(join(home, 'vite.config.mjs'), angularLinker);
  }
  for (const command of commands) if (!command.startsWith('npm install')) run(command, home);
  if (commands.some((command) => command.includes('vite build'))) return join(home, 'dist');
  cpSync(join(folder, 'dist/cdn'), home, { recursive: true });
  cpSync(join(root, 'node_modules/htmx.org/dist/htmx.min.js'), join(home, 'htmx.min.js'));
  return home;
}

/** A person writes to Ana on the page, and the backend has it. */
async function writes(engine: Engine, folder: string): Promise<void> {
  const stored: Change[] = [];
  const server = await serve({
    folder,
    csp,
    handle: async (request, response) => {
      if (request.method !== 'POST') return false;
      stored.push((await jsonOf(request)) as Change);
      response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
      return true;
    },
  });
  const visit = await Visit.start({ engine });
  try {
    const tab = await visit.open(`${server.url}/`);
    await tab.until(
      async () => (await tab.text()).includes('For each other'),
      async () => [await tab.text(), ...tab.complaints].join('\n'),
    );
    await tab.click('radio', 'Ana');
    await tab.type('textbox', 'What did you see?', 'You held the door');
    await tab.click('button', 'Send to Ana');
    await tab.sees('Ana can open it now.');
    assert.deepEqual(
      stored.map(({ action, by, records: [root] }) => [action, by, root?.data['saw']]),
      [['send', 'p-17', 'You held the door']],
    );
    assert.deepEqual(tab.complaints, []);
  } finally {
    await visit.close();
    await server.close();
  }
}

for (const name of pages)
  describe(`docs/hosts/${name}`, () => {
    let installed: InstalledPackage;
    let folder = '';
    before(() => {
      installed = installPackage();
      folder = follow(installed, readPage(name));
    });
    after(() => installed.remove());

    for (const engine of engines)
      test(`leads from an empty folder to a record in the backend: ${basename(name, '.md')} (${engine})`, () => writes(engine, folder));
  });
