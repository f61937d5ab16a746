import { css, html, nothing, type TemplateResult } from 'lit';
import { comesOn, daysFrom, mondayOf } from '../../model/kinds/job/calendar.js';
import { answerOn, bookOf, type JobRecord, turnsOf } from '../../model/kinds/job/rota.js';
import { isNo } from '../../model/kinds/job/states.js';
import type { MilieuRecord } from '../../model/record.js';

interface Words {
  readonly t: (key: 'rota.job' | 'rota.this-week' | 'rota.next-week' | 'rota.title' | 'rota.said-no', values?: { readonly name: string }) => string;
  readonly name: (person: string) => string;
  /** A short day for a column: `Mon 30`. */
  readonly short: (day: string) => string;
  /** A whole day for a list. */
  readonly long: (day: string) => string;
}

interface Turn {
  readonly job: JobRecord;
  readonly day: string;
  readonly people: readonly Holder[];
}
interface Holder {
  readonly name: string;
  /** What only staff know, who see it on the screen: on paper it would hang on a wall. */
  readonly said?: string;
}

/** Who has each job on each day of this week and the next: names alone, or that somebody said no. What was done or not is not there. */
export function turnTable(records: readonly MilieuRecord[], today: string, words: Words): TemplateResult {
  const book = bookOf(records);
  const from = mondayOf(today);
  const weeks = [daysFrom(from, 7), daysFrom(from, 14).slice(7)];
  const jobs = book.open.filter((job) => weeks.flat().some((day) => comesOn(job.data, day)));
  const on = new Map(jobs.map((job) => [job, turnsOf(book, job)]));
  const who = (job: JobRecord, day: string): readonly Holder[] =>
    (on.get(job)?.(day) ?? []).map((person) => {
      const answer = answerOn(book, job, day, person);
      const name = words.name(person);
      return answer && isNo(answer) ? { name, said: words.t('rota.said-no', { name }) } : { name };
    });
  const days = weeks.flat().map((day) => jobs.map((job): Turn => ({ job, day, people: who(job, day) })));
  return html`${table(jobs, weeks, who, words)}
  ${list(
    days.filter(([turn]) => turn && turn.day >= today),
    words,
  )}`;
}

const shown = ({ name, said }: Holder): unknown => (said ? html`<span class="here">${said}</span><span class="on-paper">${name}</span>` : name);

const heads = ['rota.this-week', 'rota.next-week'] as const;

function table(
  jobs: readonly JobRecord[],
  weeks: readonly (readonly string[])[],
  who: (job: JobRecord, day: string) => readonly Holder[],
  { t, short }: Words,
): TemplateResult {
  return html`<table class="turns" aria-labelledby="turns">
    ${weeks.map(
      (days, week) =>
        html`<tbody>
          <tr class="week">
            <th id="w${week}" scope="col">${t(heads[week]!)}</th>
            ${days.map((day) => html`<th id="d${day}" scope="col">${short(day)}</th>`)}
          </tr>
          ${jobs.map(
            (job, at) =>
              html`<tr>
                <th id="w${week}-j${at}" headers="w${week}" scope="row">${job.data.title}</th>
                ${days.map((day) => html`<td headers="w${week}-j${at} d${day}">${who(job, day).map((one) => html`<span>${shown(one)}</span>`)}</td>`)}
              </tr>`,
          )}
        </tbody>`,
    )}
  </table>`;
}

/** Day by day from today on, where the table has no room. */
const list = (days: readonly (readonly Turn[])[], { long }: Words): TemplateResult =>
  html`<ul class="turns rows" aria-labelledby="turns">
    ${days.map((turns) => {
      const here = turns.filter(({ people }) => people.length > 0);
      if (here.length === 0) return nothing;
      return html`<li>
        <p><b>${long(here[0]!.day)}</b></p>
        <dl>
          ${here.map(
            ({ job, people }) =>
              html`<div>
                <dt>${job.data.title}</dt>
                ${people.map((one) => html`<dd>${shown(one)}</dd>`)}
              </div>`,
          )}
        </dl>
      </li>`;
    })}
  </ul>`;

/** The styles of `turnTable`, and of the page around it: on paper there are turns and jobs, and nothing that only staff may know. */
export const turnTableStyles = css`
  .turns :is(td, th) {
    vertical-align: top;
    font-size: var(--_small);
    overflow-wrap: anywhere;
  }
  table.turns {
    table-layout: fixed;
  }
  table.turns :is(td, th):first-child {
    inline-size: 22%;
  }
  table.turns td > span {
    display: block;
  }
  .turns .week th {
    padding-block-start: var(--_s4);
    font-weight: var(--_strong);
  }
  .turns dl > div {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--_s2);
  }
  .turns dt::after {
    content: ':';
  }
  .turns dd + dd::before {
    content: '· ';
  }
  ul.turns {
    display: none;
  }
  .on-paper {
    display: none;
  }
  @media print {
    .here,
    milieu-ladder-plan,
    milieu-ladder-avoid {
      display: none;
    }
    .on-paper {
      display: inline;
    }
  }
  @container (max-width: 39.99rem) {
    table.turns {
      display: none;
    }
    ul.turns {
      display: grid;
    }
  }
`;
