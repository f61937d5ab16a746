/**
 * Registers the public tags and the views inside them. There is one file per widget; this one registers all.
 *
 * Imports: elements.
 * Rule: Only the files in this folder have side effects.
 */
import './coping-card.js';
import './coping-deck.js';
import './help.js';
import './meeting-agenda.js';
import './peer-feedback.js';
import './responsibility-ladder.js';
import './today.js';

// Importing a registration also brings the types of its events and tags.
export type * from './coping-card.js';
export type * from './coping-deck.js';
export type * from './help.js';
export type * from './meeting-agenda.js';
export type * from './peer-feedback.js';
export type * from './responsibility-ladder.js';
export type * from './today.js';
