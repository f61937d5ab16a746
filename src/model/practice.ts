import { toNobody } from './needs.js';
import type { Kind } from './transition.js';

export type Helped = 'helped' | 'a-bit' | 'not-now';

/** One time somebody practised a coping card. Nobody but the author reads it. */
export interface Practice extends Readonly<Record<string, unknown>> {
  /** Id of the card, up to 64. */
  readonly card: string;
  /** Title of the card as it read then, up to 60. */
  readonly title: string;
  /** How long it took, whole seconds, 0 to 14,400. */
  readonly seconds: number;
  /** How strong it was before and after, 0 to 10, whole; absent where the person did not say. */
  readonly before?: number;
  readonly after?: number;
  readonly helped?: Helped;
  /** Up to 280. */
  readonly note?: string;
}

/** Characters, seconds and points. Source: the project's field study of coping cards; a practice left open ends at four hours. */
export const practiceLimits = { title: 60, note: 280, seconds: 14_400, rating: 10 } as const;

/** Private from the first to the last, so anyone may keep one, family and guests too. */
export const practice: Kind<Practice> = {
  kind: 'practice',
  v: 1,
  words: ['title', 'note'],
  forEveryone: true,
  transitions: {
    keep: { from: [], to: ['kept'], who: ['anyone'], needs: [toNobody], shows: 'self' },
    rewrite: { from: ['kept'], to: ['kept'], who: ['author'], edits: true },
    remove: { from: ['kept'], to: ['removed'], who: ['author'] },
  },
};
