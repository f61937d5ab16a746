import { uuidv7 } from 'uuidv7';
import { type Method, outcomeLimits, type Votes, votesCast } from '../../model/agenda-item.js';
import type { AnswerInput } from '../../model/transition.js';
import type { Problems } from '../shared/fields.js';

/** One row of who does what. */
export interface Row {
  readonly id: string;
  readonly text: string;
  readonly owner: string;
  readonly due: string;
}

/** What stands in the form that writes down a decision. */
export interface Decision {
  readonly text: string;
  readonly method: Method | '';
  readonly for: string;
  readonly against: string;
  readonly abstain: string;
  readonly rows: readonly Row[];
}

export const undecided: Decision = { text: '', method: '', for: '', against: '', abstain: '', rows: [] };
export const emptyRow = (): Row => ({ id: uuidv7(), text: '', owner: '', due: '' });
export const methods: readonly Method[] = ['consensus', 'majority', 'advisory', 'staff-decides'];
export const voteFields = ['for', 'against', 'abstain'] as const;

const count = (value: string): number => Math.min(outcomeLimits.votes, Math.max(0, Math.round(Number(value)) || 0));

/** The counts, where any were given. */
export function votesOf(decision: Decision): Votes | undefined {
  const given = voteFields.some((field) => decision[field] !== '');
  return given ? { for: count(decision.for), against: count(decision.against), abstain: count(decision.abstain) } : undefined;
}

const isEmpty = ({ text, owner, due }: Row): boolean => !text.trim() && !owner && !due;

type Say = (key: 'outcome-missing' | 'few-votes' | 'words-missing' | 'owner-missing') => string;

/** What is missing, by the id of its field. */
export function problemsOf(decision: Decision, say: Say): Problems {
  const votes = votesOf(decision);
  const problems: Record<string, string | undefined> = {
    text: decision.text.trim() ? undefined : say('outcome-missing'),
    for: votes && votesCast(votes) < outcomeLimits.votesLeast ? say('few-votes') : undefined,
  };
  for (const row of decision.rows.filter((one) => !isEmpty(one))) {
    problems[`text-${row.id}`] = row.text.trim() ? undefined : say('words-missing');
    problems[`owner-${row.id}`] = row.owner ? undefined : say('owner-missing');
  }
  return problems;
}

/** The outcome and the promises, as records that are made with the decision. */
export function answersOf(decision: Decision, id: string): readonly AnswerInput[] {
  const votes = votesOf(decision);
  const outcome = {
    text: decision.text.trim(),
    ...(decision.method ? { method: decision.method } : {}),
    ...(votes ? { votes } : {}),
  };
  const promises = decision.rows
    .filter((row) => !isEmpty(row))
    .map((row) => ({ id: row.id, kind: 'promise', to: [row.owner], data: { text: row.text.trim(), ...(row.due ? { due: row.due } : {}) } }));
  return [{ id, kind: 'outcome', data: outcome }, ...promises];
}
