import { toNobody } from './needs.js';
import type { AnswerRule, Kind } from './transition.js';

/** `come`: please come to me · `talk`: I would like to talk · `worried`: I am worried about someone. */
export type HelpNeed = 'come' | 'talk' | 'worried';

/** Somebody asks staff for help. Only staff read it. */
export interface Help extends Readonly<Record<string, unknown>> {
  readonly need: HelpNeed;
  /** Up to 500. */
  readonly text?: string;
  /** Where they are, up to 80. */
  readonly place?: string;
}

/** What staff answer. */
export interface HelpReply extends Readonly<Record<string, unknown>> {
  /** Up to 300; may be empty. */
  readonly note: string;
}

/** Characters. */
export const helpLimits = { text: 500, place: 80, note: 300 } as const;

const reply: readonly AnswerRule[] = [{ kind: 'help-reply', status: 'given', visibility: 'named-and-staff', to: (root) => [root.by] }];

/** Anyone may ask, and needs no word for it. Once somebody has seen it, only staff close it: a request that was called off in fear still stands. */
export const help: Kind<Help> = {
  kind: 'help',
  v: 1,
  words: ['text', 'place'],
  forEveryone: true,
  urgent: true,
  transitions: {
    ask: { from: [], to: ['asked'], who: ['anyone'], needs: [toNobody], shows: 'staff' },
    cancel: { from: ['asked'], to: ['cancelled'], who: ['author'] },
    see: { from: ['asked'], to: ['seen'], who: ['staff'], not: ['author'], answers: reply },
    close: { from: ['seen', 'asked'], to: ['closed'], who: ['staff'], answers: reply },
  },
};
export const helpReply: Kind<HelpReply> = { kind: 'help-reply', v: 1, words: ['note'], transitions: {} };
