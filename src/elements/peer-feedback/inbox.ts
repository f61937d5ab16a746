import type { Feedback } from '../../model/feedback.js';
import { mayRead } from '../../model/may-read.js';
import type { Policy } from '../../model/record.js';
import type { Kept } from '../../records/types.js';
import type { Community } from '../community/community.js';
import type { FeedbackRecord } from './feedback-view.js';
import { daysSince } from './when.js';

/** Whether it is still unanswered and was not left for later. */
export const isNew = (community: Community, record: FeedbackRecord): boolean => community.can('put-by', record);

/** What has come for the person, and nothing that they may not read yet. A reminder leaves by the community's date, unless it is still new. */
export const inboxOf = (community: Community, kept: readonly Kept<Feedback>[]): readonly Kept<Feedback>[] =>
  kept.filter(({ record }) => mayRead(record, community.actor) && (isNew(community, record) || !faded(record, community.policy)));

const faded = ({ at, data }: FeedbackRecord, policy: Policy): boolean => data.mode === 'remind' && daysSince(at) >= policy.remindersFade;
