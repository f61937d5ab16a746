import { html, nothing, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import { isChecked, isDraft, isPublished } from '../../model/kinds/minutes/states.js';
import type { Item, Outcome, Promised } from '../../model/kinds/agenda-item/table.js';
import { chairOf } from '../../model/kinds/meeting/roles.js';
import type { Meeting } from '../../model/kinds/meeting/table.js';
import { type Minutes, minutesLimits, type MinutesNote } from '../../model/kinds/minutes/table.js';
import { viewStyles } from '../styles/style-sets.js';
import { icon } from '../parts/icons.js';
import { unsentLine } from '../parts/save-sentence.js';
import { QueryController } from '../controllers/query.js';
import { View } from '../controllers/base-view.js';
import { question } from '../parts/fields.js';
import { isolated } from '../language/isolate.js';
import { FocusAfterAct } from '../controllers/focus-after-act.js';
import { mayAct } from './may-act.js';
import { heldBefore, type KeptMeeting, type KeptMinutes, partsOf } from './meeting-lists.js';
import { byDue } from './running-lists.js';
import { minutesStyles } from './minutes.styles.js';
import { minutesText, type MinutesSection, sectionsOf } from './minutes-text.js';
import { oneself } from './print-parts.js';
import type { FormAct } from '../controllers/form.js';
import type { Reason } from '../parts/reason-form.js';
import { meetingStrings } from './all-strings.js';
import { promiseTable } from './promise-table.js';

/** Ids of the default agendas. */
const everyAgenda = ['community', 'short-stay', 'morning', 'evening', 'mutual-help', 'quick'] as const;

type Back = 'send-back' | 'take-back';
type Way = Back | 'check' | 'publish' | 'rewrite';

/**
 * The minutes of a meeting: drafted, checked by a second person, then published to everybody.
 *
 * @tag milieu-meeting-minutes
 * @internal
 */
export class MilieuMeetingMinutes extends View<typeof meetingStrings> {
  static override styles = [viewStyles, ...minutesStyles];
  protected readonly english = meetingStrings;

  @state() private chosen = '';
  @state() private changing = false;
  @state() private back: Back | '' = '';
  readonly #focus = new FocusAfterAct(this);
  readonly #meetings = new QueryController<Meeting>(this, () => ({ kind: 'meeting' }));
  readonly #items = new QueryController<Item>(this, () => ({ kind: 'item' }));
  readonly #outcomes = new QueryController<Outcome>(this, () => ({ kind: 'outcome' }));
  readonly #promises = new QueryController<Promised>(this, () => ({ kind: 'promise' }));
  readonly #minutes = new QueryController<Minutes>(this, () => ({ kind: 'minutes' }));
  readonly #notes = new QueryController<MinutesNote>(this, () => ({ kind: 'minutes-note' }));

  readonly #lists = [this.#items, this.#outcomes, this.#promises, this.#minutes];

  protected override render(): TemplateResult {
    const none = (): TemplateResult => html`<milieu-checked .words=${this.t('meeting.minutes.no-meeting')}></milieu-checked>`;
    return html`${this.renderState(this.#meetings.state, {
      ready: (_, writable) => {
        const held = heldBefore(this.#meetings.kept);
        const meeting = held.find(({ record }) => record.id === this.chosen) ?? held[0];
        return meeting
          ? html`${this.#chooser(held, meeting)} ${this.#of(meeting, writable)}
            ${keyed(
              meeting.record.id,
              html`<milieu-meeting-kept .acts=${writable ? this.acts : undefined} .meeting=${meeting}></milieu-meeting-kept>
                <milieu-meeting-attendance .acts=${writable ? this.acts : undefined} .meeting=${meeting}></milieu-meeting-attendance>`,
            )}`
          : none();
      },
      empty: none,
    })}`;
  }

  #chooser(held: readonly KeptMeeting[], shown: KeptMeeting): TemplateResult | typeof nothing {
    if (held.length < 2) return nothing;
    return html`<div class="on-screen">
      ${question(
        'meeting',
        this.t('meeting.minutes.which'),
        html`<select id="meeting" @change=${this.#choose}>
          ${held.map(({ record }) => {
            const day = this.date(record.data.startsAt, { day: 'numeric', month: 'short' });
            return html`<option value=${record.id} ?selected=${record.id === shown.record.id}>${day}, ${record.data.title}</option>`;
          })}
        </select>`,
      )}
    </div>`;
  }

  #of(meeting: KeptMeeting, writable: boolean): TemplateResult {
    const minutes = this.#minutes.kept.find(({ record }) => record.about === meeting.record.id);
    const mayDraft = writable && mayAct(this.community, 'draft', { kind: 'minutes', input: { about: meeting.record.id }, others: [meeting.record] });
    if (this.#lists.some(({ state: screen }) => screen.is === 'opening')) return html`<p class="quiet">${this.t('screen.opening')}</p>`;
    if (minutes && (!this.changing || !writable)) return this.#read(meeting, minutes, writable);
    if (!minutes && !mayDraft)
      return html`<milieu-checked .words=${this.t('meeting.minutes.none', { name: this.name(chairOf(meeting.record.data)) })}></milieu-checked>`;
    return html`${minutes ? this.#asked(minutes) : nothing} ${this.#promised(meeting)}
    ${keyed(
      meeting.record.id,
      html`<milieu-meeting-draft
        .acts=${this.acts}
        .meeting=${meeting}
        .minutes=${minutes}
        .start=${this.#start(meeting)}
        @closed=${(): void => this.#change(false)}
      ></milieu-meeting-draft>`,
    )}`;
  }

  #start({ record }: KeptMeeting): string {
    return minutesText({ parts: partsOf(record, this.#items.kept), outcomes: this.#outcomes.kept }, (key, values) => this.t(key, values));
  }

  #promised({ record }: KeptMeeting): TemplateResult | typeof nothing {
    const here = new Set(partsOf(record, this.#items.kept).map((part) => part.record.id));
    const promises = this.#promises.kept.filter((promise) => here.has(promise.record.about ?? '')).sort(byDue);
    return promiseTable(promises, {
      say: (key, values) => this.t(key, values),
      who: (promise) => promise.record.to.map((id) => this.#doer(id)),
      names: (promise) => promise.record.to.map((id) => isolated(this.#named(id))).join(', '),
      day: (due) => this.date(due),
    });
  }

  #doer(person: string): TemplateResult | string {
    const named = this.#named(person);
    return person === this.community?.actor.person ? oneself(named, this.knownName(person)) : named;
  }
  /** The person's own name, as on paper, if the host's list has it; otherwise "you". */
  #named(person: string): string {
    const { community } = this;
    return this.knownName(person) ?? (person === community?.actor.person ? this.t('meeting.role.you') : this.name(person));
  }

  #read(meeting: KeptMeeting, minutes: KeptMinutes, writable: boolean): TemplateResult {
    const { record } = minutes;
    return html`<section class="q" aria-labelledby="read">
        <h3 id="read" tabindex="-1">${this.t('meeting.minutes.title', { day: this.date(meeting.record.data.startsAt) })}</h3>
        ${this.#type(meeting)}
        <p class="status bare">${icon(isPublished(record) ? 'sent' : 'eye')}<span>${this.#stands(meeting, minutes)}</span></p>
        ${unsentLine(this.truthOfKept(minutes), this.saveWords)}
        <div class="minutes">${sectionsOf(record.data.text).map((section) => this.#section(section))}</div>
      </section>
      ${this.#promised(meeting)} ${this.#asked(minutes)} ${writable ? this.#ways(meeting, minutes) : nothing}
      ${this.back ? this.#why(this.back, minutes) : nothing}`;
  }

  /** What kind of meeting it was, if its title does not say so. */
  #type({ record: { data } }: KeptMeeting): TemplateResult | typeof nothing {
    const known = everyAgenda.find((id) => id === data.type);
    const type = known ? this.t(`meeting.type.${known}`) : data.type;
    return type && type !== data.title ? html`<p class="quiet">${data.title} · ${type}</p>` : nothing;
  }

  #section(section: MinutesSection): TemplateResult {
    if ('lines' in section) return html`<p>${section.lines}</p>`;
    return html`<div>
      ${section.heading ? html`<h4>${section.heading}</h4>` : nothing}
      <ul class="prose">
        ${section.list.map((line) => html`<li>${line}</li>`)}
      </ul>
    </div>`;
  }

  #stands({ record: { data } }: KeptMeeting, { record }: KeptMinutes): string {
    if (isChecked(record)) return this.t('meeting.minutes.is-checked');
    if (isPublished(record)) return this.t('meeting.minutes.is-published');
    const chair = record.by === chairOf(data);
    return chair
      ? this.t('meeting.minutes.is-draft-staff', { author: this.name(record.by) })
      : this.t('meeting.minutes.is-draft', { author: this.name(record.by), name: this.name(chairOf(data)) });
  }

  /** The changes that the reviewer asks for. */
  #asked({ record }: KeptMinutes): TemplateResult | typeof nothing {
    const note = this.#notes.kept.find((one) => one.record.about === record.id);
    if (!note || !isDraft(record)) return nothing;
    return html`<div class="nudge">
      <b>${this.t('meeting.minutes.asked', { name: this.name(note.record.by) })}</b>
      <p>${note.record.data.note}</p>
    </div>`;
  }

  #ways(meeting: KeptMeeting, { record }: KeptMinutes): TemplateResult {
    const can = (action: string): boolean => this.community?.can(action, record, [meeting.record]) ?? false;
    const go = this.back ? '' : 'go';
    const way = (action: Way, look: string, run: () => void): TemplateResult | typeof nothing =>
      can(action) && action !== this.back
        ? html`<button class="btn ${look}" type="button" id=${action} @click=${run}>${this.t(`meeting.minutes.${action}`)}</button>`
        : nothing;
    return html`<div class="row acts">
      ${way('check', go, () => void this.#act('check', record))} ${way('publish', go, () => void this.#act('publish', record))}
      ${way('rewrite', '', () => this.#change(true))} ${way('send-back', 'word plain', () => this.#ask('send-back'))}
      ${way('take-back', 'word plain', () => this.#ask('take-back'))}
    </div>`;
  }

  #why(back: Back, { record }: KeptMinutes): TemplateResult {
    return html`<milieu-reason
      id="reason"
      what="meeting-reason-${back}-${record.id}"
      label=${this.t('meeting.minutes.why')}
      hint=${this.t('meeting.minutes.why-hint', { name: this.name(record.by) })}
      send=${this.t(`meeting.minutes.${back}`)}
      back=${this.t('meeting.form.not-now')}
      most=${minutesLimits.note}
      .acts=${this.acts}
      .act=${({ id, note }: Reason): FormAct => ({
        action: back,
        kind: record.kind,
        id: record.id,
        rev: record.rev,
        answers: [{ id, kind: 'minutes-note', data: { note } }],
      })}
      @saved=${(): void => this.#ask('')}
      @closed=${(): void => this.#ask('')}
    ></milieu-reason>`;
  }

  readonly #choose = (event: Event): void => {
    this.chosen = (event.target as HTMLSelectElement).value;
    this.changing = false;
    this.back = '';
  };

  #change(open: boolean): void {
    this.changing = open;
    if (!open) this.#focus.to('read');
  }

  #ask(back: Back | ''): void {
    this.back = back;
    this.#focus.to(back ? 'reason' : 'read');
  }

  async #act(action: string, { kind, id, rev }: KeptMinutes['record']): Promise<void> {
    if (await this.acts?.act(action, { kind, id, rev })) this.#ask('');
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'milieu-meeting-minutes': MilieuMeetingMinutes;
  }
}
