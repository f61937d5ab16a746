import { mayRead } from '../../../src/model/may-read.js';
import { same } from '../../../src/model/decide.js';
import type { Actor } from '../../../src/model/record.js';
import * as law from '../../../src/records/sync-rules/index.js';
import { Chance } from './seeded-random.js';
import { type Attempt, Device, type DeviceOptions, type Law } from './device.js';
import { Ledger } from './ledger.js';
import { People } from './people.js';
import { type Answer, type Pulled, Server, type ServerFaults } from './server.js';

export interface Variant {
  readonly law?: Partial<Law>;
  readonly server?: ServerFaults;
}

interface OnItsWay<T> {
  readonly device: Device;
  readonly what: T;
}

const ann: Actor = { person: 'ann', as: 'resident' };
const sid: Actor = { person: 'sid', as: 'staff' };
const people: readonly Actor[] = [ann, ann, sid];

/** Two devices of one person, one of a member of staff, a server, and a bad network between them. */
class World {
  readonly ledger = new Ledger();
  readonly #chance: Chance;
  readonly #server: Server;
  readonly #devices: readonly Device[];
  readonly #people: People;
  readonly #requests: OnItsWay<Attempt>[] = [];
  #answers: OnItsWay<{ attempt: Attempt; answer: Answer }>[] = [];
  #pulls: OnItsWay<Pulled>[] = [];
  #minted = 0;
  #second = 0;

  constructor(seed: number, variant: Variant) {
    this.#chance = new Chance(seed);
    this.#server = new Server(this.ledger, variant.server);
    const mint = (): string => `id-${++this.#minted}`;
    const rules: Law = { ...law, ...variant.law };
    this.#people = new People(this.#chance, this.ledger, mint, () => new Date(Date.UTC(2027, 0, 1, 0, 0, ++this.#second)).toISOString());
    this.#devices = people.map((actor, index) => {
      const options: DeviceOptions = {
        name: `device ${index}`,
        actor,
        order: this.#chance.is(0.3) ? 'fifo' : 'overtake',
        pulls: this.#chance.is(0.5),
      };
      return new Device(options, rules, this.ledger, mint, (cursor) => this.#server.pull(cursor, actor));
    });
  }

  async run(): Promise<void> {
    for (let made = 0; made < 3; made += 1) this.#people.act(this.#chance.pick(this.#devices)!);
    await this.#quiet();
    const progress = 30 + this.#chance.below(80);
    for (let step = 0; step < progress; step += 1) {
      const reading = this.#step();
      if (reading) await reading;
    }
    await this.#quiet();
    this.#compare();
  }

  #step(): Promise<void> | undefined {
    const device = this.#chance.pick(this.#devices)!;
    const roll = this.#chance.below(100);
    if (roll < 30) this.#people.act(device);
    else if (roll < 45) this.#send(device, false);
    else if (roll < 48) this.#send(device, true);
    else if (roll < 61) this.#process(takeAny(this.#requests, this.#chance), true);
    else if (roll < 73) return this.#answer(takeAny(this.#answers, this.#chance));
    else if (roll < 81) this.#ask(device);
    else if (roll < 91) this.#apply(takeAny(this.#pulls, this.#chance));
    else if (roll < 96) this.#people.settle(this.#chance.pick(this.#devices.filter(({ troubles }) => troubles.size > 0)) ?? device);
    else if (roll < 97) this.#crash(device);
    else if (roll < 98) this.#timeOut();
    else device.paused = !device.paused;
    return undefined;
  }

  #ask(device: Device): void {
    if (!device.paused) this.#pulls.push({ device, what: this.#server.pull(device.cursor, device.options.actor) });
  }

  #send(device: Device, again: boolean): void {
    const waiting = this.#chance.pick(device.ready(again));
    if (waiting) this.#requests.push({ device, what: device.send(waiting) });
  }

  /** A request arrives, in any order. With `bad` it is cut off, or a proxy answers, or the answer is lost. */
  #process(request: OnItsWay<Attempt> | undefined, bad: boolean): void {
    if (!request) return;
    const { device, what: attempt } = request;
    const answer = (given: Answer): void => void this.#answers.push({ device, what: { attempt, answer: given } });
    const roll = bad ? this.#chance.below(100) : 100;
    if (roll < 6) return answer({ status: 503 });
    if (roll < 8) return answer({ status: 401 });
    if (roll < 10) return answer({ status: 0 });
    if (roll < 11) return answer({ status: 404 });
    const given = this.#server.receive(attempt.change, device.options.actor);
    if (roll < 20) return;
    if (given.status === 409 && roll < 28) return answer({ status: 409 });
    answer(given.status === 200 && roll < 22 ? { status: 200, records: attempt.change.records } : given);
  }

  #answer(answer: OnItsWay<{ attempt: Attempt; answer: Answer }> | undefined): Promise<void> | undefined {
    return answer?.device.answer(answer.what.attempt, answer.what.answer);
  }

  #apply(pull: OnItsWay<Pulled> | undefined): void {
    pull?.device.apply(pull.what.records, pull.what.cursor);
  }

  #crash(device: Device): void {
    this.#answers = this.#answers.filter((answer) => answer.device !== device);
    this.#pulls = this.#pulls.filter((pull) => pull.device !== device);
    device.crash();
  }

  /** The device stops waiting for a request that may still arrive. */
  #timeOut(): void {
    const request = this.#chance.pick(this.#requests);
    request?.device.release(request.what);
  }

  /** Nobody acts any more and the network works: all changes must be delivered or listed. */
  async #quiet(): Promise<void> {
    for (let round = 0; round < 100; round += 1) {
      while (this.#requests.length > 0) this.#process(this.#requests.shift(), false);
      while (this.#answers.length > 0) await this.#answer(this.#answers.shift());
      while (this.#pulls.length > 0) this.#apply(this.#pulls.shift());
      for (const device of this.#devices) {
        device.crash();
        const { records, cursor } = this.#server.pull(device.cursor, device.options.actor);
        device.apply(records, cursor);
        for (const waiting of device.ready()) this.#requests.push({ device, what: device.send(waiting) });
      }
      if (this.#requests.length === 0) return;
    }
    this.ledger.fault('never quiet');
  }

  #compare(): void {
    const troubles = this.#devices.flatMap((device) => [...device.troubles.values()].flatMap(({ change }) => change.records));
    const lost = this.ledger.lost([...this.#server.stored.values(), ...troubles]);
    if (lost.length > 0) this.ledger.fault(`lost: ${lost.join()}`);
    for (const { options, outbox, rows } of this.#devices) {
      if (outbox.length > 0) this.ledger.fault(`${options.name} still waits`);
      for (const { id, current } of rows.values()) {
        const stored = this.#server.stored.get(id);
        if (!stored) this.ledger.fault(`${options.name} shows a record that nobody else has`);
        else if (mayRead(stored, options.actor) && !same(stored, current)) this.ledger.fault(`${options.name} differs from the server`);
      }
      const missing = [...this.#server.stored.values()].filter((record) => mayRead(record, options.actor) && !rows.has(record.id));
      if (missing.length > 0) this.ledger.fault(`${options.name} does not have ${missing.length} records`);
    }
  }
}

/** One run; the same seed gives the same run. */
export async function simulate(seed: number, variant: Variant = {}): Promise<Ledger> {
  const world = new World(seed, variant);
  await world.run();
  return world.ledger;
}

function takeAny<T>(from: T[], chance: Chance): T | undefined {
  return from.splice(chance.below(from.length), 1)[0];
}
