import { html, nothing, type TemplateResult } from 'lit';
import type { Outcome } from '../../model/agenda-item.js';
import { shownVotes } from './meetings.js';
import type { meetingStrings } from './strings.js';

type Say = (key: keyof typeof meetingStrings, values?: Readonly<Record<string, string | number>>) => string;

/** How something was decided, in words; with counts only where there were enough. */
export function howDecided(outcome: Outcome, say: Say): string | undefined {
  const votes = shownVotes(outcome);
  const method = outcome.method ? say(`meeting.method.${outcome.method}`) : undefined;
  const counts = votes ? say('meeting.votes.counts', { for: votes.for, against: votes.against, abstain: votes.abstain }) : undefined;
  return [method, counts].filter(Boolean).join('. ') || undefined;
}

/** One decision: about what, in which words, and how. */
export const drawOutcome = (title: string, outcome: Outcome, say: Say): TemplateResult => {
  const how = howDecided(outcome, say);
  return html`<div>
    <dt>${title}</dt>
    <dd>${outcome.text}</dd>
    ${how ? html`<dd class="quiet small">${how}</dd>` : nothing}
  </div>`;
};
