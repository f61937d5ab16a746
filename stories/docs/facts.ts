import type { TemplateResult } from 'lit';
import type { Change } from '../../src/model/change.js';
import { copingCard } from './coping-card.js';
import { copingDeck } from './coping-deck.js';
import { help } from './help.js';
import { meetingAgenda } from './meeting-agenda.js';
import { peerFeedback } from './peer-feedback.js';
import { today } from './today.js';
import { responsibilityLadder } from './responsibility-ladder.js';

/** One part of a widget, found on the live one. */
export interface Part {
  readonly name: string;
  readonly what: string;
  /** Selectors from shadow root to shadow root, the first within the widget. */
  readonly at: readonly string[];
}

export interface Key {
  readonly key: string;
  readonly where: string;
  readonly does: string;
}

/** One field of a record, with its limit as the model has it. */
export interface Field {
  readonly what: string;
  readonly limit: string;
  readonly optional: boolean;
}

export interface Kept {
  readonly kind: string;
  readonly what: string;
  readonly fields: Readonly<Record<string, Field>>;
}

/** What a docs page says about a widget besides its stories and its manifest. */
export interface Facts {
  /** One or two sentences for somebody who has never seen it. */
  readonly lead: string;
  /** The widget whose parts are named. */
  readonly show: () => TemplateResult;
  readonly parts: readonly Part[];
  readonly keys: readonly Key[];
  readonly kept: readonly Kept[];
  /** One change, as it is sent. */
  readonly example: () => Change;
}

export const all: Readonly<Record<string, Facts>> = {
  'milieu-today': today,
  'milieu-help': help,
  'milieu-peer-feedback': peerFeedback,
  'milieu-responsibility-ladder': responsibilityLadder,
  'milieu-coping-card': copingCard,
  'milieu-coping-deck': copingDeck,
  'milieu-meeting-agenda': meetingAgenda,
};

export const factsOf = (tag: string): Facts | undefined => all[tag];
