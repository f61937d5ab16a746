import type { Report } from '../lab/host.js';
import type { Round, RoundInput, Scenario } from '../lab/scenario.js';
import { onePerProfile, onStage, pause, type Stage } from '../lab/stage.js';

const records = 300;

/** What a store must hold, opened with the old key or the new one. */
function judge(found: Report, stage: Stage): void {
  const { count, status, draft, acted, isLocked } = found as Report & { status: { store: string; code?: string } };
  const name = isLocked ? 'new key' : 'old key';
  stage.count(name);
  const whole = count === records && status.store === 'open' && !status.code && draft === 'words of the draft' && acted === true;
  if (!whole)
    stage.faults.push(
      `with the ${name}: ${String(count)} of ${records} records, ${status.store} ${status.code ?? ''}, draft ${String(draft)}, acted ${String(acted)}`,
    );
}

/** One profile: filled, killed while its key changes, and opened again with whichever key is there. */
const changeOnce = (input: RoundInput): Promise<Round> =>
  onStage(input, 'key-change', 'leveldb', async (stage) => {
    const { host } = stage;
    host.on('refused', ({ code }) => stage.faults.push(`an act was refused: ${String(code)}`));
    const url = host.url({ tab: 'a', size: String(records) });
    const changing = host.next('changing');
    await stage.during(url, async () => {
      await changing;
      await pause(input.chance.below(700));
    });
    const found = host.next('found');
    await stage.visit(url, 'changed');
    judge(await found, stage);
    stage.done = 1;
  });

export const scenarios: readonly Scenario[] = [
  {
    name: 'key-changes',
    promise: 'A browser that is killed while everything is sealed anew opens whole with the old key or with the new one, and goes on at once',
    unit: 'kills',
    total: { short: 1, full: 100 },
    perRound: 10,
    round: (input) => onePerProfile(input.size, () => changeOnce(input)),
  },
];
