import { type Feedback, feedbackLimits } from '../../model/kinds/feedback/table.js';
import { hasWords, trimmed } from '../../model/text.js';

/** The modes of feedback to another person. */
export type Mode = 'affirm' | 'remind';
/** All modes, the default first. */
export const modes: readonly Mode[] = ['affirm', 'remind'];
export type Field = 'saw' | 'next' | 'strength' | 'where' | 'effect' | 'offer';
export type FeedbackWords = Readonly<Partial<Record<Field, string>>>;

/** The fields of each mode: those shown first, and those in *Say more*. */
export const questions: Readonly<Record<Mode, { readonly first: readonly Field[]; readonly more: readonly Field[] }>> = {
  affirm: { first: ['saw'], more: ['where', 'effect', 'strength'] },
  remind: { first: ['saw', 'next', 'strength'], more: ['where', 'effect', 'offer'] },
};

/** The order of the fields on a slip. */
export const slipOrder: readonly Field[] = ['where', 'saw', 'effect', 'strength', 'next', 'offer'];

/** Most characters of a field, in UTF-16 code units. */
export const maxLength = (field: Field): number => feedbackLimits[field];

export const isEmpty = (words: FeedbackWords): boolean => Object.values(words).every((text) => !hasWords(text));

/** The data to save: the filled fields of this mode, trimmed. */
export function feedbackOf(mode: Mode, words: FeedbackWords): Feedback {
  const { first, more } = questions[mode];
  const said = [...first, ...more].flatMap((field) => {
    const text = trimmed(words[field] ?? '');
    return text ? [[field, text] as const] : [];
  });
  return { saw: '', ...Object.fromEntries(said), mode };
}

/** The fields of a saved record, for editing. */
export const wordsOf = (data: Feedback): FeedbackWords =>
  Object.fromEntries(slipOrder.flatMap((field) => (data[field] ? [[field, data[field]] as const] : [])));
