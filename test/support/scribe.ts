import { decide } from '../../src/model/decide.js';
import type { As, Change, MilieuRecord } from '../../src/model/record.js';
import { Refused } from '../../src/model/refusals.js';
import type { Input } from '../../src/model/transition.js';

interface Somebody {
  readonly id: string;
  readonly as: As;
}

/** Writes what people of a community did before a story or a test begins, each act by the rules of the model. */
export class Scribe {
  readonly #records = new Map<string, MilieuRecord>();

  constructor(
    readonly community: string,
    readonly people: readonly Somebody[],
  ) {}

  get records(): readonly MilieuRecord[] {
    return [...this.#records.values()];
  }

  /** @throws Error where the model refuses: then the story or the test would tell what cannot be. */
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

  /** Takes over what a change has written. */
  take({ records }: Pick<Change, 'records'>): void {
    for (const record of records) this.#records.set(record.id, record);
  }

  of(kind: string, about: string): readonly MilieuRecord[] {
    return this.records.filter((record) => record.kind === kind && record.about === about);
  }
}
