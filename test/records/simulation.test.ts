import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { promisify } from 'node:util';
import { broken } from './simulation/broken-rules.js';
import { type Result, seedsOf, simulateMany } from './simulation/run-many.js';
import { simulate, type Variant } from './simulation/world.js';

/** `MILIEU_RUNS` in the environment asks for more or fewer. */
const runs = Number(process.env['MILIEU_RUNS'] ?? 20_000);

async function simulateApart(count: number): Promise<Result> {
  const program = join(import.meta.dirname, 'simulation/run-many.ts');
  const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', program, String(count)], { maxBuffer: 2 ** 26 });
  return JSON.parse(stdout) as Result;
}

async function firstFailure(count: number, variant: Variant): Promise<{ run: number; fault: string } | undefined> {
  for (const [index, seed] of seedsOf(count).entries()) {
    const [fault] = (await simulate(seed, variant)).faults;
    if (fault) return { run: index + 1, fault };
  }
  return undefined;
}

describe('three devices and a server', () => {
  it(`three devices lose nothing, send nothing twice and agree in the end, in ${runs} random runs`, async (test) => {
    const { failed, totals } = await simulateApart(runs);
    test.diagnostic(JSON.stringify(totals));
    assert.equal(failed.length, 0, `${failed.length} runs failed, such as\n${failed.slice(0, 5).join('\n')}`);
    for (const what of ['changes', 'conflicts', 'held', 'refused', 'settled']) assert.ok((totals[what] ?? 0) > runs / 20, `hardly any ${what}`);
  });
  it('three devices agree even if the server remembers what it refused, because a replayed change has a new key', async () => {
    assert.deepEqual((await simulateMany(Math.min(runs, 500), { server: { remembersRefusals: true } })).failed, []);
  });
});

describe('the simulation fails when', () => {
  for (const [what, variant] of Object.entries(broken)) {
    it(`the simulation fails when ${what}`, async (test) => {
      const noticed = await firstFailure(5_000, variant);
      assert.ok(noticed, 'nobody noticed');
      test.diagnostic(`in run ${noticed.run}: ${noticed.fault}`);
    });
  }
});
