/** What a ratio means: text needs 4.5 to 1, edges and marks 3 to 1. */
export function verdict(ratio: number, least: number): string {
  const [verb, fault] = least > 3 ? ['read', 'too hard to read'] : ['see', 'too faint'];
  if (ratio < least) return fault;
  return ratio >= (least > 3 ? 7 : 4.5) ? `very easy to ${verb}` : `easy to ${verb}`;
}

/** Rounds down: 7.19 is written as 7.1. */
export const toOne = (ratio: number): string => `${(Math.floor(ratio * 10) / 10).toFixed(1)} to 1`;
