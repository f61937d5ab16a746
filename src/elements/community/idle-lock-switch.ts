import type { LitElement, ReactiveController } from 'lit';
import type { Community } from './community.js';
import type { IdleLock } from './idle-lock.js';
import { runningIn } from './running.js';
import { toJson } from '../../model/json.js';

/** Loads and starts the idle lock where the host asks for it, and stops it where the element or the wish is gone. */
export class IdleLockSwitch implements ReactiveController {
  readonly #states: CustomStateSet;
  #wanted = '';
  #running: IdleLock | undefined;

  constructor(
    private readonly host: Pick<LitElement, 'addController' | 'attachInternals' | 'isConnected'>,
    private readonly core: Community,
    private readonly minutes: () => number | undefined,
  ) {
    host.addController(this);
    this.#states = host.attachInternals().states;
  }

  hostConnected(): void {
    this.hostUpdated();
  }

  hostUpdated(): void {
    const minutes = this.minutes();
    const { community, person } = this.core.identity;
    const wanted = minutes === undefined || !this.host.isConnected ? '' : toJson([community, person ?? '', minutes]);
    if (wanted === this.#wanted) return;
    this.#stop();
    this.#wanted = wanted;
    if (minutes !== undefined && wanted) this.#start(minutes, wanted).catch((error: unknown) => this.core.report(error));
  }

  hostDisconnected(): void {
    this.#stop();
  }

  async #start(minutes: number, wanted: string): Promise<void> {
    const { IdleLock } = await import('./idle-lock.js');
    if (wanted !== this.#wanted) return;
    const { community, person } = this.core.identity;
    this.#running = new IdleLock({
      minutes,
      channel: `milieu-idle ${toJson([community, person ?? ''])}`,
      isBusy: () => runningIn(this.core).size > 0,
      blank: (isBlank) => void (isBlank ? this.#states.add('blank') : this.#states.delete('blank')),
      lock: () => {
        if (this.core.status.store !== 'locked') this.core.lock();
      },
    });
  }

  #stop(): void {
    this.#running?.stop();
    this.#running = undefined;
    this.#wanted = '';
  }
}
