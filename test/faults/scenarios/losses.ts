import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Report } from '../lab/host.js';
import type { Round, RoundInput, Scenario } from '../lab/scenario.js';
import { onePerProfile, onStage, pause } from '../lab/stage.js';
import type { Engine } from '../lab/browser.js';

type Opened = Report & { status: { store: string; code?: string }; count?: number };

/** Two tabs open a store that was never there. */
const firstLoad = (input: RoundInput, engine: Engine): Promise<Round> =>
  onStage(input, 'opens', engine, async (stage) => {
    const { host } = stage;
    const all: Opened[] = [];
    const both = new Promise<void>((resolve) => host.on('opened', (report) => void (all.push(report as Opened) === 2 && resolve())));
    await stage.during(host.url({ tab: 'a', beside: host.url({ tab: 'b' }) }), () => Promise.race([both, pause(180_000)]));
    if (all.length < 2) stage.faults.push(`${all.length} of 2 tabs opened`);
    for (const { status } of all) {
      stage.count(status.store);
      if (status.store !== 'open') stage.faults.push(`a first load says ${status.store} ${status.code ?? ''}`);
    }
    stage.done = 1;
  });

/** Removes what the browser keeps of IndexedDB, and nothing else of the origin. */
function removeDatabases(profile: string, engine: Engine): void {
  const folder = engine === 'firefox' ? join(profile, 'storage/default') : join(profile, 'Default/IndexedDB');
  const names = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((one) => one.isDirectory());
  const all = names
    .filter(({ name }) => (engine === 'firefox' ? name === 'idb' : name.endsWith('.leveldb')))
    .map(({ parentPath, name }) => join(parentPath, name));
  if (all.length === 0) throw new Error('the browser has no database');
  for (const one of all) rmSync(one, { recursive: true });
}

/** The browser is killed within a second of the first save, and what it keeps of IndexedDB is gone. */
const earlyLoss = (input: RoundInput, engine: Engine): Promise<Round> =>
  onStage(input, 'acts', engine, async (stage) => {
    const { host, profile } = stage;
    const acting = host.next('acked');
    await stage.during(host.url({ tab: 'a', boot: '0' }), async () => {
      await acting;
      await pause(input.chance.below(1000));
    });
    removeDatabases(profile, engine);
    host.script = 'opens';
    const { status } = (await stage.visit(host.url({ tab: 'a' }), 'opened')) as Opened;
    stage.count(status.store);
    if (status.store !== 'lost') stage.faults.push(`what was saved is gone, and the store says ${status.store} ${status.code ?? ''}`);
    stage.done = 1;
  });

const engines: readonly Engine[] = ['leveldb', 'firefox'];

export const scenarios: readonly Scenario[] = engines.flatMap((engine) => [
  {
    name: `first-loads-${engine}`,
    promise: 'Two tabs that open a new store at the same moment do not take it for a loss',
    unit: 'loads',
    total: { short: 2, full: 100 },
    perRound: 20,
    round: (input) => onePerProfile(input.size, () => firstLoad(input, engine)),
  },
  {
    name: `early-losses-${engine}`,
    promise: 'A loss is said also where the browser is killed within a second of the first save',
    unit: 'kills',
    total: { short: 1, full: 50 },
    perRound: 10,
    round: (input) => onePerProfile(input.size, () => earlyLoss(input, engine)),
  },
]);
