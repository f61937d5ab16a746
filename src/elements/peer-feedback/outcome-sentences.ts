import type { IconName } from '../parts/icons.js';
import type { FeedbackKey } from './all-strings.js';

type Sentences = Readonly<Record<string, FeedbackKey>>;

/** The sentence for the author, by status. The author does not learn that the receiver reported it to staff. */
const forAuthor: Sentences = {
  delivered: 'feedback.sent.delivered',
  'put-by': 'feedback.sent.delivered',
  reported: 'feedback.sent.delivered',
  stands: 'feedback.sent.delivered',
  held: 'feedback.sent.held',
  returned: 'feedback.sent.returned',
  withheld: 'feedback.sent.withheld',
  withdrawn: 'feedback.sent.withdrawn',
  kept: 'feedback.sent.kept',
  said: 'feedback.sent.said',
  thanked: 'feedback.sent.thanked',
  taken: 'feedback.sent.taken',
  'talk-asked': 'feedback.sent.talk-asked',
  retracted: 'feedback.sent.retracted',
};

/** The sentence for the receiver, by status; none before they have answered. */
const forReceiver: Sentences = {
  'put-by': 'feedback.inbox.put-by',
  thanked: 'feedback.inbox.thanked',
  taken: 'feedback.inbox.taken',
  'talk-asked': 'feedback.inbox.talk-asked',
  reported: 'feedback.inbox.reported',
  stands: 'feedback.inbox.stands',
};

const rings: Readonly<Record<string, IconName>> = {
  held: 'clock',
  delivered: 'sent',
  'put-by': 'sent',
  reported: 'sent',
  stands: 'sent',
  withdrawn: 'slip',
};

/** The icon next to the sentence: a tick after delivery, a speech bubble after an answer. */
export const ringOf = (status: string): IconName => rings[status] ?? 'speech';

export const outcomeForAuthor = (status: string): FeedbackKey | undefined => forAuthor[status];
export const outcomeForReceiver = (status: string): FeedbackKey | undefined => forReceiver[status];
