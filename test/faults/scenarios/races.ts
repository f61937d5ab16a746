import type { Engine } from '../lab/browser.js';
import type { Host } from '../lab/host.js';
import type { Round, RoundInput, Scenario } from '../lab/scenario.js';
import { onStage } from '../lab/stage.js';

const tabs = 8;

/** Resolves when every tab is ready. */
function allReady(host: Host, within: number): Promise<readonly { moved: number; rev: number }[]> {
  return new Promise((resolve, reject) => {
    const ready: { moved: number; rev: number }[] = [];
    const late = setTimeout(() => reject(new Error(`${ready.length} of ${tabs} tabs were ready`)), within);
    host.on('ready', ({ moved, rev }) => {
      ready.push({ moved: Number(moved), rev: Number(rev) });
      if (ready.length === tabs) (clearTimeout(late), resolve(ready));
    });
  });
}

/** All tabs write one record, each as often as the others. */
const race = (input: RoundInput, engine: Engine): Promise<Round> =>
  onStage(input, 'race', engine, async (stage) => {
    const { host } = stage;
    const size = Math.ceil(input.size / tabs) * tabs; // each tab writes as often as the others
    const written: number[] = [];
    host.on('wrote', ({ rev }) => (written.push(Number(rev)), (stage.done = written.length)));
    const url = (tab: number): string =>
      host.url({ tab: String(tab), tabs: String(tabs), size: String(size), ...(tab + 1 < tabs ? { beside: url(tab + 1) } : {}) });
    const over = allReady(host, 300_000);
    const ready = await stage.during(url(0), () => over);
    const newest = Math.max(...ready.map(({ rev }) => rev));
    if (newest !== 1 + size) stage.faults.push(`after ${size} writes the record is rev ${newest}`);
    const lost = written.length - new Set(written).size;
    stage.count('lost', lost);
    stage.count(
      'told that it had moved',
      ready.reduce((total, one) => total + one.moved, 0),
    );
    if (lost) stage.faults.push(`${lost} writes went over another tab's`);
  });

const races = (engine: Engine, short: number, full: number): Scenario => ({
  name: `races-${engine}`,
  promise: `${tabs} tabs write one record: each revision is written by one tab, and the others are told`,
  unit: 'writes',
  total: { short, full },
  perRound: 1600,
  round: (input) => race(input, engine),
});

export const scenarios: readonly Scenario[] = [races('leveldb', 80, 1600), races('sqlite', 80, 1600), races('firefox', 24, 800)];
