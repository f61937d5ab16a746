import { html, nothing, type TemplateResult } from 'lit';
import type { Promised } from '../../model/kinds/agenda-item/table.js';
import { isolated } from '../language/isolate.js';
import { oneself } from './print-parts.js';
import type { KeptPromise } from './meeting-lists.js';
import type { meetingStrings } from './all-strings.js';

interface Words {
  readonly say: (key: keyof typeof meetingStrings, values?: Readonly<Record<string, string>>) => string;
  readonly who: (promise: KeptPromise) => unknown;
  /** Who does it, as plain text. */
  readonly names: (promise: KeptPromise) => string;
  readonly day: (due: NonNullable<Promised['due']>) => string;
}

/** Who does what by when: a table, or a list if it does not fit. Needs `minutesStyles`. */
export function promiseTable(promises: readonly KeptPromise[], words: Words): TemplateResult | typeof nothing {
  if (promises.length === 0) return nothing;
  return html`<section class="q" aria-labelledby="does">
    <h3 id="does">${words.say('meeting.minutes.promised')}</h3>
    ${table(promises, words)} ${list(promises, words)}
  </section>`;
}

const table = (promises: readonly KeptPromise[], { say, who, day }: Words): TemplateResult =>
  html`<table aria-labelledby="does">
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
          <td class="day">${due ? day(due) : nothing}</td>
        </tr>`;
      })}
    </tbody>
  </table>`;

const list = (promises: readonly KeptPromise[], { say, names, day }: Words): TemplateResult =>
  html`<ul class="does rows" aria-labelledby="does">
    ${promises.map((promise) => {
      const { text, due } = promise.record.data;
      const who = names(promise);
      return html`<li>
        <b>${text}</b>
        <span class="quiet">${due ? say('meeting.promise.by', { who, day: unbroken(day(due)) }) : who}</span>
      </li>`;
    })}
  </ul>`;

/** Keeps a day on one line. */
const unbroken = (day: string): string => day.replaceAll(' ', '\u00a0');

/** The person on this page. */
interface Oneself {
  readonly id: string | undefined;
  /** Their name, if it is known. */
  readonly name: string | undefined;
}

/** Who does what by when, of a meeting that ends. Needs `minutesStyles`. */
export const commitments = (
  promises: readonly KeptPromise[],
  { say, day, name, me }: Pick<Words, 'say' | 'day'> & { readonly name: (person: string) => string; readonly me: Oneself },
): TemplateResult | typeof nothing => {
  const you = say('meeting.role.you');
  return promiseTable(promises, {
    say,
    day,
    who: ({ record }) => record.to.map((id) => (id === me.id ? oneself(you, me.name) : isolated(name(id)))),
    names: ({ record }) => record.to.map((id) => (id === me.id ? you : isolated(name(id)))).join(', '),
  });
};

/** What is read out before a meeting is closed, for the slot of the clock; nothing if it promised nothing. */
export const readOut = (promises: readonly KeptPromise[], words: Parameters<typeof commitments>[1]): TemplateResult | typeof nothing =>
  promises.length === 0
    ? nothing
    : html`<div slot="closing" class="stack close">
        <p>${words.say('meeting.run.close-read')}</p>
        ${commitments(promises, words)}
      </div>`;
