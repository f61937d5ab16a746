import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { realClock } from '../../records/base/clock.js';
import { onPageReturn } from '../../records/base/page-return.js';
import { localDay } from '../parts/date-field.js';

/** Draws its host again when the day changes, and when the page returns on another day. */
export class DayTurn implements ReactiveController {
  #day = '';
  #stopTimer = (): void => undefined;
  #stopListening = (): void => undefined;

  /** @param turned called when a new day has begun */
  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly turned: () => void = () => undefined,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    this.#day = localDay(new Date(realClock.now()));
    this.#stopListening = onPageReturn(() => this.#look());
    this.#wait();
  }

  hostDisconnected(): void {
    this.#stopTimer();
    this.#stopListening();
  }

  #look(): void {
    const day = localDay(new Date(realClock.now()));
    if (day !== this.#day) {
      this.#day = day;
      this.turned();
      this.host.requestUpdate();
    }
    this.#wait();
  }

  #wait(): void {
    this.#stopTimer();
    const now = new Date(realClock.now());
    const midnight = new Date(now.getFullYear(), now.getMonth(), now.getDate() + 1);
    this.#stopTimer = realClock.after(midnight.getTime() - now.getTime(), () => this.#look());
  }
}
