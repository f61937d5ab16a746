import { aboutNothing, notToMyself, reasonGiven } from '../../needs.js';
import { hasWords } from '../../text.js';
import type { AnswerRule, Kind, Need } from '../../transition.js';

/**
 * Something that is not right here, told to staff, and never to those of them whom it names in `to`. With `from` it asks somebody else to look
 * at that record again.
 */
export interface Concern extends Readonly<Record<string, unknown>> {
  /** Up to 2,000 characters; may be empty only if the concern is about a record (`from`). */
  readonly text: string;
}

/** The answer of a member of staff, or the reason why they close the concern. Only the two of them can read it. */
export interface ConcernReply extends Readonly<Record<string, unknown>> {
  /** 1 to 1,000 characters. */
  readonly note: string;
}

/** Limits: characters, and the most members of staff that one concern names. */
export const concernLimits = { text: 2000, note: 1000, named: 3 } as const;

const fewNamed: Need = { code: 'bad-answer', met: ({ input }) => (input.to?.length ?? 0) <= concernLimits.named };
const hasSubject: Need<Concern> = { code: 'words-missing', met: ({ input }) => hasWords(input.data?.text) || input.from !== undefined };

/** `named`, not `named-and-staff`: the staff whom the concern names must not read what is answered to it. */
const reply: readonly AnswerRule[] = [{ kind: 'concern-reply', status: 'given', min: 1, visibility: 'named', to: (root) => [root.by] }];

/** Anyone may raise a concern. It is not urgent. Nobody whom it names can read or answer it, and nobody answers their own. */
export const concern: Kind<Concern> = {
  kind: 'concern',
  v: 1,
  words: ['text'],
  forEveryone: true,
  transitions: {
    raise: { from: [], to: ['raised'], who: ['anyone'], needs: [hasSubject, fewNamed, notToMyself, aboutNothing], shows: 'staff' },
    withdraw: { from: ['raised', 'read'], to: ['withdrawn'], who: ['author'] },
    settle: { from: ['answered', 'closed'], to: ['settled'], who: ['author'] },
    read: { from: ['raised'], to: ['read'], who: ['staff'], not: ['author', 'receiver'] },
    answer: {
      from: ['raised', 'read', 'answered'],
      to: ['answered'],
      who: ['staff'],
      not: ['author', 'receiver'],
      needs: [reasonGiven],
      answers: reply,
    },
    close: { from: ['read', 'answered'], to: ['closed'], who: ['staff'], not: ['author', 'receiver'], needs: [reasonGiven], answers: reply },
  },
};
export const concernReply: Kind<ConcernReply> = { kind: 'concern-reply', v: 1, words: ['note'], transitions: {} };
