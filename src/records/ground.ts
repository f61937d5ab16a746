import type { Actor, Policy } from '../model/record.js';
import { Boxes, whoOf } from './sealing/boxes.js';
import type { Clock } from './clock.js';
import type { Held } from './sealing/keys.js';
import type { Shelf } from './disk/shelf.js';

/** An opened root, and the person as the rows name them. */
export interface Session extends Held {
  readonly boxes: Boxes;
  /** Blind tag of the person who acts. */
  readonly who: string;
}

/** What every part of the store stands on. */
export interface Ground {
  readonly shelf: Shelf;
  readonly clock: Clock;
  /** Random id of this tab. */
  readonly tab: string;
  readonly actor: Actor;
  readonly community: string;
  readonly policy: Partial<Policy>;
  /** Several people's records lie here: what one may not read any more, another still may. */
  readonly shared: boolean;
  /** @throws MilieuError `locked`, `closed`, or why it could not be opened */
  session(): Session;
  /** Records or drafts were written: tells this tab and the others. */
  wrote(ids: readonly string[]): void;
}

export async function openSession(held: Held, person: string): Promise<Session> {
  return { ...held, boxes: new Boxes(held.vault), who: await whoOf(held.vault, person) };
}
