// Many runs of the simulation. Run as a program with their number it prints the result as JSON:
// the test runner tracks every promise of a test, which would double the time.
import fc from 'fast-check';
import { simulate, type Variant } from './world.js';

export const seedsOf = (count: number): readonly number[] => fc.sample(fc.integer(), { numRuns: count, seed: 7 });

export interface Result {
  readonly failed: readonly string[];
  readonly totals: Readonly<Record<string, number>>;
}

export async function simulateMany(count: number, variant?: Variant): Promise<Result> {
  const failed: string[] = [];
  const totals: Record<string, number> = {};
  for (const seed of seedsOf(count)) {
    const { faults, counts } = await simulate(seed, variant);
    if (faults.length > 0) failed.push(`seed ${seed}: ${faults.join('; ')}`);
    for (const [what, times] of Object.entries(counts)) totals[what] = (totals[what] ?? 0) + times;
  }
  return { failed, totals };
}

if (process.argv[1] === import.meta.filename) process.stdout.write(JSON.stringify(await simulateMany(Number(process.argv[2]))));
