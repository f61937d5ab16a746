import { type Feedback, feedbackLimits } from '../../model/feedback.js';

/** What can be written to somebody else here. */
export type Mode = 'affirm' | 'remind';
export type Field = 'saw' | 'next' | 'strength' | 'where' | 'effect' | 'offer';
export type Words = Readonly<Partial<Record<Field, string>>>;

/** Which questions a mode asks at once, and which stand behind *Say more*. */
export const questions: Readonly<Record<Mode, { readonly first: readonly Field[]; readonly more: readonly Field[] }>> = {
  affirm: { first: ['saw'], more: ['where', 'effect', 'strength'] },
  remind: { first: ['saw', 'next', 'strength'], more: ['where', 'effect', 'offer'] },
};

/** In the order a slip shows them. */
export const slipOrder: readonly Field[] = ['where', 'saw', 'effect', 'strength', 'next', 'offer'];

/** Characters that fit in a field. */
export const roomOf = (field: Field): number => feedbackLimits[field];

export const isEmpty = (words: Words): boolean => Object.values(words).every((text) => text.trim() === '');

/** What is saved: the questions of this mode that were answered, without white space around them. */
export function feedbackOf(mode: Mode, words: Words): Feedback {
  const { first, more } = questions[mode];
  const said = [...first, ...more].flatMap((field) => {
    const text = words[field]?.trim();
    return text ? [[field, text] as const] : [];
  });
  return { saw: '', ...Object.fromEntries(said), mode };
}

/** The words of a saved one, to be written anew. */
export const wordsOf = (data: Feedback): Words =>
  Object.fromEntries(slipOrder.flatMap((field) => (data[field] ? [[field, data[field]] as const] : [])));
