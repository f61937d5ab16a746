import type { ReactiveController } from 'lit';
import { type Data, defaultPolicy, type HelpSteps } from '../../model/record.js';
import { realClock } from '../../records/base/clock.js';
import type { Community } from '../community/community.js';
import { QueryController } from '../controllers/query.js';
import type { View } from '../controllers/base-view.js';
import { untilNextMessage } from './call-message.js';
import { HelpCall } from './help-call.js';

/** ms: an older call is not shown again after a reload. Staff still have it in their list. */
const stillOpen = 12 * 60 * 60_000;

/**
 * The person's calls that one view shows, the newest first: those that it makes, and, if it `adopts`, those that are open in the store. Calls
 * of somebody who has signed out are not shown to the next person.
 */
export class OwnCalls implements ReactiveController {
  all: readonly HelpCall[] = [];
  /** Ids of calls that this view has shown: none comes back after it was over. */
  readonly #known = new Set<string>();
  readonly #asked: QueryController;
  readonly #seen: QueryController;
  #stopTimer: (() => void) | undefined;

  constructor(
    private readonly host: View,
    private readonly adopts: () => boolean,
  ) {
    this.#asked = this.#own('asked');
    this.#seen = this.#own('seen');
    host.addController(this);
  }

  hostUpdate(): void {
    const { community } = this.host;
    if (!community || !this.adopts()) return;
    for (const kept of [...this.#asked.kept, ...this.#seen.kept]) {
      const { id, at } = kept.record;
      if (this.#known.has(id) || realClock.now() - Date.parse(at) > stillOpen) continue;
      const call = this.#newCall(community);
      call.adopt(kept);
      this.#known.add(id);
      this.all = [...this.all, call].sort((one, other) => one.age - other.age);
    }
  }

  /** The words about a call that nobody has seen become louder with time. */
  hostUpdated(): void {
    this.#stopTimer?.();
    const next = Math.min(...this.all.map((call) => untilNextMessage(call, this.#steps) ?? Infinity));
    this.#stopTimer = next === Infinity ? undefined : realClock.after(next, () => this.host.requestUpdate());
  }

  hostDisconnected(): void {
    this.#stopTimer?.();
    for (const call of this.all) call.leave();
  }

  get #steps(): HelpSteps {
    return (this.host.community?.policy ?? defaultPolicy).help;
  }

  /** Call when the community has changed. */
  follow(): void {
    for (const call of this.all) if (!call.isOwn) call.leave();
    this.all = this.all.filter(({ isOwn }) => isOwn);
    for (const call of this.all) call.look();
  }

  /** Makes a call. Those that are over leave the view. @throws MilieuError why it is not allowed */
  ask(community: Community, data: Data): void {
    const call = this.#newCall(community);
    call.ask(data);
    if (call.asked) this.#known.add(call.asked.id);
    for (const one of this.all) if (one.isOver) one.leave();
    this.all = [call, ...this.all.filter(({ isOver }) => !isOver)];
  }

  #newCall(community: Community): HelpCall {
    return new HelpCall(community, () => this.host.requestUpdate());
  }

  #own(status: 'asked' | 'seen'): QueryController {
    return new QueryController(this.host, () => {
      const person = this.host.community?.actor.person;
      return person ? { kind: 'help', by: person, status } : undefined;
    });
  }
}
