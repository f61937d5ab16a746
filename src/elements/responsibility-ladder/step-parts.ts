import { html, nothing, type TemplateResult } from 'lit';
import { followingActs } from '../../model/kinds/step/open-views.js';
import type { Step, StepDecision, StepView } from '../../model/kinds/step/table.js';
import type { MilieuRecord } from '../../model/record.js';
import type { SaveProgress } from '../controllers/save-progress.js';
import type { Values } from '../language/strings.js';
import type { stepStrings } from './step.strings.js';

/** What the parts below need of the view that shows them. */
export interface StepWords {
  readonly t: (key: keyof typeof stepStrings, values?: Values) => string;
  readonly date: (iso: string) => string;
  readonly name: (person: string) => string;
}

/** The two voices beside each other: the person's own examples, and what others saw. Neither comments on the other. */
export const twoVoices = (
  own: string,
  { data }: MilieuRecord<Step>,
  views: readonly MilieuRecord<StepView>[],
  { t, name }: StepWords,
): TemplateResult =>
  html`<div class="voices">
    <section class="stack close">
      <h4>${own}</h4>
      ${
        data.examples.length > 0
          ? data.examples.map(
              ({ line, words }) =>
                html`<p class="quiet small">${line}</p>
                  <blockquote class="quote">${words}</blockquote>`,
            )
          : html`<p class="quiet">${t('step.own-none')}</p>`
      }
    </section>
    <section class="stack close">
      <h4>${t('step.saw-voice')}</h4>
      ${
        views.length > 0
          ? views.map((view) => html`<blockquote class="quote">${view.data.saw}<cite>${name(view.by)}</cite></blockquote>`)
          : html`<p class="quiet">${t('step.saw-none')}</p>`
      }
    </section>
  </div>`;

/** What was decided and why; the same words for the person and for staff. */
export const decisionLines = ({ data, by, at }: MilieuRecord<StepDecision>, { t, date, name }: StepWords): TemplateResult =>
  html`<p><b>${t(`step.is.${data.outcome}`)}</b></p>
    <blockquote class="quote">${data.note}<cite>${t('step.by', { name: name(by), date: date(at) })}</cite></blockquote>
    ${data.support ? html`<p><b>${t('step.support-is')}</b> ${data.support}</p>` : nothing}
    ${data.next ? html`<p><b>${t('step.next-is')}</b> ${data.next}</p>` : nothing}
    ${data.on ? html`<p>${t('step.on-is', { date: date(data.on) })}</p>` : nothing}`;

/**
 * Acts on a request, then on what follows from it, one change after another. What fails is done with the next act on the request.
 * @param records the asks and views of the request that this device has
 */
export async function actAndFollow(
  acts: SaveProgress | undefined,
  action: string,
  step: MilieuRecord<Step>,
  records: readonly MilieuRecord[],
): Promise<void> {
  await acts?.run(async (community) => {
    const change = await community.act(action, { kind: 'step', id: step.id, rev: step.rev });
    const [root] = change.records as readonly MilieuRecord<Step>[];
    for (const { action: next, target } of root ? followingActs(root, records) : []) await community.act(next, target);
    return { change };
  });
}
