import type { ReactiveController } from 'lit';
import { isUrgent } from '../../model/kinds/help/states.js';
import type { Help } from '../../model/kinds/help/table.js';
import { realClock } from '../../records/base/clock.js';
import type { Kept } from '../../records/base/types.js';
import type { Community } from '../community/community.js';
import type { View } from '../controllers/base-view.js';
import { QueryController } from '../controllers/query.js';
import { soundOf } from './call-sound.js';
import { CallClock } from './call-state.js';

/** How far a call has climbed on the pages of staff. */
export type Climbed = 'waiting' | 'everywhere' | 'loudest';

export interface UnseenCall {
  readonly kept: Kept<Help>;
  readonly climbed: Climbed;
}

/**
 * The urgent calls of others that nobody has seen, the longest waiting first, and how far each has climbed by `policy.help`. The host is
 * rendered again at each step, and the sound plays while there are any. The age of a call is at least the time since this page first saw it, because clocks of devices differ.
 */
export class UnseenCalls implements ReactiveController {
  readonly #asked: QueryController<Help>;
  readonly #clocks = new Map<string, CallClock>();
  #rung: Community | undefined;
  #stopTimer = (): void => undefined;

  /** @param mayRing whether the host of the page offers the sound: what it does not offer must not play, because nobody could turn it off */
  constructor(
    private readonly host: View,
    private readonly mayRing: () => boolean,
  ) {
    this.#asked = new QueryController<Help>(host, () => (host.community?.actor.as === 'staff' ? { kind: 'help', status: 'asked' } : undefined));
    host.addController(this);
  }

  get all(): readonly UnseenCall[] {
    const me = this.host.community?.actor.person;
    return this.#asked.kept
      .filter(({ record }) => isUrgent(record) && record.by !== me)
      .sort((one, other) => (one.record.at < other.record.at ? -1 : 1))
      .map((kept) => ({ kept, climbed: this.#climbed(kept) }));
  }

  of(id: string): Climbed {
    return this.all.find(({ kept }) => kept.record.id === id)?.climbed ?? 'waiting';
  }

  hostUpdated(): void {
    this.#stopTimer();
    this.#ring(this.mayRing() && this.all.length > 0);
    const ages = this.all.map(({ kept }) => this.#age(kept));
    const next = Math.min(...this.#steps.flatMap(([, after]) => ages.filter((age) => age < after).map((age) => after - age)));
    if (next !== Infinity) this.#stopTimer = realClock.after(next, () => this.host.requestUpdate());
  }

  hostDisconnected(): void {
    this.#stopTimer();
    this.#ring(false);
  }

  /** The sound of the community that the host was in last is told when it leaves. */
  #ring(isCalling: boolean): void {
    const { community } = this.host;
    if (this.#rung && this.#rung !== community) soundOf(this.#rung).call(this, false);
    this.#rung = community;
    if (community) soundOf(community).call(this, isCalling);
  }

  #climbed(kept: Kept<Help>): Climbed {
    const age = this.#age(kept);
    return this.#steps.find(([, after]) => age >= after)?.[0] ?? 'waiting';
  }

  /** The last step first. */
  get #steps(): readonly (readonly [Climbed, number])[] {
    const { everywhere = Infinity, loudest = Infinity } = this.host.community?.policy.help ?? {};
    return [
      ['loudest', loudest * 1000],
      ['everywhere', everywhere * 1000],
    ];
  }

  #age({ record: { id, at } }: Kept<Help>): number {
    const clock = this.#clocks.get(id) ?? new CallClock(at);
    this.#clocks.set(id, clock);
    return clock.age;
  }
}
