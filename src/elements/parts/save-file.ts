import { realClock } from '../../records/base/clock.js';

/** ms: some browsers read the file only after the person has chosen where to put it. */
const readFor = 60_000;

/** Hands a file to the browser, which saves it or asks the person where. Nobody can tell a page whether it was saved. */
export function saveFile(file: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  realClock.after(readFor, () => URL.revokeObjectURL(link.href));
}
