import { toNobody } from '../../needs.js';
import type { Kind } from '../../transition.js';

export type Helped = 'helped' | 'a-bit' | 'not-now';

/** One time a person used a coping card. Only the author can read it. */
export interface Practice extends Readonly<Record<string, unknown>> {
  /** Id of the card, up to 64 characters. */
  readonly card: string;
  /** Title of the card at that time, up to 60 characters. */
  readonly title: string;
  /** Duration in whole seconds, 0 to 14,400. */
  readonly seconds: number;
  /** How strong the feeling was before and after, whole numbers from 0 to 10; missing if the person did not say. */
  readonly before?: number;
  readonly after?: number;
  readonly helped?: Helped;
  /** Up to 280 characters. */
  readonly note?: string;
}

/** Limits in characters, seconds and points. Source: the project's field study of coping cards. A practice that stays open ends at 4 hours. */
export const practiceLimits = { title: 60, note: 280, seconds: 14_400, rating: 10 } as const;

/** A practice is always private, so anyone may record one, also family and guests. */
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
