import { decide } from '../model/decide.js';
import type { Change } from '../model/change.js';
import type { As, MilieuRecord } from '../model/record.js';
import { Refused } from '../model/refusals.js';
import type { Input } from '../model/transition.js';

interface Somebody {
  readonly id: string;
  readonly as: As;
}

/** Creates the records of a community before a story or a test begins. Each act follows the rules of the model. */
export class Fixtures {
  readonly #records = new Map<string, MilieuRecord>();

  constructor(
    readonly community: string,
    readonly people: readonly Somebody[],
  ) {}

  get records(): readonly MilieuRecord[] {
    return [...this.#records.values()];
  }

  /** @throws Error if the model refuses an act: the story or the test would show an impossible state. */
  act(person: string, action: string, kind: string, id: string, input: Input = {}, now = Date.now()): MilieuRecord {
    const as = this.people.find((one) => one.id === person)?.as ?? 'resident';
    const decided = decide(action, {
      kind,
      id,
      community: this.community,
      root: this.#records.get(id),
      input,
      actor: { person, as },
      now: new Date(now).toISOString(),
      others: this.#records,
    });
    const [root] = decided instanceof Refused ? [] : decided.records;
    if (decided instanceof Refused || !root) throw new Error(`${action} ${kind}: ${decided instanceof Refused ? decided.code : 'nothing'}`);
    this.take(decided);
    return root;
  }

  /** Stores the records of a change. */
  take({ records }: Pick<Change, 'records'>): void {
    for (const record of records) this.#records.set(record.id, record);
  }

  of(kind: string, about: string): readonly MilieuRecord[] {
    return this.records.filter((record) => record.kind === kind && record.about === about);
  }
}
