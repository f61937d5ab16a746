import type { Change } from '../../model/change.js';
import { realClock } from '../../records/base/clock.js';
import type { Answer, CarryInfo, Transport } from '../../records/base/types.js';
import { warnOnce } from './delivery-warnings.js';
import { isThenable, MilieuDeliverEvent } from './events.js';
import type { Identity } from './host-input.js';

type Fault = 'no-listener' | 'unclear-answer';

/** What delivery asks of the community. */
interface Host {
  readonly identity: Identity;
  readonly transport: Transport | undefined;
}

/** Hands changes to the host, and tells it once for each community and page load what is wrong with how it takes them. */
export class HostDelivery {
  #unheard = new UnheardChanges();

  /**
   * @param target returns the element that dispatches the events
   * @param report tells the host of a fault
   */
  constructor(
    private readonly host: Host,
    private readonly target: () => HTMLElement | undefined,
    private readonly report: (code: Fault, id?: string) => void,
  ) {}

  /** Hands a change to the host, through its transport or the event. Returns null if nobody takes it. */
  deliver(change: Change, info: CarryInfo): readonly Promise<Answer>[] | null {
    const { transport } = this.host;
    if (transport?.send) return [sentBy(transport, change, info)];
    const target = this.target();
    return target?.isConnected ? MilieuDeliverEvent.carry(target, change, info) : null;
  }

  /** Hands over what waits in the store. A community that one house shares needs no backend, so nobody has to take it. */
  carry(change: Change, info: CarryInfo): readonly Promise<Answer>[] | null {
    const promises = this.deliver(change, info);
    const isForgotten = this.#unheard.asked(change, info.attempt, promises !== null);
    if (isForgotten && this.host.identity.keep !== 'house') this.#warn('no-listener');
    return promises;
  }

  /** A change was saved on this page. */
  saved(change: Change): void {
    this.#unheard.saved(change);
  }

  /** An answer of the backend was unclear. */
  unclear(id?: string): void {
    this.#warn('unclear-answer', id);
  }

  /** The store is another one from now on. */
  reset(): void {
    this.#unheard = new UnheardChanges();
  }

  #warn(code: Fault, id?: string): void {
    if (warnOnce(code, this.host.identity.community)) this.report(code, id);
  }
}

/** The answer of `send`. A `send` that returns no promise has not waited for the backend, so its result does not count. */
async function sentBy(transport: Transport, change: Change, info: CarryInfo): Promise<Answer> {
  const answer: unknown = transport.send?.(change, info);
  return (isThenable(answer) ? await answer : undefined) as Answer;
}

/** ms. A listener may be added later than the first change is ready, or in another tab. */
const patience = 10_000;

/** Notices that nobody takes what waits. */
class UnheardChanges {
  #since: number | undefined;
  #forOthers = false;

  /** A change that was saved on this page. What only its author may read needs no backend. */
  saved({ records }: Change): void {
    this.#forOthers ||= records.some(({ visibility }) => visibility !== 'self');
  }

  /**
   * The store asked the page to take a change.
   * @param attempt a second one follows only where some tab took the first: then there is a listener
   * @returns whether nobody has taken any for a while, and one is for somebody else
   */
  asked(change: Change, attempt: number, taken: boolean): boolean {
    this.saved(change);
    if (taken || attempt > 1) {
      this.#since = undefined;
      return false;
    }
    this.#since ??= realClock.mono();
    return this.#forOthers && realClock.mono() - this.#since >= patience;
  }
}
