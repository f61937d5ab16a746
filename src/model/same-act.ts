import { same, textOf } from './decide.js';
import type { Change } from './change.js';
import type { MilieuRecord } from './record.js';
import type { Input } from './transition.js';

/**
 * Whether a change holds exactly what this act would save: the same gesture, made twice. Ids of answers are not compared, for
 * a form may make new ones each time; what they say and to whom is.
 */
export function isActOf(change: Change, action: string, target: { readonly kind: string; readonly id: string }, input: Input): boolean {
  const [root, ...answers] = change.records;
  if (!root || root.id !== target.id || root.kind !== target.kind || change.action !== action) return false;
  return holdsInput(root, input) && holdsAnswers(answers, input.answers ?? []);
}

/** Of a new record every field must be equal: shorter words are other words. Of an older one, an act gives only some. */
function holdsInput(root: MilieuRecord, { to, about, from, data, moves = {} }: Input): boolean {
  const isNew = root.rev === 1;
  if (isNew && !(same(to ?? [], root.to) && about === root.about && from === root.from)) return false;
  const text = data && textOf({ ...root, data });
  if (text && !same(text, textOf(root))) return false;
  return (!isNew || holds(root.data, data ?? {})) && holds(root.data, moves);
}

/** The records of a change stand in the order of its kind's rules, so each kind is compared by itself. */
function holdsAnswers(answers: readonly MilieuRecord[], given: NonNullable<Input['answers']>): boolean {
  if (answers.length !== given.length) return false;
  const byKind = <A extends { readonly kind: string }>(list: readonly A[]): A[] =>
    [...list].sort((a, b) => (a.kind < b.kind ? -1 : a.kind > b.kind ? 1 : 0));
  const saved = byKind(answers);
  return byKind(given).every(({ kind, to, data }, at) => {
    const answer = saved[at];
    return answer?.kind === kind && same(data, answer.data) && (!to || same(to, answer.to));
  });
}

const holds = (all: Readonly<Record<string, unknown>>, some: Readonly<Record<string, unknown>>): boolean =>
  Object.entries(some).every(([field, value]) => value === undefined || same(value, all[field]));
