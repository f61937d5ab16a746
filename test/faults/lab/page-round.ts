import type { Round, RoundInput } from './scenario.js';
import { onStage } from './stage.js';

/** A round that happens in the page alone: it reports `done` with what a round returns. `script` is a module of test/faults/pages. */
export const pageRound = (input: RoundInput, script: string): Promise<Round> =>
  onStage(input, script, 'leveldb', async (stage) => {
    const url = stage.host.url({ size: String(input.size), seed: String(input.chance.below(1e9)) });
    const { done, counts, faults } = (await stage.visit(url, 'done', 900_000)) as unknown as Round;
    stage.done = done;
    Object.assign(stage.counts, counts);
    stage.faults.push(...faults);
  });
