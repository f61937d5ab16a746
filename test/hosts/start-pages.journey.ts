// The pages of docs/hosts, each followed from an empty folder to a record in the backend: its files and commands are run as they are written,
// with the server of the page itself.
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { stripVTControlCharacters } from 'node:util';
import type { Change } from '../../src/model/change.js';
import { type InstalledPackage, installPackage } from '../testing/installed-package.js';
import { type Engine, engines, Visit } from '../testing/visit.js';

const root = join(import.meta.dirname, '../..');
const pages = readdirSync(join(root, 'docs/hosts')).filter((name) => name.endsWith('.md'));

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
  command.startsWith('npm install')
    ? command.split(' ').flatMap((word) => (/^(npm|install|--.*|milieu-elements)$/.test(word) ? [] : [word.replace(/(?<=.)@.*$/, '')]))
    : [];

const isServer = (command: string): boolean => command.startsWith('node server.mjs');
const isDev = (command: string): boolean => command === 'npx vite';
const bin = (name: string): string => join(root, 'node_modules/.bin', name);

/** Runs a command that ends. Returns what it has said. */
function run(command: string, folder: string): string {
  const [tool, ...words] = command.split(' ');
  const [name = '', ...args] = words;
  if (tool === 'npm') return '';
  if (tool === 'mkdir') mkdirSync(join(folder, name), { recursive: true });
  if (tool === 'cp') cpSync(join(folder, name), join(folder, args[0] ?? '', basename(name)));
  if (tool === 'mkdir' || tool === 'cp') return '';
  assert.equal(tool, 'npx', `not a command that this test knows: ${command}`);
  const { status, stdout, stderr } = spawnSync(bin(name), args, { cwd: folder, encoding: 'utf8' });
  assert.equal(status, 0, `${command}\n${stdout}${stderr}`);
  return stdout + stderr;
}

/** Writes the files of a page and runs its commands, except those that go on until they are stopped. Returns what they have said. */
function follow({ home, link }: InstalledPackage, { files, commands }: Page): string {
  link(...commands.flatMap(installedBy));
  for (const [path, content] of files) {
    mkdirSync(dirname(join(home, path)), { recursive: true });
    writeFileSync(join(home, path), content);
  }
  if (commands.includes('npx ngc')) {
    link('@babel/core');
    writeFileSync(join(home, 'vite.config.mjs'), angularLinker);
  }
  return commands
    .filter((command) => !isServer(command) && !isDev(command))
    .map((command) => run(command, home))
    .join('');
}

interface Running {
  readonly url: string;
  /** All that it has said until now. */
  readonly said: () => string;
  readonly stop: () => Promise<void>;
}

/** Starts a program that goes on, and waits for the address in what it says. */
async function start(program: string, args: readonly string[], cwd: string): Promise<Running> {
  const child = spawn(program, args, { cwd, env: { ...process.env, PORT: '0', NO_COLOR: '1' } });
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  let said = '';
  const url = await new Promise<string>((resolve, reject) => {
    const hear = (text: Buffer): void => {
      said += stripVTControlCharacters(String(text));
      const address = /http:\/\/localhost:\d+/.exec(said)?.[0];
      if (address) resolve(address);
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    void ended.then(() => reject(new Error(`It ended: ${program} ${args.join(' ')}\n${said}`)));
  });
  return { url, said: () => said, stop: async () => (child.kill(), ended) };
}

/** A person writes to Ana on the page, and the backend has it. */
async function writes(engine: Engine, home: string, url: string, server: Running): Promise<void> {
  const visit = await Visit.start({ engine });
  try {
    const tab = await visit.open(`${url}/`);
    await tab.until(
      async () => (await tab.text()).includes('For each other'),
      async () => [await tab.text(), ...tab.complaints].join('\n'),
    );
    await tab.click('radio', 'Ana');
    await tab.type('textbox', 'What did you see?', 'You held the door');
    await tab.click('button', 'Send to Ana');
    await tab.sees('Ana can open it now.');
    const stored = readFileSync(join(home, 'changes.jsonl'), 'utf8').trim().split('\n');
    assert.deepEqual(
      stored.map((line) => JSON.parse(line) as Change).map(({ action, by, records: [root] }) => [action, by, root?.data['saw']]),
      [['send', 'p-17', 'You held the door']],
    );
    assert.match(server.said(), /stored: send feedback /);
    assert.deepEqual(tab.complaints, []);
  } finally {
    await visit.close();
  }
}

for (const name of pages)
  describe(`docs/hosts/${name}`, { concurrency: 1 }, () => {
    const page = readPage(name);
    const host = basename(name, '.md');
    let installed: InstalledPackage;
    let said = '';
    before(() => {
      installed = installPackage();
      said = follow(installed, page);
    });
    after(() => installed.remove());

    /** Starts the page's server with a store of its own. */
    const serve = (command: string): Promise<Running> => {
      const store = join(installed.home, 'changes.jsonl');
      if (existsSync(store)) rmSync(store);
      return start('node', command.split(' ').slice(1), installed.home);
    };

    for (const engine of engines)
      test(`leads from an empty folder to a record in the backend: ${host} (${engine})`, async () => {
        const server = await serve(page.commands.findLast(isServer) ?? assert.fail('The page starts no server'));
        try {
          await writes(engine, installed.home, server.url, server);
        } finally {
          await server.stop();
        }
      });

    if (page.commands.some(isDev))
      test(`works while somebody works on it, with Vite in front of the server: ${host}`, async () => {
        const server = await serve(page.commands.find(isServer) ?? assert.fail('The page starts no server'));
        const config = page.files.get('vite.config.mjs') ?? '';
        assert.ok(config.includes("'http://localhost:3000'"), 'Vite does not pass on /api');
        writeFileSync(join(installed.home, 'vite.config.mjs'), config.replace('http://localhost:3000', server.url));
        mkdirSync(join(installed.home, 'public'));
        writeFileSync(join(installed.home, 'public/favicon.ico'), ''); // which no page has, and a browser asks for
        const vite = await start(bin('vite'), ['--port', '0'], installed.home);
        try {
          await writes('chromium', installed.home, vite.url, server);
        } finally {
          await vite.stop();
          await server.stop();
        }
      });

    // Angular alone has more than the 500 kB of Vite's hint, and its page says so.
    if (host !== 'angular')
      test(`the commands of the page have nothing to complain about: ${host}`, () => assert.doesNotMatch(said, /\(!\)|\bwarn(ing)?:|larger than/i));
  });
