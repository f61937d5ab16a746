import { uuidv7 } from 'uuidv7';
import type { Gesture } from './form-controller-options.js';

/** A draft as it is stored. */
export interface Draft<V> extends Gesture {
  readonly value: V;
  /** Drafts with the same name that other forms have written, newest first. They are kept until the person sends or clears them. */
  readonly others?: readonly Draft<V>[];
}

export const newGesture = (): Gesture => ({ id: uuidv7(), key: uuidv7() });

/** The draft to store: the form's text and the other drafts. If the form is empty, the first of the others; undefined if there is none. */
export function documentOf<V>(gesture: Gesture, value: V | undefined, others: readonly Draft<V>[]): Draft<V> | undefined {
  if (value !== undefined) return { ...gesture, value, ...(others.length > 0 ? { others } : {}) };
  const [next, ...rest] = others;
  return next && { ...next, ...(rest.length > 0 ? { others: rest } : {}) };
}

/** The drafts without duplicates and without the form's own. */
export function withOthers<V>({ key: own }: Gesture, drafts: readonly Draft<V>[]): readonly Draft<V>[] {
  const known = new Set([own]);
  return drafts.filter(({ key }) => !known.has(key) && known.add(key));
}

/** The draft of a form that was removed, merged with the stored draft `kept`, which moves to its `others`. */
export function mergedDraft<V>(draft: Draft<V> | undefined, kept: Draft<V> | undefined): Draft<V> | undefined {
  if (!kept || !draft) return draft ?? kept;
  const { others = [], ...first } = kept;
  const { id, key, value } = draft;
  return documentOf({ id, key }, value, withOthers(draft, [...(draft.others ?? []), first, ...others]));
}
