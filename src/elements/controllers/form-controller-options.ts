import type { Change } from '../../model/change.js';
import type { ActInput, Target } from '../../records/base/types.js';

/** The problems of a form: a sentence by field id. */
export type Problems = Readonly<Record<string, string | undefined>>;

/** Id and idempotency key of what a form is about to save. The draft keeps them, so that a form sent again after a crash makes one record. */
export interface Gesture {
  readonly id: string;
  readonly key: string;
}

/** The act that a filled form saves. */
export interface FormAct extends Target, Omit<ActInput, 'key' | 'draft' | 'at' | 'carried'> {
  readonly action: string;
}

/** What was saved, for the screen that says so. */
export interface Done<V, W extends string = 'send'> {
  readonly way: W;
  /** Id of the gesture: that of the new root, or of the answer that contains the text. */
  readonly id: string;
  /** What was in the form. */
  readonly value: V;
  /** Whether the form contains text again: text that was not sent, or the draft of another form. */
  readonly wordsLeft: boolean;
}

export interface FormOptions<V extends object, W extends string = 'send'> {
  /** Name of the draft; undefined while the form does not know yet which record it is about. */
  readonly name: () => string | undefined;
  /** The form before anything is typed. */
  readonly empty: () => V;
  /** Whether the form contains nothing to keep. Default: whether nothing was changed. */
  readonly isEmpty?: (value: V) => boolean;
  /** What is missing or not valid: sentences by field id, in the order of the form. */
  readonly problems?: (value: V, way: W) => Problems;
  /** The act; undefined if there is nothing to act on. Called again with a new gesture if the first one was already used. */
  readonly toAct: (value: V, gesture: Gesture, way: W) => FormAct | undefined;
  /** The form's value after it was sent, for text that was not sent and must stay. Default: `empty()`. */
  readonly left?: (value: V, way: W) => V;
  /** Called after a draft was restored, with its value merged into `empty()`. Open the part of the view that shows it. */
  readonly restored?: (value: V) => void;
  /** Called just before the act is saved. */
  readonly saving?: (way: W) => void;
  /** Called after the act was saved, for example to dispatch an event or to close. Returns the id that takes the focus. Default: `done`. */
  readonly saved?: (done: Done<V, W>, change: Change) => string | undefined | void;
}
