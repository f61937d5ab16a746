import * as z from 'zod/mini';
import { day, list, opaqueId, recordId, type Shape, text } from '../../field-types.schema.js';
import { type Step, type StepAsk, type StepDecision, type StepExample, stepLimits as most, type StepLines, type StepView } from './table.js';

const exampleSchema: Shape<StepExample> = z.strictObject({ line: text(most.line, 1), words: text(most.words, 1) });

export const stepSchema: Shape<Step> = z.strictObject({
  circle: z.optional(opaqueId),
  title: text(most.title, 1),
  examples: list(exampleSchema, most.examples),
});
export const stepAskSchema: Shape<StepAsk> = z.strictObject({ title: text(most.title, 1) });
export const stepViewSchema: Shape<StepView> = z.strictObject({ step: recordId, saw: text(most.saw, 1) });
export const stepDecisionSchema: Shape<StepDecision> = z.strictObject({
  outcome: z.enum(['yes', 'with-support', 'not-yet']),
  note: text(most.note, 1),
  support: z.optional(text(most.support)),
  next: z.optional(text(most.next)),
  on: z.optional(day),
});
export const stepLinesSchema: Shape<StepLines> = z.strictObject({ lines: list(text(most.line, 1), most.lines) });
