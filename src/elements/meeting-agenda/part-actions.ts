import { html, nothing, type TemplateResult } from 'lit';
import { takesDecision } from '../../model/kinds/agenda-item/places.js';
import type { KeptItem } from './meeting-lists.js';
import type { meetingStrings } from './all-strings.js';

interface Ways {
  readonly say: (key: keyof typeof meetingStrings, values?: Readonly<Record<string, string>>) => string;
  /** The next meeting, to which the item can be moved. */
  readonly later: { readonly id: string; readonly day: string } | undefined;
  readonly decide: () => void;
  readonly park: () => void;
  readonly carry: (meeting: string) => void;
  /** Answers it outside of the meeting; not there for a fixed part. */
  readonly redirect: (() => void) | undefined;
}

/**
 * What the person who leads can do with the current item, for the slots of the clock. Where people decide something, the way to write it down is
 * in sight; everything else is behind *More*.
 */
export function partActions(part: KeptItem, { say, later, decide, park, carry, redirect }: Ways): TemplateResult {
  const button = html`<button class="btn" type="button" id="decide" @click=${decide}>${say('meeting.decide.start')}</button>`;
  const word = (words: string, run: () => void): TemplateResult => html`<button class="btn word plain" type="button" @click=${run}>${words}</button>`;
  const decides = takesDecision(part.record);
  return html`${decides ? html`<div class="row acts">${button}</div>` : nothing}
    <div slot="more" class="row acts">
      ${decides ? nothing : button} ${word(say('meeting.agenda.park'), park)}
      ${later ? word(say('meeting.run.carry', { day: later.day }), () => carry(later.id)) : nothing}
      ${redirect ? word(say('meeting.waiting.redirect'), redirect) : nothing}
    </div>`;
}
