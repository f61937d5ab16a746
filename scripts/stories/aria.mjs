// Aria snapshots: what a screen reader finds in a story, compared with a text file. Chromium writes it; every engine must give the same.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { ariaFile, ariaFolder, update } from './files.mjs';
import { changedLines } from './lines.mjs';

export function writeAria(id, outline) {
  mkdirSync(ariaFolder, { recursive: true });
  writeFileSync(ariaFile(id), outline);
}

const told = (outline) => `what a screen reader comes upon is not what ${update} wrote:`.concat(...outline.map((line) => `\n       ${line}`));

/** @returns {Promise<string[]>} what is wrong with the outline */
export async function checkAria(tab, id) {
  const expected = existsSync(ariaFile(id)) ? readFileSync(ariaFile(id), 'utf8') : undefined;
  const outline = await tab.ask('outline', expected);
  if (expected === undefined) return [`there is no test/stories/aria/${id}.txt: ${update}`];
  return outline === expected ? [] : [told(changedLines(expected, outline))];
}
