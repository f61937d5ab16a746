import { MilieuFeedbackOwn } from './sent-feedback.js';
import { MilieuFeedbackRewrite } from './rewrite-form.js';
import { MilieuFeedbackSent } from './sent-list.js';

/** The page of what a person sent: the form for other words, an opened slip and the list, each before the one that contains it. */
export const tags: Readonly<Record<string, CustomElementConstructor>> = {
  'milieu-feedback-rewrite': MilieuFeedbackRewrite,
  'milieu-feedback-own': MilieuFeedbackOwn,
  'milieu-feedback-sent': MilieuFeedbackSent,
};
