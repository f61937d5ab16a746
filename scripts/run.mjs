// Runs a tool and returns what it printed.
import { spawn } from 'node:child_process';
import { delimiter, join } from 'node:path';
import { root } from './entries.mjs';

/**
 * @param {string} command a program, or a tool of node_modules/.bin
 * @param {readonly string[]} args
 * @param {{ env?: Record<string, string>, timeout?: number }} [options] `timeout` in milliseconds
 * @returns {Promise<{ code: number, output: string }>} code 1 if the program was killed or not found
 */
export function run(command, args, { env = {}, timeout = 0 } = {}) {
  const path = join(root, 'node_modules/.bin') + delimiter + process.env.PATH;
  const child = spawn(command, args, { cwd: root, env: { ...process.env, PATH: path, ...env }, shell: process.platform === 'win32', timeout });
  let output = '';
  const keep = (chunk) => (output += chunk);
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  return new Promise((resolve) => {
    child.on('error', (error) => resolve({ code: 1, output: `${output}${error.message}\n` }));
    child.on('close', (code, signal) => resolve({ code: code ?? 1, output: signal ? `${output}${command} was ended by ${signal}\n` : output }));
  });
}
