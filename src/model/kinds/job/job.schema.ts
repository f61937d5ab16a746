import * as z from 'zod/mini';
import { day, list, type Shape, text, whole } from '../../field-types.schema.js';
import { type Job, type JobDay, jobLimits, type Restriction } from './table.js';

const tags = list(text(jobLimits.tag, 1), jobLimits.tags);
const weekdays = list(whole(1, 7), 7).check(z.refine((days) => new Set(days).size === days.length, 'value'));

export const jobSchema: Shape<Job> = z.strictObject({
  title: text(jobLimits.title, 1),
  area: z.optional(text(jobLimits.area)),
  steps: list(text(jobLimits.step), jobLimits.steps),
  minutes: z.optional(whole(jobLimits.minutesLeast, jobLimits.minutes)),
  safety: z.optional(text(jobLimits.safety)),
  access: z.optional(text(jobLimits.access)),
  tags: z.optional(tags),
  weekdays: z.optional(weekdays),
  first: day,
  last: z.optional(day),
  turns: z.optional(z.enum(['day', 'week'])),
});

export const jobDaySchema: Shape<JobDay> = z.strictObject({
  day,
  instead: z.optional(day),
  onwards: z.optional(z.boolean()),
  note: z.optional(text(jobLimits.note)),
});

export const restrictionSchema: Shape<Restriction> = z.strictObject({ avoid: tags });
