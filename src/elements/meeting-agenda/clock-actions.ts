import { uuidv7 } from 'uuidv7';
import {
  type Clock,
  extendClock,
  nextItem,
  pauseClock,
  resumeClock,
  startClock,
  takeClock,
  type ClockHand,
} from '../../model/kinds/meeting/clock.js';
import type { Meeting } from '../../model/kinds/meeting/table.js';
import type { AnswerInput } from '../../model/transition.js';
import type { MilieuRecord } from '../../model/record.js';
import type { View } from '../controllers/base-view.js';
import { clockHolderOf } from './clock-holder-id.js';
import type { KeptItem } from './meeting-lists.js';
import { LatestSaved } from './latest-saved.js';

type Root = MilieuRecord<Meeting>;

/** The acts that change a meeting's clock, for the person and tab of a view. Each returns the saved meeting, or undefined if it was not saved. */
export class ClockActions {
  readonly #newest = new LatestSaved<Meeting>();

  constructor(private readonly view: View) {}

  /** Whether this tab runs the clock. */
  holds({ data: { clock } }: Root): boolean {
    const { community } = this.view;
    return Boolean(community && clock && clock.holder === clockHolderOf(community));
  }

  /** Starts the meeting with its first item, which has these minutes; without one, with the promises and no countdown. */
  open(root: Root, first: KeptItem | undefined, minutes = 0): Promise<Root | undefined> {
    return this.#write('open', root, (_, hand, holder) => startClock(holder, first?.record.id ?? '', first ? minutes * 60 : 0, hand));
  }
  next(root: Root, part: KeptItem, minutes: number): Promise<Root | undefined> {
    return this.#write('next', root, (clock, hand) => clock && nextItem(clock, part.record.id, minutes * 60, hand));
  }
  pause(root: Root): Promise<Root | undefined> {
    // An empty note: nobody has said yet why it is paused now.
    const unsaid = { id: uuidv7(), kind: 'meeting-note', data: { note: '' } };
    return this.#write('pause', root, (clock, hand) => clock && pauseClock(clock, hand), [unsaid]);
  }
  resume(root: Root): Promise<Root | undefined> {
    return this.#write('resume', root, (clock, hand) => clock && resumeClock(clock, hand));
  }
  extend(root: Root, minutes: number): Promise<Root | undefined> {
    return this.#write('extend', root, (clock, hand) => clock && extendClock(clock, minutes, hand));
  }
  /** Takes over the clock to this screen, with the time that is left. */
  take(root: Root): Promise<Root | undefined> {
    return this.#write('take-clock', root, (clock, hand, holder) => clock && takeClock(clock, holder, hand));
  }
  close(root: Root): Promise<Root | undefined> {
    return this.#act('close', root, undefined);
  }

  #write(
    action: string,
    drawn: Root,
    make: (clock: Clock | undefined, hand: ClockHand, holder: string) => Clock | undefined,
    answers: readonly AnswerInput[] = [],
  ): Promise<Root | undefined> {
    const { community } = this.view;
    if (!community) return Promise.resolve(undefined);
    const root = this.#newest.of(drawn);
    const hand = { by: community.actor.person, now: Date.now() };
    return this.#act(action, root, make(root.data.clock, hand, clockHolderOf(community)), answers);
  }

  async #act(action: string, drawn: Root, clock: Clock | undefined, answers: readonly AnswerInput[] = []): Promise<Root | undefined> {
    const { kind, id, rev } = this.#newest.of(drawn);
    return this.#newest.keep(await this.view.acts?.act(action, { kind, id, rev }, { ...(clock ? { moves: { clock } } : {}), answers }));
  }
}
