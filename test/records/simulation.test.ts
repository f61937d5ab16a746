import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { broken } from './simulation/broken.js';
import { simulate, type Variant } from './simulation/world.js';

/** `MILIEU_RUNS` in the environment asks for more or fewer. */
const runs = Number(process.env['MILIEU_RUNS'] ?? 20_000);

const seedsOf = (count: number): readonly number[] => fc.sample(fc.integer(), { numRuns: count, seed: 7 });

interface Result {
  readonly failed: readonly string[];
  readonly totals: Readonly<Record<string, number>>;
}

async function simulateMany(count: number, variant?: Variant): Promise<Result> {
  const failed: string[] = [];
  const totals: Record<string, number> = {};
  for (const seed of seedsOf(count)) {
    const { faults, counts } = await simulate(seed, variant);
    if (faults.length > 0) failed.push(`seed ${seed}: ${faults.join('; ')}`);
    for (const [what, times] of Object.entries(counts)) totals[what] = (totals[what] ?? 0) + times;
  }
  return { failed, totals };
}

async function firstFailure(count: number, variant: Variant): Promise<{ run: number; fault: string } | undefined> {
  for (const [index, seed] of seedsOf(count).entries()) {
    const [fault] = (await simulate(seed, variant)).faults;
    if (fault) return { run: index + 1, fault };
  }
  return undefined;
}

describe('three devices and a server', () => {
  it(`lose and double nothing, and agree in the end, in ${runs} random runs`, async (test) => {
    const { failed, totals } = await simulateMany(runs);
    test.diagnostic(JSON.stringify(totals));
    assert.equal(failed.length, 0, `${failed.length} runs failed, such as\n${failed.slice(0, 5).join('\n')}`);
    for (const what of ['changes', 'conflicts', 'held', 'refused', 'settled']) assert.ok((totals[what] ?? 0) > runs / 20, `hardly any ${what}`);
  });
  it('do so even where the server remembers what it refused, for a change that is played again has a new key', async () => {
    assert.deepEqual((await simulateMany(Math.min(runs, 500), { server: { remembersRefusals: true } })).failed, []);
  });
});

describe('the simulation notices when', () => {
  for (const [what, variant] of Object.entries(broken)) {
    it(what, async (test) => {
      const noticed = await firstFailure(5_000, variant);
      assert.ok(noticed, 'nobody noticed');
      test.diagnostic(`in run ${noticed.run}: ${noticed.fault}`);
    });
  }
});
