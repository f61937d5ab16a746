import './coping-card.js';
import './coping-deck.js';
import './help.js';
import './meeting-agenda.js';
import './peer-feedback.js';
import './responsibility-ladder.js';

// The types of the events and tags come with the registration.
export type * from '../index.js';
