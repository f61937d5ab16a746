// Runs rounds and estimates from their figures.

/** @typedef {{ median: number, low: number, high: number }} Estimate the median, and the interval that holds it in 95 of 100 runs */

const sorted = (values) => [...values].sort((a, b) => a - b);

/** @param {readonly number[]} values at least one */
export function median(values) {
  const all = sorted(values);
  const middle = (all.length - 1) / 2;
  return (all[Math.floor(middle)] + all[Math.ceil(middle)]) / 2;
}

/**
 * The interval comes from the ranks of the values, so it needs no assumption about how they are spread; below six values it is all of them.
 * @param {readonly number[]} values at least one
 * @returns {Estimate}
 */
export function estimate(values) {
  const all = sorted(values);
  const rank = Math.max(0, Math.floor((all.length - 1.96 * Math.sqrt(all.length)) / 2));
  return { median: median(all), low: all[rank], high: all[all.length - 1 - rank] };
}

/**
 * Runs every subject once a round, and starts each round with the next subject: other work on the machine affects all of them alike.
 * @param {readonly string[]} subjects
 * @param {{ rounds: number, warmup: number }} count `warmup` rounds run first and are not counted
 * @param {(subject: string, round: number) => Promise<Record<string, number>>} measure
 * @returns {Promise<Record<string, Record<string, number[]>>>} subject to metric to one value a round
 */
export async function inTurn(subjects, { rounds, warmup }, measure) {
  const samples = Object.fromEntries(subjects.map((subject) => [subject, {}]));
  for (let round = 0; round < warmup + rounds; round++) {
    for (let step = 0; step < subjects.length; step++) {
      const subject = subjects[(round + step) % subjects.length];
      const values = await measure(subject, round);
      if (round < warmup) continue;
      for (const [metric, value] of Object.entries(values)) (samples[subject][metric] ??= []).push(value);
    }
    process.stderr.write('.');
  }
  process.stderr.write('\n');
  return samples;
}

/**
 * The ratio of each value to the floor's value in the same round.
 * @param {readonly number[]} values
 * @param {readonly number[]} floor
 * @returns {Estimate}
 */
export const over = (values, floor) => estimate(values.map((value, round) => value / floor[round]));
