/** A person's ratings of one practice, 0 to 10. */
export interface Felt {
  readonly before?: number | undefined;
  readonly after?: number | undefined;
}

const strongFrom = 8;

/**
 * Whether to offer a person to talk to before any other card: in two practices the rating did not fall, or in two it was 8 or more.
 * @param times the practices of one day, including the current one
 */
export function peopleFirst(times: readonly Felt[]): boolean {
  const unmoved = times.filter(({ before, after }) => before !== undefined && after !== undefined && after >= before);
  const strong = times.filter(({ before = 0, after = 0 }) => Math.max(before, after) >= strongFrom);
  return unmoved.length >= 2 || strong.length >= 2;
}
