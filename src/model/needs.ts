import type { Need } from './transition.js';
import type { RefusalCode } from './refusals.js';
import { hasWords } from './text.js';

export const toNobody: Need = { code: 'bad-answer', met: ({ input }) => !input.to?.length };
export const toOnePerson: Need = { code: 'one-person', met: ({ input }) => input.to?.length === 1 };
export const notToMyself: Need = { code: 'to-yourself', met: ({ input, actor }) => !input.to?.includes(actor.person) };

/** `about` must not be given: answers are created together with the record that they belong to. */
export const aboutNothing: Need = { code: 'bad-answer', met: ({ input }) => input.about === undefined };

/** The first answer must give a reason in `note`. */
export const reasonGiven: Need = { code: 'reason-missing', met: ({ input }) => hasWords(input.answers?.[0]?.data['note']) };

/** The first answer must have words in `field`. */
export const answerFilled = (field: string): Need => ({
  code: 'words-missing',
  met: ({ input }) => hasWords(input.answers?.[0]?.data[field]),
});

/** `field` must not be empty. */
export const filled = (field: string, code: RefusalCode = 'words-missing'): Need => ({
  code,
  met: ({ input }) => hasWords(input.data?.[field]),
});

/** `field` must not be set yet: a later act sets it. */
export const unset = (field: string): Need => ({ code: 'bad-answer', met: ({ input }) => input.data?.[field] === undefined });
