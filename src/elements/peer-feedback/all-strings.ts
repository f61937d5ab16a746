import { staffFeedbackStrings } from './staff.strings.js';
import { feedbackStrings } from './strings.js';

/** The English strings of everybody and of staff. */
export const allFeedbackStrings: typeof feedbackStrings & typeof staffFeedbackStrings = { ...feedbackStrings, ...staffFeedbackStrings };
export type FeedbackKey = keyof typeof allFeedbackStrings;
