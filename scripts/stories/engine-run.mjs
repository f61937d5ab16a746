// Tests the stories in one engine, in one tab.
import { cellsOf } from './axe.mjs';
import { launch } from './engines.mjs';
import { StoryTab } from './tab.mjs';
import { tryStory, writeStory } from './try-story.mjs';

/** @typedef {'test' | 'whole' | 'update'} Mode */

const thrown = (error) => ({ results: [{ check: 'shown', faults: [`could not be tried: ${error.message}`] }], runs: 0 });

function print(engine, id, results) {
  const faults = results.flatMap(({ faults }) => faults);
  console.log([`${faults.length ? 'FAIL' : 'ok  '} ${engine.padEnd(8)} ${id}`, ...faults].join('\n     '));
}

/** What is tested in this mode. Only Chromium takes pictures, because engines draw letters differently. */
function wayOf(engine, mode) {
  if (mode === 'update') return writeStory;
  return (tab, id) => tryStory(tab, id, { cells: cellsOf(engine, id, mode === 'whole'), pictures: engine === 'chromium' });
}

/**
 * @param {import('../browsers.mjs').Engine} engine
 * @param {readonly string[]} ids
 * @param {{ mode: Mode, url: string, script: string }} run
 * @returns {Promise<{ passed: number, failed: number, runs: number, violations: number }>}
 */
export async function runEngine(engine, ids, { mode, url, script }) {
  const browser = await launch(engine);
  const sum = { passed: 0, failed: 0, runs: 0, violations: 0 };
  try {
    const tab = new StoryTab(browser, url, script);
    await tab.enter(ids[0]);
    const go = wayOf(engine, mode);
    for (const id of ids) {
      const { results, runs } = await go(tab, id).catch(thrown);
      print(engine, id, results);
      const failed = results.filter(({ faults }) => faults.length).length;
      sum.failed += failed;
      sum.passed += results.length - failed;
      sum.runs += runs;
      sum.violations += results.filter(({ check }) => check === 'axe').reduce((count, { faults }) => count + faults.length, 0);
      if (failed) tab.forget();
    }
    return sum;
  } finally {
    await browser.close();
  }
}
