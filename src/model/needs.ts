import type { Need } from './transition.js';
import type { RefusalCode } from './refusals.js';

/** The words in a value that may be anything: what is not text has none. */
export const words = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');

export const toNobody: Need = { code: 'bad-answer', met: ({ input }) => !input.to?.length };
export const toOnePerson: Need = { code: 'one-person', met: ({ input }) => input.to?.length === 1 };
export const notToMyself: Need = { code: 'to-yourself', met: ({ input, actor }) => !input.to?.includes(actor.person) };

/** What belongs to a record is made with that record. */
export const aboutNothing: Need = { code: 'bad-answer', met: ({ input }) => input.about === undefined };

/** The first answer says why. */
export const reasonGiven: Need = { code: 'reason-missing', met: ({ input }) => Boolean(words(input.answers?.[0]?.data['note'])) };

/** The author wrote something in `field`. */
export const filled = (field: string, code: RefusalCode = 'words-missing'): Need => ({
  code,
  met: ({ input }) => Boolean(words(input.data?.[field])),
});

/** `field` belongs to a later act. */
export const unset = (field: string): Need => ({ code: 'bad-answer', met: ({ input }) => input.data?.[field] === undefined });
