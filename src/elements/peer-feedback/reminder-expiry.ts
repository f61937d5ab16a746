import { isUnread } from '../../model/kinds/feedback/states.js';
import type { Feedback } from '../../model/kinds/feedback/table.js';
import type { Policy } from '../../model/record.js';
import type { Kept } from '../../records/base/types.js';
import type { Community } from '../community/community.js';
import type { FeedbackRecord } from './base-feedback-view.js';
import { daysSince } from '../language/format.js';

/** The feedback in the inbox. A reminder disappears after `policy.remindersFade` days, unless it is still unread. */
export const inboxOf = (community: Community, kept: readonly Kept<Feedback>[]): readonly Kept<Feedback>[] =>
  kept.filter(({ record }) => isUnread(record) || !faded(record, community.policy));

const faded = ({ at, data }: FeedbackRecord, policy: Policy): boolean => data.mode === 'remind' && daysSince(at) >= policy.remindersFade;
