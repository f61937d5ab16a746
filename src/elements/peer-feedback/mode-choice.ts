import { html, nothing, type TemplateResult } from 'lit';
import type { Say } from './base-feedback-view.js';
import type { Mode } from './feedback-questions.js';

/** The choice between an affirmation (the default) and a reminder; nothing if the host has only one of them. */
export const modeChoice = (
  mode: Mode,
  modes: readonly Mode[],
  held: boolean,
  say: Say,
  choose: (mode: Mode) => void,
): TemplateResult | typeof nothing => {
  if (modes.every((one) => one === mode)) return nothing;
  const choice = (value: Mode, more: string): TemplateResult => html`
    <label class="choice">
      <input type="radio" name="mode" value=${value} .checked=${mode === value} @change=${(): void => choose(value)} />
      <span><b>${say(`feedback.mode.${value}`)}</b><span class="quiet">${more}</span></span>
    </label>
  `;
  return html`<fieldset class="q">
    <legend>${say('feedback.mode')}</legend>
    <div class="choices two">
      ${choice('affirm', say('feedback.mode.affirm-more'))}
      ${choice('remind', say(held ? 'feedback.mode.remind-held' : 'feedback.mode.remind-direct'))}
    </div>
  </fieldset>`;
};
