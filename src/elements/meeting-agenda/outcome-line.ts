import { html, nothing, type TemplateResult } from 'lit';
import type { Outcome } from '../../model/kinds/agenda-item/table.js';
import { shownVotes } from './running-lists.js';
import type { meetingStrings } from './all-strings.js';

type Say = (key: keyof typeof meetingStrings, values?: Readonly<Record<string, string | number>>) => string;

/** How something was decided, as text; with vote counts only if there were enough votes. */
export function howDecided(outcome: Outcome, say: Say): string | undefined {
  const votes = shownVotes(outcome);
  const method = outcome.method ? say(`meeting.method.${outcome.method}`) : undefined;
  const counts = votes ? say('meeting.votes.counts', { for: votes.for, against: votes.against, abstain: votes.abstain }) : undefined;
  return [method, counts].filter(Boolean).join('. ') || undefined;
}

/** The reason of a decision. */
export const becauseOf = (why: string, say: Say): TemplateResult => html`${say('meeting.decide.because')} <bdi>${why}</bdi>`;

/** One decision: the item, the text, and how it was decided. */
export const outcomeLine = (title: string, outcome: Outcome, say: Say): TemplateResult => {
  const how = howDecided(outcome, say);
  return html`<div>
    <dt>${title}</dt>
    <dd>${outcome.text}</dd>
    ${outcome.why ? html`<dd class="quiet">${becauseOf(outcome.why, say)}</dd>` : nothing}
    ${how ? html`<dd class="quiet small">${how}</dd>` : nothing}
  </div>`;
};

/** The promises of earlier meetings, before or while a meeting reviews them. */
export const promisedSection = (on: boolean, list: TemplateResult, say: Say): TemplateResult =>
  html`<section class="q" aria-labelledby="promised">
    <h3 id="promised" tabindex="-1">${say('meeting.run.promised')}</h3>
    <p class="quiet">${say(on ? 'meeting.run.promised-more' : 'meeting.run.promised-before')}</p>
    ${list}
  </section>`;

/** What a meeting has decided about its current item, and the promises that belong to it. */
export const decidedSection = (title: string, outcome: Outcome | undefined, promises: unknown, say: Say): TemplateResult =>
  html`<section class="q" aria-labelledby="decided">
    <h3 id="decided" tabindex="-1">${say('meeting.decide.done')}</h3>
    ${outcome ? html`<dl class="said">${outcomeLine(title, outcome, say)}</dl>` : nothing} ${promises}
  </section>`;
