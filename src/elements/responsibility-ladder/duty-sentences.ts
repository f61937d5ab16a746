import { nothing, type TemplateResult } from 'lit';
import type { Duty } from '../../model/kinds/ladder/table.js';
import { icon, type IconName } from '../parts/icons.js';
import { isolated } from '../language/isolate.js';
import type { LadderKey } from './strings.js';
import { toJson } from '../../model/json.js';

const words: Readonly<Record<string, LadderKey>> = {
  offered: 'duty.is.offered',
  accepted: 'duty.is.accepted',
  'help-asked': 'duty.is.help-asked',
  'swap-asked': 'duty.is.swap-asked',
  declined: 'duty.is.declined',
  done: 'duty.is.done',
};

/** Whether there is a sentence for this status. Closed duties have none. */
export const hasSentence = (status: string): boolean => Object.hasOwn(words, status);

/** The string key for the status of a duty. */
export const dutyStatusKey = (status: string): LadderKey => words[status] ?? 'duty.is.offered';

const marks: Readonly<Record<string, IconName>> = { done: 'check', 'help-asked': 'buoy', 'swap-asked': 'speech' };

/** The icon next to that sentence, if the status also concerns staff or others. */
export const dutyStatusIcon = (status: string): TemplateResult | typeof nothing => {
  const mark = marks[status];
  return mark ? icon(mark) : nothing;
};

/** How the due day and duration of a duty are written. */
export interface DateWords {
  /** @param day calendar day, `2026-11-21` */
  by(day: string): string;
  minutes(minutes: number): string;
}

/** Where, by when and how long, in one line; empty if none of it is known. */
export function factsOf({ area, due, minutes }: Duty, words: DateWords): string {
  const facts = [area ? isolated(area) : '', due ? words.by(due) : '', minutes ? words.minutes(minutes) : ''].filter(Boolean);
  return facts.length > 0 ? `${facts.join('. ')}.` : '';
}

/** A key of the visible fields of a duty. Duties with the same key can be told apart only by when they were offered. */
export const likenessOf = ({ title, area = '', due = '' }: Duty): string => toJson([title, area, due]);
