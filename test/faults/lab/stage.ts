import { BrowserProcess, type Engine, newProfile } from './browser.js';
import { Host, type Report } from './host.js';
import { type Round, type RoundInput, sum } from './scenario.js';

/** What every round has: a host, one browser profile, and what was counted and found wrong. */
export class Stage {
  readonly faults: string[] = [];
  readonly counts: Record<string, number> = {};
  /** How many of the scenario's unit are done. */
  done = 0;

  constructor(
    readonly input: RoundInput,
    readonly host: Host,
    readonly engine: Engine,
    readonly profile: string,
  ) {
    host.on('broken', ({ what }) => this.faults.push(`the page broke: ${String(what)}`));
  }

  count(name: string, more = 1): void {
    this.counts[name] = (this.counts[name] ?? 0) + more;
  }

  /** Opens `url` until the page reports `what`; within `patience` ms. */
  visit(url: string, what: string, patience?: number): Promise<Report> {
    const report = this.host.next(what, patience);
    return this.during(url, () => report);
  }

  /** Runs `work` while a browser has `url` open, and kills the browser then. `env` is added to its environment. */
  async during<T>(url: string, work: () => Promise<T>, env?: Readonly<Record<string, string>>): Promise<T> {
    const browser = BrowserProcess.start(this.engine, this.profile, url, env);
    try {
      return await work();
    } finally {
      await browser.kill();
    }
  }
}

export const pause = (ms: number): Promise<void> => new Promise((resume) => setTimeout(resume, ms));

/**
 * Runs `work` with an empty profile and a host that serves the page of `script`. What is thrown is a fault of the round.
 * @param disk folder for the profile
 */
export async function onStage(
  input: RoundInput,
  script: string,
  engine: Engine,
  work: (stage: Stage) => Promise<void>,
  disk?: string,
): Promise<Round> {
  const { chance, product } = input;
  const host = await Host.start({ community: `c${chance.below(1e9)}`, actor: { person: 'ann', as: 'resident' }, script, product, chance });
  const profile = newProfile(disk);
  const stage = new Stage(input, host, engine, profile.path);
  try {
    await work(stage);
  } catch (error) {
    stage.faults.push(`after ${stage.done}: ${error instanceof Error ? error.message : String(error)}`);
  } finally {
    await host.close();
    profile.remove();
  }
  const { done, counts, faults } = stage;
  return { done, counts, faults };
}

/** A round of things that each need a profile of their own. */
export async function onePerProfile(size: number, once: (at: number) => Promise<Round>): Promise<Round> {
  const all: Round[] = [];
  for (let at = 0; at < size; at++) all.push(await once(at));
  return { done: all.length, counts: sum(all.map(({ counts }) => counts)), faults: all.flatMap(({ faults }) => faults) };
}
