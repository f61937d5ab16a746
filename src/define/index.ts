import './coping-card.js';
import './coping-deck.js';
import './help.js';
import './meeting-agenda.js';
import './peer-feedback.js';
import './responsibility-ladder.js';

// The types of the events and tags come with the registration.
export type * from './coping-card.js';
export type * from './coping-deck.js';
export type * from './help.js';
export type * from './meeting-agenda.js';
export type * from './peer-feedback.js';
export type * from './responsibility-ladder.js';
