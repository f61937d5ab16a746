// Every story of the static Storybook is a test, in Chromium and Firefox: it renders and plays, all tags are defined, the console is empty,
// axe finds nothing in any theme and direction, and what a screen reader finds and the pictures match the baselines. A run of all stories also
// tests what is around them: the bar, the sidebar, the pages of docs.
//   node scripts/test-stories.mjs                   the short run: widgets in use and whole pages
//   node scripts/test-stories.mjs part              the stories whose id contains `part`
//   node scripts/test-stories.mjs --around          what is around the stories alone
//   node scripts/test-stories.mjs --update [part]   writes the baselines again (test/stories)
//   node scripts/test-stories.mjs --whole [part]    all of them, with all rules of axe in every pair of theme and direction
import { rmSync } from 'node:fs';
import { relative } from 'node:path';
import { serve } from '../test/testing/http.mjs';
import { engines } from './browsers.mjs';
import { root } from './entries.mjs';
import { testAround } from './stories/around.mjs';
import { axeSum } from './stories/axe.mjs';
import { runEngine } from './stories/engine-run.mjs';
import { built, isWhole, readStories, strayFiles, update } from './stories/files.mjs';
import { pageScript } from './stories/page-script.mjs';
import { emptyReport } from './stories/report.mjs';
import { pictureSum } from './stories/weight.mjs';

const local = (file) => relative(root, file);

/** Baselines of removed stories: an update deletes them; otherwise each is a fault. */
function clearStrays(mode, ids) {
  const files = strayFiles(ids);
  if (mode === 'update') {
    for (const file of files) rmSync(file);
    return 0;
  }
  for (const file of files) console.log(`FAIL ${local(file)} belongs to no story: ${update}`);
  return files.length;
}

/** Nine of ten stories are states: only the whole run tests them. */
const storiesFor = (ids, { mode, part }) => (mode === 'test' && !part ? ids.filter(isWhole) : ids);

const add = (list, key) => list.reduce((sum, one) => sum + one[key], 0);

function printSums(mode, ids, sums) {
  if (mode !== 'update') {
    const seen = { runs: add(sums, 'runs'), violations: add(sums, 'violations') };
    console.log(axeSum({ ...seen, stories: ids.length, engines: sums.length, whole: mode === 'whole' }));
  }
  console.log(pictureSum());
}

/** @returns {Promise<{ passed: number, failed: number }>} */
export async function testAllAround() {
  const server = await serve({ folder: built, csp: '' });
  try {
    const sums = await Promise.all((process.env.ENGINES?.split(',') ?? engines).map((engine) => testAround(engine, server.url)));
    return { passed: add(sums, 'passed'), failed: add(sums, 'failed') };
  } finally {
    await server.close();
  }
}

/**
 * @param {{ mode?: import('./stories/engine-run.mjs').Mode, part?: string }} [options]
 * @returns {Promise<{ passed: number, failed: number }>}
 */
export async function testStories({ mode = 'test', part = '' } = {}) {
  const ids = readStories(part).map(({ id }) => id);
  const strays = clearStrays(
    mode,
    readStories().map(({ id }) => id),
  );
  emptyReport();
  const server = await serve({ folder: built, csp: '' });
  const run = { mode, part, url: server.url, script: await pageScript() };
  const wanted = mode === 'update' ? ['chromium'] : (process.env.ENGINES?.split(',') ?? engines);
  try {
    const sums = await Promise.all(wanted.map((engine) => runEngine(engine, storiesFor(ids, run), run)));
    printSums(mode, ids, sums);
    return { passed: add(sums, 'passed'), failed: add(sums, 'failed') + strays };
  } finally {
    await server.close();
  }
}

if (process.argv[1] === import.meta.filename) {
  const given = process.argv.slice(2);
  const mode = given.includes('--update') ? 'update' : given.includes('--whole') ? 'whole' : 'test';
  const part = given.find((word) => !word.startsWith('--'));
  const onlyAround = given.includes('--around');
  const sums = [];
  if (!onlyAround) sums.push(await testStories({ mode, part }));
  if (onlyAround || (mode !== 'update' && !part)) sums.push(await testAllAround());
  const [passed, failed] = [add(sums, 'passed'), add(sums, 'failed')];
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed ? 1 : 0;
}
