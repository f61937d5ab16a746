import { html, nothing, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import type { Item, Outcome, Promised } from '../../model/agenda-item.js';
import type { Meeting } from '../../model/meeting.js';
import { type Minutes, minutesLimits, type MinutesNote } from '../../model/minutes.js';
import { viewStyles } from '../shared/base.js';
import { icon } from '../shared/icons.js';
import { Watched } from '../shared/screen.js';
import { View } from '../shared/view.js';
import { question } from '../shared/fields.js';
import { Focus } from './focus.js';
import { may } from './may.js';
import { byDue, heldBefore, type KeptMeeting, type KeptMinutes, partsOf } from './meetings.js';
import { minutesStyles } from './minutes.styles.js';
import { minutesText, type Stretch, stretchesOf } from './minutes-text.js';
import { standsAfter, standsBefore } from './standing.js';
import { oneself } from './paper.js';
import type { Reason } from './reason-view.js';
import { meetingStrings } from './strings.js';
import { whoDoesWhat } from './who-does-what.js';

type Back = 'send-back' | 'take-back';

/**
 * What a meeting leaves in writing: drafted, checked by other eyes, then published for everybody.
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
  readonly #focus = new Focus(this);
  readonly #meetings = new Watched<Meeting>(this, () => ({ kind: 'meeting', limit: 60 }));
  readonly #items = new Watched<Item>(this, () => ({ kind: 'item', limit: 200 }));
  readonly #outcomes = new Watched<Outcome>(this, () => ({ kind: 'outcome', limit: 200 }));
  readonly #promises = new Watched<Promised>(this, () => ({ kind: 'promise', limit: 200 }));
  readonly #minutes = new Watched<Minutes>(this, () => ({ kind: 'minutes', limit: 60 }));
  readonly #notes = new Watched<MinutesNote>(this, () => ({ kind: 'minutes-note', limit: 60 }));

  readonly #lists = [this.#items, this.#outcomes, this.#promises, this.#minutes];

  protected override render(): TemplateResult {
    const none = (): TemplateResult => html`<p class="quiet">${this.t('meeting.minutes.no-meeting')}</p>`;
    return html`${this.draw(this.#meetings.screen, {
      ready: (_, writable) => {
        const held = heldBefore(this.#meetings.kept);
        const meeting = held.find(({ record }) => record.id === this.chosen) ?? held[0];
        return meeting ? html`${this.#chooser(held, meeting)} ${this.#of(meeting, writable)}` : none();
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
    const mayDraft = writable && may(this.community, 'draft', { kind: 'minutes', input: { about: meeting.record.id }, others: [meeting.record] });
    if (this.#lists.some(({ screen }) => screen.is === 'opening')) return html`<p class="quiet">${this.t('screen.opening')}</p>`;
    if (minutes && (!this.changing || !writable)) return this.#read(meeting, minutes, writable);
    if (!minutes && !mayDraft) return html`<p class="quiet">${this.t('meeting.minutes.none', { name: this.name(meeting.record.data.chair) })}</p>`;
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
    return whoDoesWhat(promises, {
      say: (key, values) => this.t(key, values),
      who: (promise) => promise.record.to.map((id) => this.#doer(id)),
      names: (promise) => promise.record.to.map((id) => this.#named(id)).join(', '),
      day: (due) => this.date(`${due}T12:00:00`),
    });
  }

  #doer(person: string): TemplateResult | string {
    const named = this.#named(person);
    return person === this.community?.actor.person ? oneself(named, this.community.nameOf(person)) : named;
  }
  /** The person whose screen it is has a name here, as on paper, where the community gives one. */
  #named(person: string): string {
    const { community } = this;
    return community?.nameOf(person) ?? (person === community?.actor.person ? this.t('meeting.role.you') : this.name(person));
  }

  #read(meeting: KeptMeeting, minutes: KeptMinutes, writable: boolean): TemplateResult {
    const { record } = minutes;
    return html`<section class="q" aria-labelledby="read">
        <h3 id="read" tabindex="-1">${this.t('meeting.minutes.title', { day: this.date(meeting.record.data.startsAt) })}</h3>
        <p class="status bare">${icon(standsAfter('publish', record) ? 'sent' : 'eye')}<span>${this.#stands(meeting, minutes)}</span></p>
        <div class="minutes">${stretchesOf(record.data.text).map((stretch) => this.#stretch(stretch))}</div>
      </section>
      ${this.#promised(meeting)} ${this.#asked(minutes)} ${writable ? this.#ways(meeting, minutes) : nothing}
      ${this.back ? this.#why(this.back, minutes) : nothing}`;
  }

  #stretch(stretch: Stretch): TemplateResult {
    if ('lines' in stretch) return html`<p>${stretch.lines}</p>`;
    return html`<div>
      ${stretch.heading ? html`<h4>${stretch.heading}</h4>` : nothing}
      <ul class="prose">
        ${stretch.list.map((line) => html`<li>${line}</li>`)}
      </ul>
    </div>`;
  }

  #stands({ record: { data } }: KeptMeeting, { record }: KeptMinutes): string {
    if (standsBefore('publish', record)) return this.t('meeting.minutes.is-checked');
    if (standsAfter('publish', record)) return this.t('meeting.minutes.is-published');
    const chair = record.by === data.chair;
    return chair
      ? this.t('meeting.minutes.is-draft-staff', { author: this.name(record.by) })
      : this.t('meeting.minutes.is-draft', { author: this.name(record.by), name: this.name(data.chair) });
  }

  /** What the one who checked it wants to be changed. */
  #asked({ record }: KeptMinutes): TemplateResult | typeof nothing {
    const note = this.#notes.kept.find((one) => one.record.about === record.id);
    if (!note || !standsBefore('check', record)) return nothing;
    return html`<div class="nudge">
      <b>${this.t('meeting.minutes.asked', { name: this.name(note.record.by) })}</b>
      <p>${note.record.data.note}</p>
    </div>`;
  }

  #ways(meeting: KeptMeeting, { record }: KeptMinutes): TemplateResult {
    const can = (action: string): boolean => this.community?.can(action, record, [meeting.record]) ?? false;
    const go = this.back ? '' : 'go';
    const way = (action: string, look: string, run: () => void): TemplateResult | typeof nothing =>
      can(action) && action !== this.back
        ? html`<button class="btn ${look}" type="button" id=${action} @click=${run}>
            ${this.t(`meeting.minutes.${action}` as 'meeting.minutes.check')}
          </button>`
        : nothing;
    return html`<div class="row acts">
      ${way('check', go, () => void this.#act('check', record))} ${way('publish', go, () => void this.#act('publish', record))}
      ${way('rewrite', '', () => this.#change(true))} ${way('send-back', 'word plain', () => this.#ask('send-back'))}
      ${way('take-back', 'word plain', () => this.#ask('take-back'))}
    </div>`;
  }

  #why(back: Back, { record }: KeptMinutes): TemplateResult {
    return html`<milieu-meeting-reason
      id="reason"
      what="${back}-${record.id}"
      label=${this.t('meeting.minutes.why')}
      hint=${this.t('meeting.minutes.why-hint', { name: this.name(record.by) })}
      send=${this.t(`meeting.minutes.${back}`)}
      most=${minutesLimits.note}
      .save=${({ id, note, ...kept }: Reason): Promise<unknown> =>
        this.#act(back, record, { ...kept, answers: [{ id, kind: 'minutes-note', data: { note } }] })}
      @closed=${(): void => this.#ask('')}
    ></milieu-meeting-reason>`;
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

  async #act(action: string, { kind, id, rev }: KeptMinutes['record'], input = {}): Promise<unknown> {
    const saved = await this.acts?.act(action, { kind, id, rev }, input);
    if (saved) this.#ask('');
    return saved;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'milieu-meeting-minutes': MilieuMeetingMinutes;
  }
}
