import { nothing, type TemplateResult } from 'lit';
import type { Duty } from '../../model/ladder.js';
import { icon, type IconName } from '../shared/icons.js';
import type { LadderKey } from './strings.js';

const words: Readonly<Record<string, LadderKey>> = {
  offered: 'duty.is.offered',
  accepted: 'duty.is.accepted',
  'help-asked': 'duty.is.help-asked',
  'swap-asked': 'duty.is.swap-asked',
  declined: 'duty.is.declined',
  done: 'duty.is.done',
};

/** Whether a duty of this status is still spoken of; closed ones are not. */
export const isSaid = (status: string): boolean => Object.hasOwn(words, status);

/** The words for where a duty stands. */
export const standing = (status: string): LadderKey => words[status] ?? 'duty.is.offered';

const marks: Readonly<Record<string, IconName>> = { done: 'check', 'help-asked': 'buoy', 'swap-asked': 'speech' };

/** A small mark beside those words, where they matter to somebody else too. */
export const standingIcon = (status: string): TemplateResult | typeof nothing => {
  const mark = marks[status];
  return mark ? icon(mark) : nothing;
};

/** How a day and a time of a duty are said. */
export interface DutyWords {
  /** Day, `2026-11-21`. */
  by(day: string): string;
  minutes(minutes: number): string;
}

/** Where, by when and how long, in one line; empty where nothing of it is known. */
export function factsOf({ area, due, minutes }: Duty, words: DutyWords): string {
  const facts = [area ?? '', due ? words.by(due) : '', minutes ? words.minutes(minutes) : ''].filter(Boolean);
  return facts.length > 0 ? `${facts.join('. ')}.` : '';
}

/** What a person reads of a duty; two that share it can be told apart only by when they were given out. */
export const likenessOf = ({ title, area = '', due = '' }: Duty): string => JSON.stringify([title, area, due]);
