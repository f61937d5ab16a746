import type { Data } from '../../../src/model/record.js';
import { feedbackLimits } from '../../../src/model/kinds/feedback/table.js';
import type { RandomData } from '../random-walk.js';
import { pickOf, someWords } from '../dice.js';

/** The data of one record of each kind, with every field filled. */
export const samples: Record<string, Data> = {
  feedback: {
    mode: 'remind',
    saw: 'The pans were left',
    where: 'Kitchen',
    effect: 'I washed them',
    strength: 'You cook well',
    next: 'Wash at once',
    offer: 'I can dry',
    inPerson: false,
  },
  'feedback-review': { note: 'Say what you saw' },
  'feedback-reply': { note: 'Thank you', reasons: ['safety', 'other'] },
  'feedback-reading': { note: 'After lunch' },
  'feedback-talk': { startsAt: '2026-03-02T16:00:00.000Z', place: 'Garden room', who: 'Sol' },
};

/** The most characters of each text field. */
export const limits: Record<string, Record<string, number>> = {
  feedback: {
    saw: feedbackLimits.saw,
    where: feedbackLimits.where,
    effect: feedbackLimits.effect,
    strength: feedbackLimits.strength,
    next: feedbackLimits.next,
    offer: feedbackLimits.offer,
  },
  'feedback-review': { note: feedbackLimits.note },
  'feedback-reply': { note: feedbackLimits.note },
  'feedback-reading': { note: feedbackLimits.note },
  'feedback-talk': { place: feedbackLimits.place, who: feedbackLimits.who },
};

/** Random data for an act that writes: mostly valid. */
export const inputs: Record<string, RandomData> = {
  feedback: ({ dice }, root) => ({
    mode: root && dice(5) ? root.data['mode'] : pickOf(dice, ['affirm', 'remind', 'remind', 'remind', 'self']),
    saw: dice(4) ? 'You left the pans for later' : someWords(dice),
    next: dice(4) ? 'Wash them at once' : someWords(dice),
    strength: dice(4) ? 'You know how' : someWords(dice),
    ...(dice(6) ? {} : { inPerson: true }),
  }),
};

/** The kind of the answer that an action may have. */
export const answers: Record<string, Record<string, string>> = {
  feedback: {
    ...{
      release: 'feedback-review',
      return: 'feedback-review',
      withhold: 'feedback-review',
      retract: 'feedback-review',
      'let-stand': 'feedback-review',
    },
    ...{
      thank: 'feedback-reply',
      'take-care': 'feedback-reply',
      differ: 'feedback-reply',
      report: 'feedback-reply',
      'with-staff': 'feedback-reading',
    },
  },
  'feedback-reply': { arrange: 'feedback-talk' },
};
