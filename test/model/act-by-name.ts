import assert from 'node:assert/strict';
import type { MilieuRecord } from '../../src/model/record.js';
import { Refused } from '../../src/model/refusals.js';
import type { Input } from '../../src/model/transition.js';
import { actorOf, diceOf } from './dice.js';
import { type Act, World } from './random-walk.js';

/** A community in which people act one after another, by name. Reminders are held. */
export class Story {
  readonly world = new World(diceOf(1));

  constructor() {
    Object.assign(this.world.policy, { reminders: 'held' });
  }

  /** Performs an act that must be allowed, and stores its records. */
  act(person: string, kind: string, action: string, on: MilieuRecord | undefined, input: Input = {}): Act {
    const act = this.world.try(kind, action, this.#now(on), actorOf(person), input);
    assert.ok(!(act instanceof Refused), act instanceof Refused ? `${person} ${kind} ${action}: ${act.code}` : '');
    this.world.keep(act);
    return act;
  }

  /** The record after an act that must be allowed. */
  does(person: string, kind: string, action: string, on?: MilieuRecord, input: Input = {}): MilieuRecord {
    return this.act(person, kind, action, on, input).after;
  }

  /** The code of an act that must be refused. */
  code(person: string, kind: string, action: string, on?: MilieuRecord, input: Input = {}): string {
    const act = this.world.try(kind, action, this.#now(on), actorOf(person), input);
    assert.ok(act instanceof Refused, `${person} ${kind} ${action} was allowed`);
    return act.code;
  }

  say(kind: string, note: string, more: object = {}): Input {
    return { answers: [{ id: this.world.freshId(), kind, data: { note, ...more } }] };
  }

  #now(on: MilieuRecord | undefined): MilieuRecord | undefined {
    return on && (this.world.stored.get(on.id) ?? on);
  }
}
