import { html, nothing, type TemplateResult } from 'lit';
import type { Promised } from '../../model/agenda-item.js';
import type { KeptPromise } from './meetings.js';
import type { meetingStrings } from './strings.js';

interface Words {
  readonly say: (key: keyof typeof meetingStrings) => string;
  readonly who: (promise: KeptPromise) => unknown;
  readonly day: (due: NonNullable<Promised['due']>) => string;
}

/** Who does what by when, as a table. Needs `minutesStyles`. */
export function whoDoesWhat(promises: readonly KeptPromise[], { say, who, day }: Words): TemplateResult | typeof nothing {
  if (promises.length === 0) return nothing;
  return html`<section class="q" aria-labelledby="does">
    <h3 id="does">${say('meeting.minutes.promised')}</h3>
    <table aria-labelledby="does">
      <thead>
        <tr>
          <th scope="col">${say('meeting.decide.what')}</th>
          <th scope="col">${say('meeting.decide.who')}</th>
          <th scope="col">${say('meeting.decide.due')}</th>
        </tr>
      </thead>
      <tbody>
        ${promises.map((promise) => {
          const { text, due } = promise.record.data;
          return html`<tr>
            <th scope="row">${text}</th>
            <td>${who(promise)}</td>
            <td>${due ? day(due) : nothing}</td>
          </tr>`;
        })}
      </tbody>
    </table>
  </section>`;
}
