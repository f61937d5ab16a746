import { html, type TemplateResult } from 'lit';
import { type Item, itemLimits } from '../../model/kinds/agenda-item/table.js';
import type { MilieuRecord } from '../../model/record.js';
import type { FormAct } from '../controllers/form.js';
import type { SaveProgress } from '../controllers/save-progress.js';
import type { Reason } from '../parts/reason-form.js';
import type { planStrings } from './strings.js';

interface Words {
  readonly say: (key: keyof typeof planStrings, values?: Readonly<Record<string, string>>) => string;
  /** Name of the author. */
  readonly name: string;
  readonly acts: SaveProgress | undefined;
  readonly saved?: () => void;
  readonly closed: () => void;
}

/** The form that answers an item outside of the meeting, in words for its author. From then on only they and staff can read it. */
export const answerOutside = ({ kind, id, rev }: MilieuRecord<Item>, { say, name, acts, saved, closed }: Words): TemplateResult =>
  html`<milieu-reason
    id="reason"
    what="meeting-reason-redirect-${id}"
    label=${say('meeting.waiting.reason')}
    hint=${say('meeting.waiting.reason-hint', { name })}
    send=${say('meeting.waiting.send-reason', { name })}
    back=${say('meeting.form.not-now')}
    most=${itemLimits.note}
    .acts=${acts}
    .act=${({ id: answer, note }: Reason): FormAct => ({
      action: 'redirect',
      kind,
      id,
      rev,
      answers: [{ id: answer, kind: 'item-note', data: { note } }],
    })}
    @saved=${saved}
    @closed=${closed}
  ></milieu-reason>`;
