import type { Chance } from '../../records/simulation/seeded-random.js';

/** What a scenario counts: acts, kills, and what must be 0. */
export type Counts = Readonly<Record<string, number>>;

/** What one round found out. */
export interface Round {
  /** How many of the scenario's unit it did, such as kills. */
  readonly done: number;
  readonly counts: Counts;
  /** One sentence each; none if every promise held. */
  readonly faults: readonly string[];
}

/** What a round works with. */
export interface RoundInput {
  /** How many to do in this round. */
  readonly size: number;
  readonly chance: Chance;
  /** Folder of the product that is tried: `records.min.js` and `milieu-elements.min.js`. A path under the project root. */
  readonly product: string;
}

/** One way to hurt the product. A round begins with an empty browser profile, so rounds do not depend on each other. */
export interface Scenario {
  /** Kebab case; its results are stored under this name. */
  readonly name: string;
  /** What must hold. */
  readonly promise: string;
  /** What is counted: `kills`, `files`. */
  readonly unit: string;
  /** How many the short run and the full run do. */
  readonly total: { readonly short: number; readonly full: number };
  /** The most that one round does. */
  readonly perRound: number;
  /** Why it cannot run on this machine. */
  unavailable?(): string | undefined;
  round(input: RoundInput): Promise<Round>;
}

/** Adds counts up. */
export function sum(all: readonly Counts[]): Counts {
  const total: Record<string, number> = {};
  for (const counts of all) for (const [name, count] of Object.entries(counts)) total[name] = (total[name] ?? 0) + count;
  return total;
}
