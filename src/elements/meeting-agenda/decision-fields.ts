import { uuidv7 } from 'uuidv7';
import { type Method, outcomeLimits, type Votes, votesCast } from '../../model/kinds/agenda-item/table.js';
import type { AnswerInput } from '../../model/transition.js';
import { hasWords, trimmed } from '../../model/text.js';
import type { Problems } from '../controllers/form.js';
import { dayProblem } from '../parts/date-field.js';

/** One promise in the form. */
export interface PromiseRow {
  readonly id: string;
  readonly text: string;
  readonly owner: string;
  readonly due: string;
}

/** The fields of the decision form, as typed. */
export interface DecisionFields {
  readonly text: string;
  readonly method: Method | '';
  readonly for: string;
  readonly against: string;
  readonly abstain: string;
  readonly why: string;
  readonly rows: readonly PromiseRow[];
}

export const emptyDecision: DecisionFields = { text: '', method: '', for: '', against: '', abstain: '', why: '', rows: [] };
export const emptyPromiseRow = (): PromiseRow => ({ id: uuidv7(), text: '', owner: '', due: '' });
export const methods: readonly Method[] = ['consensus', 'majority', 'advisory', 'staff-decides'];
export const voteFields = ['for', 'against', 'abstain'] as const;

const count = (value: string): number => Math.min(outcomeLimits.votes, Math.max(0, Math.round(Number(value)) || 0));

/** The vote counts, if any was entered. */
export function votesOf(decision: DecisionFields): Votes | undefined {
  const given = voteFields.some((field) => decision[field] !== '');
  return given ? { for: count(decision.for), against: count(decision.against), abstain: count(decision.abstain) } : undefined;
}

const isEmpty = ({ text, owner, due }: PromiseRow): boolean => !hasWords(text) && !owner && !due;

type Say = (key: 'outcome-missing' | 'reason-missing' | 'few-votes' | 'words-missing' | 'owner-missing' | 'date.far') => string;

/** The missing fields, by the id of the field. */
export function problemsOf(decision: DecisionFields, say: Say): Problems {
  const votes = votesOf(decision);
  const problems: Record<string, string | undefined> = {
    text: hasWords(decision.text) ? undefined : say('outcome-missing'),
    for: votes && votesCast(votes) < outcomeLimits.votesLeast ? say('few-votes') : undefined,
    why: decision.method === 'staff-decides' && !hasWords(decision.why) ? say('reason-missing') : undefined,
  };
  for (const row of decision.rows.filter((one) => !isEmpty(one))) {
    problems[`text-${row.id}`] = hasWords(row.text) ? undefined : say('words-missing');
    problems[`owner-${row.id}`] = row.owner ? undefined : say('owner-missing');
    problems[`due-${row.id}`] = row.due && dayProblem(row.due) ? say('date.far') : undefined;
  }
  return problems;
}

/** The outcome and the promises, as answers of the act that decides the item. */
export function answersOf(decision: DecisionFields, id: string): readonly AnswerInput[] {
  const votes = votesOf(decision);
  const outcome = {
    text: trimmed(decision.text),
    ...(decision.method ? { method: decision.method } : {}),
    ...(votes ? { votes } : {}),
    ...(hasWords(decision.why) ? { why: trimmed(decision.why) } : {}),
  };
  const promises = decision.rows
    .filter((row) => !isEmpty(row))
    .map((row) => ({ id: row.id, kind: 'promise', to: [row.owner], data: { text: trimmed(row.text), ...(row.due ? { due: row.due } : {}) } }));
  return [{ id, kind: 'outcome', data: outcome }, ...promises];
}
