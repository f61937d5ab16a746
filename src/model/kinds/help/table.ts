import { toNobody } from '../../needs.js';
import type { AnswerRule, Kind } from '../../transition.js';

/** `come`: please come to me · `talk`: I would like to talk · `worried`: I am worried about someone. */
export type HelpNeed = 'come' | 'talk' | 'worried';

/** A person asks staff for help. Only the author and staff can read it. */
export interface Help extends Readonly<Record<string, unknown>> {
  readonly need: HelpNeed;
  /** Up to 500 characters. */
  readonly text?: string;
  /** Where the person is, up to 80 characters. */
  readonly place?: string;
}

/** The answer of staff. A later one counts more: somebody who has seen a call may say that they come. */
export interface HelpReply extends Readonly<Record<string, unknown>> {
  /** Up to 300 characters; may be empty. */
  readonly note: string;
  /** They are on their way. */
  readonly coming?: boolean;
}

/** Limits in characters. */
export const helpLimits = { text: 500, place: 80, note: 300 } as const;

const reply: readonly AnswerRule[] = [{ kind: 'help-reply', status: 'given', visibility: 'named-and-staff', to: (root) => [root.by] }];

/**
 * Anyone may ask, without writing anything. After staff have seen a request, only staff can close it: a person may take it back out of fear.
 */
export const help: Kind<Help> = {
  kind: 'help',
  v: 1,
  words: ['text', 'place'],
  forEveryone: true,
  urgent: true,
  transitions: {
    ask: { from: [], to: ['asked'], who: ['anyone'], needs: [toNobody], shows: 'staff' },
    cancel: { from: ['asked'], to: ['cancelled'], who: ['author'] },
    see: { from: ['asked', 'seen'], to: ['seen'], who: ['staff'], not: ['author'], answers: reply },
    close: { from: ['seen', 'asked'], to: ['closed'], who: ['staff'], answers: reply },
  },
};
export const helpReply: Kind<HelpReply> = { kind: 'help-reply', v: 1, words: ['note'], transitions: {} };
