import './shared.js';
import { MilieuFeedbackInbox } from '../elements/peer-feedback/inbox-list.js';
import { MilieuPeerFeedback } from '../elements/peer-feedback/milieu-peer-feedback.js';
import { MilieuFeedbackTalkLine } from '../elements/peer-feedback/talk-line.js';
import { MilieuFeedbackWrite } from '../elements/peer-feedback/write-form.js';
import { MilieuPersonPicker } from '../elements/parts/person-picker.js';
import { define } from './define.js';

define('milieu-person-picker', MilieuPersonPicker);
define('milieu-feedback-talk-line', MilieuFeedbackTalkLine);
define('milieu-feedback-write', MilieuFeedbackWrite);
define('milieu-feedback-inbox', MilieuFeedbackInbox);
define('milieu-peer-feedback', MilieuPeerFeedback);

// Importing a registration also brings the types of its events and tags.
export type * from '../elements/community/index.js';
export type * from '../elements/peer-feedback/index.js';
