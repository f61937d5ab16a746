import { uuidv7 } from 'uuidv7';
import type { Change } from '../../src/model/change.js';
import type { As } from '../../src/model/record.js';
import type { Clock } from '../../src/records/base/clock.js';
import type { Cipher } from '../../src/records/crypto/webcrypto.js';
import { Store } from '../../src/records/store.js';
import type { Answer, Carry, Records, RecordsOptions } from '../../src/records/base/types.js';

let count = 0;
const opened: Store[] = [];
afterEach(async () => {
  for (const store of opened.splice(0)) await store.close();
});

/** A new community. */
export const newCommunityId = (): string => `community-${Date.now()}-${++count}`;

/** A clock that stands still until it is moved; timers run when it passes them. */
export class HeldClock implements Clock {
  time = 1_700_000_000_000;
  passed = 0;
  chance = 0.5;
  #due: { at: number; run: () => void }[] = [];

  now = (): number => this.time;
  mono = (): number => this.passed;
  random = (): number => this.chance;
  after = (ms: number, run: () => void): (() => void) => {
    const one = { at: this.passed + ms, run };
    this.#due.push(one);
    return () => {
      this.#due = this.#due.filter((other) => other !== one);
    };
  };

  /** Moves the clock and runs due timers. */
  pass(ms: number): void {
    this.passed += ms;
    this.time += ms;
    for (const one of this.#due.filter(({ at }) => at <= this.passed)) {
      this.#due = this.#due.filter((other) => other !== one);
      one.run();
    }
  }
}

/** Opens a store that is closed after the test. */
export async function open(
  options: Partial<RecordsOptions> & { community: string },
  parts: { clock?: Clock; tab?: string; cipher?: Cipher } = {},
): Promise<Store> {
  const { realClock } = await import('../../src/records/base/clock.js');
  const store = new Store(
    { person: 'p-1', as: 'resident', ...options },
    { clock: parts.clock ?? realClock, tab: parts.tab ?? uuidv7(), ...(parts.cipher ? { cipher: parts.cipher } : {}) },
  );
  opened.push(store);
  await store.opening;
  return store;
}

export const words = 'Made breakfast for everybody';

/** Sends an affirmation. */
export const affirm = (records: Records, to = ['p-2'], saw = words, more: object = {}): Promise<Change> =>
  records.act('send', { kind: 'feedback', id: uuidv7() }, { to, data: { mode: 'affirm', saw }, ...more });

/** Sends a reminder, which is held until staff pass it on; its author may rewrite it. */
export const remind = (records: Records, to = ['p-2'], saw = words): Promise<Change> =>
  records.act('send', { kind: 'feedback', id: uuidv7() }, { to, data: { mode: 'remind', saw, next: 'Ask me', strength: 'You care' } });

export const rewrite = (records: Records, { records: [root] }: Change, saw: string, rev = root!.rev): Promise<Change> =>
  records.act('rewrite', { kind: 'feedback', id: root!.id, rev }, { data: { ...root!.data, saw } });

export const idOf = (change: Change): string => change.records[0]!.id;

/** Waits until a condition is true; fails after `most` ms. */
export async function until(holds: () => boolean | Promise<boolean>, what: string, most = 15_000): Promise<void> {
  const end = Date.now() + most;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(`Not in time: ${what}`);
    await new Promise<void>((resume) => setTimeout(resume, 5));
  }
}

export const json = (body: unknown, status = 200): Response =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } });

/** A backend that accepts every change and records it. */
export function taker(answer: (change: Change) => unknown = () => json({})): { carry: Carry; got: Change[] } {
  const got: Change[] = [];
  return {
    got,
    carry: (change) => {
      got.push(change);
      return [Promise.resolve().then(() => answer(change) as Answer)];
    },
  };
}

export const as = (person: string, role: As = 'resident'): { person: string; as: As } => ({ person, as: role });
