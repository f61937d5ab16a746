import { decide } from '../../src/model/decide.js';
import type { MilieuRecord } from '../../src/model/record.js';
import { Refused } from '../../src/model/refusals.js';
import type { Input } from '../../src/model/transition.js';
import { people } from '../support/house.js';

/** The community in which all of this happens. */
export const community = 'north';

/** Writes what people did before a test begins, each act by the rules of the model. */
export class Scribe {
  readonly #records = new Map<string, MilieuRecord>();

  get records(): readonly MilieuRecord[] {
    return [...this.#records.values()];
  }

  /** @throws Error where the model refuses: then a test starts from what cannot be. */
  act(person: string, action: string, kind: string, id: string, input: Input = {}, now = Date.now()): MilieuRecord {
    const as = people.find((one) => one.id === person)?.as ?? 'resident';
    const decided = decide(action, {
      kind,
      id,
      community,
      root: this.#records.get(id),
      input,
      actor: { person, as },
      now: new Date(now).toISOString(),
      others: this.#records,
    });
    const [root] = decided instanceof Refused ? [] : decided.records;
    if (decided instanceof Refused || !root) throw new Error(`${action} ${kind}: ${decided instanceof Refused ? decided.code : 'nothing'}`);
    for (const record of decided.records) this.#records.set(record.id, record);
    return root;
  }

  of(kind: string, about: string): readonly MilieuRecord[] {
    return this.records.filter((record) => record.kind === kind && record.about === about);
  }
}
