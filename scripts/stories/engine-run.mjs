// Goes through the stories in one engine, in one tab.
import { cellsOf } from './axe.mjs';
import { launch } from './engines.mjs';
import { strangeFonts, writeFonts } from './pictures.mjs';
import { StoryTab } from './tab.mjs';
import { tryStory, writeStory } from './try-story.mjs';

/** @typedef {'test' | 'whole' | 'update'} Mode */

const thrown = (error) => ({ results: [{ check: 'shown', faults: [`could not be tried: ${error.message}`] }], runs: 0 });

function print(engine, id, results) {
  const faults = results.flatMap(({ faults }) => faults);
  console.log([`${faults.length ? 'FAIL' : 'ok  '} ${engine.padEnd(8)} ${id}`, ...faults].join('\n     '));
}

/** How stories are taken in this mode; Chromium alone draws pictures, as no two engines draw letters alike. */
async function plan(tab, engine, mode) {
  if (mode === 'update') {
    await writeFonts(tab);
    return { go: writeStory };
  }
  const asked = engine === 'chromium';
  const refusal = asked ? await strangeFonts(tab) : undefined;
  const pictures = asked && !refusal;
  return { go: (at, id) => tryStory(at, id, { cells: cellsOf(engine, id, mode === 'whole'), pictures }), refusal };
}

/**
 * @param {import('../browsers.mjs').Engine} engine
 * @param {readonly string[]} ids
 * @param {{ mode: Mode, url: string, script: string }} run
 * @returns {Promise<{ passed: number, failed: number, runs: number, violations: number, refusal?: string }>}
 */
export async function runEngine(engine, ids, { mode, url, script }) {
  const browser = await launch(engine);
  const sum = { passed: 0, failed: 0, runs: 0, violations: 0 };
  try {
    const tab = new StoryTab(browser, url, script);
    await tab.enter(ids[0]);
    const { go, refusal } = await plan(tab, engine, mode);
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
    return { ...sum, refusal };
  } finally {
    await browser.close();
  }
}
