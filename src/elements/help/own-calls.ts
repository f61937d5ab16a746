import type { ReactiveController } from 'lit';
import { type Data, defaultPolicy, type HelpSteps, someone } from '../../model/record.js';
import { realClock } from '../../records/base/clock.js';
import type { Community } from '../community/community.js';
import { QueryController } from '../controllers/query.js';
import type { View } from '../controllers/base-view.js';
import { untilNextMessage } from './call-message.js';
import { HelpCall } from './help-call.js';

/** ms: an older call is not shown again after a reload. Staff still have it in their list. */
const stillOpen = 12 * 60 * 60_000;

/** ms: after that, a call that nobody of a house made under their name is not shown any more: somebody else may stand here. */
const stillThere = 15 * 60_000;

/**
 * The person's calls that one view shows, the newest first: those that it makes, and, if it `adopts`, those that are open in the store. Calls
 * of somebody who has signed out are not shown to the next person. On a shared computer they go on being sent.
 */
export class OwnCalls implements ReactiveController {
  #calls: readonly HelpCall[] = [];
  /** Calls that somebody made under no name, and that are not shown to whoever comes next. */
  readonly #past = new WeakSet<HelpCall>();
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
    if (this.isNobodys) for (const call of this.all) if (call.age >= stillThere) this.#pass(call);
    if (!community || !this.adopts() || this.isNobodys) return;
    for (const kept of [...this.#asked.kept, ...this.#seen.kept]) {
      const { id, at } = kept.record;
      if (this.#known.has(id) || realClock.now() - Date.parse(at) > stillOpen) continue;
      const call = this.#newCall(community);
      call.adopt(kept);
      this.#known.add(id);
      this.#calls = [...this.#calls, call].sort((one, other) => one.age - other.age);
    }
  }

  /** The words about a call that nobody has seen become louder with time. */
  hostUpdated(): void {
    this.#stopTimer?.();
    const until = this.isNobodys ? stillThere : Infinity;
    const next = Math.min(...this.all.map((call) => Math.min(untilNextMessage(call, this.#steps) ?? Infinity, until - call.age)));
    this.#stopTimer = next === Infinity ? undefined : realClock.after(next, () => this.host.requestUpdate());
  }

  hostDisconnected(): void {
    this.#stopTimer?.();
    for (const call of this.#calls) if (!call.goesOn) call.leave();
  }

  get all(): readonly HelpCall[] {
    return this.#calls.filter((call) => call.isOwn && !this.#past.has(call));
  }

  /** Whether what is asked here now is under no name, although people have names on this computer. */
  get isNobodys(): boolean {
    return Boolean(this.host.community?.house.entrance.isNobody);
  }

  get #steps(): HelpSteps {
    return (this.host.community?.policy ?? defaultPolicy).help;
  }

  /** Whether staff are asked to come now. */
  get isAsking(): boolean {
    return this.all.some(({ isOver, asked }) => !isOver && asked?.data.need === 'come');
  }

  /** Call when the community has changed. */
  follow(): void {
    for (const call of this.#calls) {
      if (!call.isOwn && call.asked?.by === someone) this.#past.add(call);
      if ((!call.isOwn || this.#past.has(call)) && !call.goesOn) this.#drop(call);
    }
    for (const call of this.#calls) call.look();
  }

  /** Somebody else stands here now. */
  readonly pass = (): void => {
    for (const call of this.all) this.#pass(call);
    this.host.requestUpdate();
  };

  #pass(call: HelpCall): void {
    this.#past.add(call);
    if (!call.goesOn) this.#drop(call);
  }

  /** It is taken up again from the store, if its person comes back. */
  #drop(call: HelpCall): void {
    call.leave();
    if (call.asked && !call.isOver) this.#known.delete(call.asked.id);
    this.#calls = this.#calls.filter((one) => one !== call);
  }

  /** Makes a call. Those that are over leave the view. @throws MilieuError why it is not allowed */
  ask(community: Community, data: Data): void {
    const call = this.#newCall(community);
    call.ask(data);
    if (call.asked) this.#known.add(call.asked.id);
    for (const one of this.all) if (one.isOver) this.#drop(one);
    this.#calls = [call, ...this.#calls];
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
