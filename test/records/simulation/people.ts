import { can } from '../../../src/model/decide.js';
import { feedback } from '../../../src/model/kinds/feedback/table.js';
import type { Data, MilieuRecord } from '../../../src/model/record.js';
import type { Input } from '../../../src/model/transition.js';
import { MilieuError } from '../../../src/records/base/errors.js';
import type { Choice } from '../../../src/records/base/types.js';
import type { Chance } from './seeded-random.js';
import type { Device } from './device.js';
import type { Ledger } from './ledger.js';
import { tooBig } from './server.js';

export const community = 'north-house';
const actions = Object.keys(feedback.transitions);
const replies = new Set(['thank', 'take-care', 'differ', 'report']);
const reviews = new Set(['release', 'return', 'withhold', 'retract']);

/** What the screen looks at besides the table, before it shows a control. */
const isOffered = (action: string, { status, data }: MilieuRecord): boolean =>
  action === 'said' ? data['inPerson'] === true : action !== 'with-staff' || (data['mode'] === 'remind' && status === 'delivered');

/** Random acts of people at their devices: what the widgets would offer, and sometimes from an outdated screen. */
export class People {
  #words = 0;

  constructor(
    private readonly chance: Chance,
    private readonly ledger: Ledger,
    private readonly mint: () => string,
    private readonly now: () => string,
  ) {}

  act(device: Device): void {
    const { actor } = device.options;
    const root = this.chance.is(0.1) ? undefined : this.#someRoot(device);
    const tries = [this.chance.is(0.4) ? 'rewrite' : undefined, ...Array.from({ length: 6 }, () => this.chance.pick(actions))];
    const action = root
      ? tries.find((one) => one && isOffered(one, root) && can(one, { kind: 'feedback', id: root.id, community, root, actor }))
      : 'send';
    if (!action) return;
    const stale = root && this.chance.is(0.05);
    const target = { kind: 'feedback', id: root?.id ?? this.mint(), rev: (root?.rev ?? 0) - (stale ? 1 : 0) };
    const change = device.act({ action, target, input: this.#input(action, root, actor.as === 'staff'), community, now: this.now() });
    if (change instanceof MilieuError !== Boolean(stale))
      this.ledger.fault(`${action} on ${stale ? 'a stale' : 'a fresh'} screen: ${change instanceof MilieuError ? change.code : 'done'}`);
  }

  /** One of the three newest records, so that people act on the same ones. */
  #someRoot(device: Device): MilieuRecord | undefined {
    const roots = [...device.rows.values()].map(({ current }) => current).filter(({ kind }) => kind === 'feedback');
    return this.chance.pick(roots.slice(-3));
  }

  settle(device: Device): void {
    const trouble = this.chance.pick([...device.troubles.values()]);
    const choices: readonly Choice[] = trouble?.reason === 'held' ? ['mine', 'mine', 'theirs'] : ['again', 'again', 'remove'];
    if (trouble) device.settle(trouble, this.chance.pick(choices)!, this.now());
  }

  #input(action: string, root: MilieuRecord | undefined, staff: boolean): Input {
    if (!root) return this.#sent(staff);
    if (action === 'rewrite') return { data: { ...root.data, saw: this.#word() } };
    const answer = (kind: string): Input => ({ answers: [{ id: this.mint(), kind, data: { note: this.#word() } }] });
    if (action === 'with-staff') return answer('feedback-reading');
    return replies.has(action) ? answer('feedback-reply') : reviews.has(action) ? answer('feedback-review') : {};
  }

  #sent(staff: boolean): Input {
    const mode = staff || this.chance.is(0.2) ? 'affirm' : this.chance.is(0.1) ? 'self' : 'remind';
    const more: Data = mode === 'remind' ? { next: 'Ask first.', strength: 'You listen.' } : {};
    return { to: mode === 'self' ? [] : [staff ? 'ann' : 'bea'], data: { mode, saw: this.#word(), ...more } };
  }

  #word(): string {
    return `${this.chance.is(0.03) ? tooBig : 'word'}-${++this.#words}`;
  }
}
