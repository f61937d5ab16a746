/** What a person said about one practice, 0 to 10. */
export interface Felt {
  readonly before?: number | undefined;
  readonly after?: number | undefined;
}

const strongFrom = 8;

/**
 * Whether a person should be offered before any other card: two times it did not ease, or two times it was 8 or more.
 * @param times one day's practices, this one among them
 */
export function peopleFirst(times: readonly Felt[]): boolean {
  const unmoved = times.filter(({ before, after }) => before !== undefined && after !== undefined && after >= before);
  const strong = times.filter(({ before = 0, after = 0 }) => Math.max(before, after) >= strongFrom);
  return unmoved.length >= 2 || strong.length >= 2;
}
