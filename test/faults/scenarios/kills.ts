import { ActLedger } from '../lab/act-ledger.js';
import type { Engine } from '../lab/browser.js';
import { powerCut } from '../lab/power-cut.js';
import type { Round, RoundInput, Scenario } from '../lab/scenario.js';
import { onStage, pause } from '../lab/stage.js';

interface KillOptions {
  /** ms: how long the tabs may act before the kill, at random. */
  readonly longest?: number;
  /** After each kill, what the browser had not flushed is lost too. */
  readonly cut?: boolean;
  /** ms that each flush takes longer. */
  readonly flushMs?: number;
  /** ms between two acts of a tab; default as fast as it can. */
  readonly pace?: number;
}

/**
 * Two tabs act and send at the same time; the browser is killed at a random moment, and started again. At the end the backend stops
 * misbehaving, and one tab sends what is left.
 */
const killRound = (input: RoundInput, engine: Engine, { longest = 900, cut = false, flushMs, pace = 0 }: KillOptions = {}): Promise<Round> =>
  onStage(input, 'acts', engine, async (stage) => {
    const { host } = stage;
    const ledger = new ActLedger(stage);
    const power = cut ? powerCut(flushMs) : undefined;
    host.misbehaves = true;
    for (; stage.done < input.size; stage.done++) {
      const page = { boot: String(stage.done), pace: String(pace) };
      const stop = host.on('found', (report) => ledger.found(report));
      const acting = host.next('acked');
      ledger.starts();
      const url = host.url({ tab: 'a', ...page, beside: host.url({ tab: 'b', ...page }) });
      await stage.during(
        url,
        async () => {
          await acting;
          await pause(longest / 40 + input.chance.below(longest));
        },
        power?.env,
      );
      stop();
      if (ledger.isOver) return void (stage.done++, ledger.judgeLoss());
      power?.forgetUnsynced(stage.profile);
    }
    host.misbehaves = false;
    ledger.starts();
    ledger.drained(await stage.visit(host.url({ tab: 'a', boot: 'end', drain: '1' }), 'drained', 240_000));
  });

const promise = 'What was called saved is there after the browser was killed, reaches the backend once, and nothing is said to be sent that was not';

const kills = (engine: Engine, short: number, full: number): Scenario => ({
  name: `kills-${engine}`,
  promise,
  unit: 'kills',
  total: { short, full },
  perRound: 20,
  round: (input) => killRound(input, engine),
});

export const scenarios: readonly Scenario[] = [
  kills('leveldb', 5, 1000),
  kills('sqlite', 3, 1000),
  kills('firefox', 2, 200),
  {
    name: 'power-cuts',
    promise: 'What was called saved is there after a power cut that loses every write the browser had not flushed to the disk',
    unit: 'power cuts',
    total: { short: 3, full: 200 },
    perRound: 10,
    unavailable: () => powerCut.unavailable(),
    round: (input) => killRound(input, 'leveldb', { cut: true }),
  },
  {
    name: 'slow-disk',
    promise: 'What was called saved is there after a power cut, also where each flush takes a tenth of a second',
    unit: 'power cuts',
    total: { short: 2, full: 100 },
    perRound: 10,
    unavailable: () => powerCut.unavailable(),
    round: (input) => killRound(input, 'leveldb', { cut: true, flushMs: 100 }),
  },
  {
    name: 'soak',
    promise: 'Two tabs that act once a second for two hours, with a backend that misbehaves and about one kill a minute, lose nothing',
    unit: 'minutes',
    total: { short: 0, full: 120 },
    perRound: 20,
    // A kill comes after 60 s on average.
    round: (input) => killRound(input, 'leveldb', { longest: 114_000, pace: 1000 }),
  },
];
