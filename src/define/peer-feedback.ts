import './shared.js';
import { MilieuFeedbackAnswer } from '../elements/peer-feedback/answer-view.js';
import { MilieuFeedbackInbox } from '../elements/peer-feedback/inbox-view.js';
import { MilieuPeerFeedback } from '../elements/peer-feedback/milieu-peer-feedback.js';
import { MilieuFeedbackOwn } from '../elements/peer-feedback/own-view.js';
import { MilieuFeedbackPerson } from '../elements/peer-feedback/person-view.js';
import { MilieuFeedbackRewrite } from '../elements/peer-feedback/rewrite-view.js';
import { MilieuFeedbackSent } from '../elements/peer-feedback/sent-view.js';
import { MilieuFeedbackWrite } from '../elements/peer-feedback/write-view.js';
import { define } from './define.js';

define('milieu-feedback-person', MilieuFeedbackPerson);
define('milieu-feedback-answer', MilieuFeedbackAnswer);
define('milieu-feedback-rewrite', MilieuFeedbackRewrite);
define('milieu-feedback-own', MilieuFeedbackOwn);
define('milieu-feedback-write', MilieuFeedbackWrite);
define('milieu-feedback-inbox', MilieuFeedbackInbox);
define('milieu-feedback-sent', MilieuFeedbackSent);
define('milieu-peer-feedback', MilieuPeerFeedback);

// The types of the events and tags come with the registration.
export type * from '../elements/community/index.js';
export type * from '../elements/peer-feedback/index.js';
