// What changed between two texts, line by line.
import { diffArrays } from 'diff';

/**
 * @param {string} expected
 * @param {string} actual
 * @returns {string[]} the lines that only one text has: `- ` was expected, `+ ` is there
 */
export function changedLines(expected, actual) {
  const parts = diffArrays(expected.split('\n'), actual.split('\n'));
  const marked = (mark, lines) => lines.map((line) => `${mark} ${line.trim()}`);
  return parts.flatMap(({ added, removed, value }) => (removed ? marked('-', value) : added ? marked('+', value) : []));
}
