import type { MilieuRecord } from '../../record.js';
import { isOpened, isOver, isUnopened, isOpenView, isWaiting } from './states.js';
import type { Step, StepAsk, StepView } from './table.js';

/** Arguments for `records.act()`. */
export interface StepAct {
  readonly action: string;
  readonly target: { readonly kind: 'step-ask' | 'step-view'; readonly id: string; readonly rev: number };
}

/**
 * What follows for the views and asks of a request after it was opened, closed or taken back, one act each: an act changes one record. Views
 * are opened together, and what nobody gave falls away. Call it after the act on the request; what has failed is in the answer again next time.
 * @param records the views and asks as they are now, in any order; those of other requests are ignored
 */
export function followingActs(step: MilieuRecord<Step>, records: readonly MilieuRecord[]): readonly StepAct[] {
  const asks = records.filter(({ kind, about }) => kind === 'step-ask' && about === step.id) as MilieuRecord<StepAsk>[];
  const views = (records as readonly MilieuRecord<StepView>[]).filter(({ kind, data }) => kind === 'step-view' && data.step === step.id);
  const fallAway = isOpened(step) || isOver(step) ? asks.filter(isWaiting).map(actOn('fall-away')) : [];
  if (isOpened(step)) return [...views.filter(isUnopened).map(actOn('open')), ...fallAway];
  if (isOver(step)) return [...views.filter((view) => isUnopened(view) || isOpenView(view)).map(actOn('fall-away')), ...fallAway];
  return [];
}

const actOn =
  (action: string) =>
  ({ kind, id, rev }: MilieuRecord): StepAct => ({ action, target: { kind: kind as 'step-ask' | 'step-view', id, rev } });
