import { codeOf } from '../../records/base/errors.js';
import type { Records } from '../../records/base/types.js';

/** Wrong PINs of one name, one after another. */
export interface Tries {
  readonly wrong: number;
  /** When the last one was typed, in ms since 1970. */
  readonly at: number;
}

const second = 1000;
/** Nobody is locked out for ever: a person who has forgotten their PIN asks staff, and one whose name somebody played with waits this long. */
export const longestPause = 300 * second;

/** ms to wait after so many wrong ones: 1, 2, 4, 8 seconds, and so on, up to five minutes. */
const pauseAfter = (wrong: number): number => (wrong > 0 ? Math.min(longestPause, second * 2 ** Math.min(wrong - 1, 20)) : 0);

/** ms until the next try. Where the clock of the device was set back, it is at most the pause. */
export function waitLeft(tries: Tries | undefined, now: number): number {
  if (!tries) return 0;
  const pause = pauseAfter(tries.wrong);
  return Math.min(pause, Math.max(0, tries.at + pause - now));
}

export const afterWrong = (tries: Tries | undefined, now: number): Tries => ({ wrong: (tries?.wrong ?? 0) + 1, at: now });

/** Where they are kept: a draft of nobody, so that they are sealed, outlive a reload, and go with everything else. They have ids, and no names. */
const place = 'pin-tries';

/** The wrong tries of this house. On a full disk they count in memory: people still come in, and are still slowed down. */
export class PinTries {
  readonly #unwritten = new Map<string, Tries | undefined>();

  async of(records: Records, person: string): Promise<Tries | undefined> {
    return this.#unwritten.has(person) ? this.#unwritten.get(person) : triesOf(await records.drafts.read(place))[person];
  }

  /** @throws MilieuError as `drafts.write`, but not `quota` */
  async set(records: Records, person: string, tries: Tries | undefined): Promise<void> {
    const others = Object.entries(triesOf(await records.drafts.read(place))).filter(([id]) => id !== person);
    try {
      await records.drafts.write(place, Object.fromEntries(tries ? [...others, [person, tries]] : others));
      this.#unwritten.delete(person);
    } catch (error) {
      if (codeOf(error) !== 'quota') throw error;
      this.#unwritten.set(person, tries);
    }
  }
}

/** What was stored, without what does not fit: anything may lie on a disk. */
export function triesOf(value: unknown): Readonly<Record<string, Tries>> {
  if (typeof value !== 'object' || value === null) return {};
  return Object.fromEntries(
    Object.entries(value as Record<string, Partial<Tries> | null>).flatMap(([person, tries]) =>
      Number.isSafeInteger(tries?.wrong) && Number.isFinite(tries?.at) ? [[person, { wrong: tries!.wrong!, at: tries!.at! }]] : [],
    ),
  );
}
