// What changed between two texts, line by line.

/** Lengths of the longest run of lines that both texts have in order, from each pair of places on. */
function shared(before, after) {
  const table = Array.from({ length: before.length + 1 }, () => new Array(after.length + 1).fill(0));
  for (let i = before.length - 1; i >= 0; i--) {
    for (let j = after.length - 1; j >= 0; j--) {
      table[i][j] = before[i] === after[j] ? table[i + 1][j + 1] + 1 : Math.max(table[i + 1][j], table[i][j + 1]);
    }
  }
  return table;
}

/**
 * @param {string} expected
 * @param {string} actual
 * @returns {string[]} the lines that only one text has: `- ` was expected, `+ ` is there
 */
export function changedLines(expected, actual) {
  const [before, after] = [expected.split('\n'), actual.split('\n')];
  const table = shared(before, after);
  const changes = [];
  let [i, j] = [0, 0];
  while (i < before.length || j < after.length) {
    if (i < before.length && j < after.length && before[i] === after[j]) {
      i++;
      j++;
    } else if (j >= after.length || (i < before.length && table[i + 1][j] >= table[i][j + 1])) {
      changes.push(`- ${before[i++].trim()}`);
    } else {
      changes.push(`+ ${after[j++].trim()}`);
    }
  }
  return changes;
}
