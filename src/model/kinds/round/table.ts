import { hasBegun } from '../meeting/states.js';
import { toNobody } from '../../needs.js';
import { hasWords } from '../../text.js';
import type { Kind, Need } from '../../transition.js';

/**
 * What a person said of themselves in the round of a meeting, kept for themselves. What is said in a round is shared aloud and stored nowhere;
 * this is there only because its author pressed *Keep for me*. `about` is the meeting.
 */
export interface RoundEntry extends Readonly<Record<string, unknown>> {
  /** A word for how they are, up to 30 characters. */
  readonly feeling?: string;
  /** What they want to do, up to 120 characters. */
  readonly goal?: string;
  /** Who or what could help, up to 60 characters. */
  readonly help?: string;
}

/** Limits in characters. Source: the project's field study of community meetings. */
export const roundLimits = { feeling: 30, goal: 120, help: 60 } as const;
export const roundFields = ['feeling', 'goal', 'help'] as const;

const saysSomething: Need<RoundEntry> = { code: 'words-missing', met: ({ input }) => roundFields.some((field) => hasWords(input.data?.[field])) };
const ofAMeeting: Need<RoundEntry> = { code: 'no-meeting', met: ({ input, others }) => hasBegun(others.get(input.about ?? '')) };

export const roundEntry: Kind<RoundEntry> = {
  kind: 'round-entry',
  v: 1,
  words: roundFields,
  leansOn: (_, input) => [input.about].filter((id) => typeof id === 'string'),
  transitions: {
    keep: { from: [], to: ['kept'], who: ['member'], needs: [toNobody, ofAMeeting, saysSomething], shows: 'self' },
    remove: { from: ['kept'], to: ['removed'], who: ['author'] },
  },
};
