import { html, nothing, type TemplateResult } from 'lit';
import type { Outcome } from '../../model/kinds/agenda-item/table.js';
import { shownVotes } from './meeting-lists.js';
import type { meetingStrings } from './strings.js';

type Say = (key: keyof typeof meetingStrings, values?: Readonly<Record<string, string | number>>) => string;

/** How something was decided, as text; with vote counts only if there were enough votes. */
export function howDecided(outcome: Outcome, say: Say): string | undefined {
  const votes = shownVotes(outcome);
  const method = outcome.method ? say(`meeting.method.${outcome.method}`) : undefined;
  const counts = votes ? say('meeting.votes.counts', { for: votes.for, against: votes.against, abstain: votes.abstain }) : undefined;
  return [method, counts].filter(Boolean).join('. ') || undefined;
}

/** One decision: the item, the text, and how it was decided. */
export const outcomeLine = (title: string, outcome: Outcome, say: Say): TemplateResult => {
  const how = howDecided(outcome, say);
  return html`<div>
    <dt>${title}</dt>
    <dd>${outcome.text}</dd>
    ${how ? html`<dd class="quiet small">${how}</dd>` : nothing}
  </div>`;
};
