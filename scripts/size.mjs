// Weighs what a page loads, as gzip -9 and brotli 11, against size-budget.json (kB of 1000 bytes, gzip). Needs a build.
// A budget is a limit; a goal is a lower value to reach later. What is measured: see weigh.mjs.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './entries.mjs';
import { weights } from './weigh.mjs';

const { budget: budgets, goal: goals } = JSON.parse(readFileSync(join(root, 'size-budget.json'), 'utf8'));
const rows = await weights();

const kB = (bytes) => (bytes / 1000).toFixed(2).padStart(8);
let failed = 0;
console.log(`     ${'what'.padEnd(40)}${['plain', 'gzip', 'brotli', 'budget', 'goal'].map((head) => head.padStart(8)).join('')}   (kB)`);
for (const { what, budget, weight } of rows) {
  const fits = weight !== undefined && weight.gzip <= budgets[budget] * 1000;
  if (!fits) failed++;
  const figures = weight ? `${kB(weight.plain)}${kB(weight.gzip)}${kB(weight.brotli)}` : '  is not built: run npm run build'.padEnd(24);
  console.log(`${fits ? 'ok   ' : 'FAIL '}${what.padEnd(40)}${figures}${kB(budgets[budget] * 1000)}${kB(goals[budget] * 1000)}`);
}
console.log(`${rows.length - failed} passed, ${failed} failed`);
process.exitCode = failed ? 1 : 0;
