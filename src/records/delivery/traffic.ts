import { type Channel, openChannel } from './channel.js';
import { Delivery } from './delivery.js';
import { codeOf, MilieuError } from '../errors.js';
import type { Ground } from '../ground.js';
import type { Place } from '../opening.js';
import { Pulling } from './pulling.js';
import type { StatusBoard } from '../status.js';
import { noTabs, openTabs, type Tabs } from './tabs.js';
import type { RecordsOptions } from '../types.js';
import type { Works } from '../work/works.js';

type Ways = Pick<RecordsOptions, 'carry' | 'pull'>;

/** What traffic tells the store. */
export interface Told {
  /** Another tab has written. */
  changed(): void;
  /** The root may be another one. */
  key(): void;
  /** Another tab has removed all that is kept here. */
  removed(): void;
}

/** What goes between this tab, the other tabs and the backend. */
export class Traffic {
  readonly #options: Ways;
  readonly #board: StatusBoard;
  readonly #works: Works;
  readonly #told: Told;
  #channel: Channel | undefined;
  #tabs: Tabs = noTabs;
  #delivery: Delivery | undefined;
  #pulling: Pulling | undefined;

  constructor(options: Ways, board: StatusBoard, works: Works, told: Told) {
    this.#options = options;
    this.#board = board;
    this.#works = works;
    this.#told = told;
  }

  /** Meets the other tabs; records that are in memory only have none. */
  placed({ name, shelf }: Place, tab: string): void {
    if (!shelf.lasting) return;
    this.#tabs = openTabs(name, tab);
    this.#channel = openChannel(name, (message) => {
      if (message.say === 'changed') this.#told.changed();
      else if (message.say === 'turn') this.#delivery?.look();
      else if (message.say === 'removed') this.#told.removed();
      else this.#told.key();
    });
  }

  entered(ground: Ground, anew: boolean): void {
    const { carry, pull } = this.#options;
    if (anew) this.#channel?.post({ say: 'key' });
    if (pull) this.#pulling = new Pulling(ground, pull, this.#works, (error) => this.#pulled(error));
    if (carry) this.#delivery = this.#deliver(ground, carry);
    this.back();
  }

  #deliver(ground: Ground, carry: NonNullable<RecordsOptions['carry']>): Delivery {
    return new Delivery(ground, this.#tabs, {
      carry,
      pull: this.#options.pull ? () => this.pull() : undefined,
      poke: () => this.#channel?.post({ say: 'turn' }),
      paused: (paused, code) => {
        this.#board.note('delivery', code);
        this.#board.set({ paused });
      },
      idle: (sent) => {
        if (!sent) return;
        this.#board.note('delivery', undefined);
        this.#pulling?.quietly();
      },
      trouble: (error) => this.#trouble('delivery', error),
    });
  }

  left(): void {
    this.#delivery?.close();
    this.#pulling?.close();
    this.#delivery = this.#pulling = undefined;
    this.#board.set({ paused: false });
  }

  close(): void {
    this.left();
    this.#channel?.close();
    this.#tabs.close();
  }

  /** Tells the others that nothing is kept here any more. */
  removed(): void {
    this.#channel?.post({ say: 'removed' });
  }

  wrote(ids: readonly string[]): void {
    this.#channel?.post({ say: 'changed', ids });
  }

  /** A change waits. */
  added(): void {
    if (this.#delivery) this.#delivery.added();
    else this.#channel?.post({ say: 'turn' });
  }

  wake(): void {
    this.#delivery?.wake();
  }

  /** The page is back: looks both ways. */
  back(): void {
    this.#delivery?.wake();
    this.#pulling?.quietly();
  }

  resume(): void {
    this.#delivery?.resume();
    this.#pulling?.quietly();
  }

  async pull(): Promise<void> {
    if (!this.#pulling) throw new MilieuError('no-transport');
    await this.#pulling.ask();
  }

  #pulled(error: unknown): void {
    if (error) return this.#trouble('pull', error);
    this.#board.note('pull', undefined);
    if (this.#delivery?.paused) this.#delivery.resume();
  }

  #trouble(source: 'delivery' | 'pull', error: unknown): void {
    const code = codeOf(error);
    if (code === 'locked') this.#told.key();
    else if (code !== 'no-transport' && code !== 'cancelled') this.#board.note(source, code);
  }
}
