// All checks of one story in one engine.
import { checkAria, writeAria } from './aria.mjs';
import { auditStory } from './axe.mjs';
import { ownDress, pictured } from './files.mjs';
import { machineLetters } from './letters.mjs';
import { changedLines } from './lines.mjs';
import { checkPicture, pose, unpose, writePicture } from './pictures.mjs';

/** @typedef {{ check: string, faults: string[] }} Result one line of the count */

async function strangers(tab) {
  const names = await tab.ask('undefinedTags');
  return names.map((name) => `<${name}> is not defined`);
}

async function eachPicture(tab, id, take) {
  await pose(tab);
  const results = [];
  for (const theme of pictured(id)) {
    await tab.ask('dress', { ...ownDress(id), theme });
    results.push({ check: `picture ${theme}`, faults: (await take(theme)) ?? [] });
  }
  await tab.ask('dress', ownDress(id));
  await unpose(tab);
  return results;
}

/** Pictures, and before them what would make them differ between machines. */
async function picturesOf(tab, id) {
  const letters = { check: 'letters', faults: await machineLetters(tab) };
  return [letters, ...(await eachPicture(tab, id, (theme) => checkPicture(tab, id, theme)))];
}

/** The checks may not have changed the outline, and there may be no error since. */
async function undisturbed(tab, before) {
  const after = await tab.ask('outlineNow');
  const changed = changedLines(before, after).map((line) => `what a screen reader comes upon changed by itself, or with theme or direction: ${line}`);
  return [...tab.complaints(), ...changed];
}

const notShown = (tab, faults) => ({ results: [{ check: 'shown', faults: [...faults, ...tab.complaints()] }], runs: 0 });

/**
 * @param {import('./tab.mjs').StoryTab} tab
 * @param {string} id
 * @param {{ cells: import('./axe.mjs').Cell[], pictures: boolean }} plan
 * @returns {Promise<{ results: Result[], runs: number }>}
 */
export async function tryStory(tab, id, { cells, pictures }) {
  const thrown = await tab.show(id);
  if (thrown.length) return notShown(tab, thrown);
  const aria = await checkAria(tab, id);
  const unknown = await strangers(tab);
  const outline = await tab.ask('outlineNow');
  const seen = pictures ? await picturesOf(tab, id) : [];
  const { runs, violations } = await auditStory(tab, id, cells);
  return {
    results: [
      { check: 'shown', faults: [...unknown, ...(await undisturbed(tab, outline))] },
      { check: 'aria', faults: aria },
      { check: 'axe', faults: violations },
      ...seen,
    ],
    runs,
  };
}

/**
 * Writes the baselines of a story, but none if it has a fault.
 * @returns {Promise<{ results: Result[], runs: number }>}
 */
export async function writeStory(tab, id) {
  const thrown = await tab.show(id);
  if (thrown.length) return notShown(tab, thrown);
  const outline = await tab.ask('outline');
  const faults = [...(await strangers(tab)), ...(await machineLetters(tab)), ...tab.complaints()];
  if (!faults.length) {
    writeAria(id, outline);
    await eachPicture(tab, id, (theme) => writePicture(tab, id, theme));
  }
  return { results: [{ check: 'written', faults }], runs: 0 };
}
