import type { LitElement, ReactiveController } from 'lit';
import type { Community } from './community.js';
import type { IdleLock } from './idle-lock.js';
import { runningIn } from './running.js';
import { toJson } from '../../model/json.js';

/** What happens to a page that nobody has touched: `lock` locks its store; `leave` is for whoever has chosen their name there. */
export type IdleEnd = 'lock' | 'leave';

/** Hides what is inside of an element while one of its idle locks asks for it. */
export function blanker({ states }: ElementInternals): (end: IdleEnd, isBlank: boolean) => void {
  const asking = new Set<IdleEnd>();
  return (end, isBlank) => {
    if (isBlank) asking.add(end);
    else asking.delete(end);
    if (asking.size > 0) states.add('blank');
    else states.delete('blank');
  };
}

interface Parts {
  readonly core: Community;
  readonly end: IdleEnd;
  /** After how many minutes; undefined if never. */
  readonly minutes: () => number | undefined;
  readonly blank: ReturnType<typeof blanker>;
}

/** Loads and starts an idle lock where the host asks for it, and stops it where the element or the wish is gone. */
export class IdleLockSwitch implements ReactiveController {
  #wanted = '';
  #running: IdleLock | undefined;

  constructor(
    private readonly host: Pick<LitElement, 'addController' | 'isConnected'>,
    private readonly parts: Parts,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    this.hostUpdated();
  }

  hostUpdated(): void {
    const minutes = this.parts.minutes();
    const wanted = minutes === undefined || !this.host.isConnected ? '' : toJson([this.#place, minutes]);
    if (wanted === this.#wanted) return;
    this.#stop();
    this.#wanted = wanted;
    if (minutes !== undefined && wanted) this.#start(minutes, wanted).catch((error: unknown) => this.parts.core.report(error));
  }

  hostDisconnected(): void {
    this.#stop();
  }

  /** A lock is for all tabs of one store. Whoever leaves a house leaves it in all tabs. */
  get #place(): readonly string[] {
    const { community, person } = this.parts.core.identity;
    return this.parts.end === 'lock' ? [community, person ?? ''] : [community];
  }

  async #start(minutes: number, wanted: string): Promise<void> {
    const { IdleLock } = await import('./idle-lock.js');
    if (wanted !== this.#wanted) return;
    const { core, end, blank } = this.parts;
    this.#running = new IdleLock({
      minutes,
      channel: `milieu-${end === 'lock' ? 'idle' : 'idle-leave'} ${toJson(this.#place)}`,
      isBusy: () => runningIn(core).size > 0,
      blank: (isBlank) => blank(end, isBlank),
      lock: () => {
        if (end === 'leave') core.house.leave();
        else if (core.status.store !== 'locked') core.lock();
      },
    });
  }

  #stop(): void {
    this.#running?.stop();
    this.#running = undefined;
    this.#wanted = '';
  }
}
