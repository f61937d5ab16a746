import type { IconName } from '../shared/icons.js';
import type { FeedbackKey } from './strings.js';

type Sentences = Readonly<Record<string, FeedbackKey>>;

/** What became of it, for its author: a human sentence for every status. That it was reported is between its receiver and staff. */
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
  thanked: 'feedback.sent.thanked',
  taken: 'feedback.sent.taken',
  'talk-asked': 'feedback.sent.talk-asked',
  retracted: 'feedback.sent.retracted',
};

/** What the receiver did with it; nothing while they have done nothing. */
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

/** The mark beside the sentence. The tick stands only where it has come to its receiver; whoever answered has spoken. */
export const ringOf = (status: string): IconName => rings[status] ?? 'speech';

export const outcomeForAuthor = (status: string): FeedbackKey | undefined => forAuthor[status];
export const outcomeForReceiver = (status: string): FeedbackKey | undefined => forReceiver[status];
