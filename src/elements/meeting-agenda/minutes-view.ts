import { html, nothing, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import { uuidv7 } from 'uuidv7';
import type { Item, Outcome, Promised } from '../../model/agenda-item.js';
import type { Meeting } from '../../model/meeting.js';
import { type Minutes, minutesLimits, type MinutesNote } from '../../model/minutes.js';
import { viewStyles } from '../shared/base.js';
import { draw } from '../shared/draw.js';
import { icon } from '../shared/icons.js';
import { Watched } from '../shared/screen.js';
import { View } from '../shared/view.js';
import { describedBy, question } from '../shared/fields.js';
import { Focus } from './focus.js';
import { may } from './may.js';
import { heldBefore, type KeptMeeting, type KeptMinutes, type KeptPromise, partsOf } from './meetings.js';
import { minutesStyles } from './minutes.styles.js';
import { minutesText } from './minutes-text.js';
import { standsAfter, standsBefore } from './standing.js';
import { meetingStrings } from './strings.js';

type Back = 'send-back' | 'take-back';

/**
 * What a meeting leaves in writing: drafted, checked by other eyes, then published for everybody.
 *
 * @tag milieu-meeting-minutes
 * @internal
 */
export class MilieuMeetingMinutes extends View<typeof meetingStrings> {
  static override styles = [viewStyles, minutesStyles];
  protected readonly english = meetingStrings;

  @state() private chosen = '';
  @state() private changing = false;
  @state() private back: Back | '' = '';
  @state() private reasonMissing = false;
  #reason = '';
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
    return html`${draw(this.#meetings.screen, (key) => this.t(key), {
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
    return question(
      'meeting',
      this.t('meeting.minutes.which'),
      html`<select id="meeting" @change=${this.#choose}>
        ${held.map(({ record }) => {
          const day = this.date(record.data.startsAt, { weekday: 'long', day: 'numeric', month: 'long' });
          return html`<option value=${record.id} ?selected=${record.id === shown.record.id}>${record.data.title}, ${day}</option>`;
        })}
      </select>`,
    );
  }

  #of(meeting: KeptMeeting, writable: boolean): TemplateResult {
    const minutes = this.#minutes.kept.find(({ record }) => record.about === meeting.record.id);
    const mayDraft = writable && may(this.community, 'draft', { kind: 'minutes', input: { about: meeting.record.id }, others: [meeting.record] });
    if (this.#lists.some(({ screen }) => screen.is === 'opening')) return html`<p class="quiet">${this.t('screen.opening')}</p>`;
    if (minutes && !this.changing) return this.#read(meeting, minutes);
    if (!minutes && !mayDraft) return html`<p class="quiet">${this.t('meeting.minutes.none', { name: this.name(meeting.record.data.chair) })}</p>`;
    return html`${minutes ? this.#asked(minutes) : nothing}
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
    const parts = partsOf(record, this.#items.kept);
    return minutesText(
      { parts, outcomes: this.#outcomes.kept, promises: this.#promises.kept },
      { say: (key, values) => this.t(key, values), who: (promise) => this.#who(promise) },
    );
  }

  #who({ record }: KeptPromise): string {
    const who = record.to.map((id) => this.community?.nameOf(id) ?? this.name(id)).join(', ');
    return record.data.due ? this.t('meeting.promise.by', { who, day: this.date(`${record.data.due}T12:00:00`) }) : who;
  }

  #read(meeting: KeptMeeting, minutes: KeptMinutes): TemplateResult {
    const { record } = minutes;
    return html`<section class="q" aria-labelledby="read">
        <h3 id="read" tabindex="-1">${this.t('meeting.minutes.title', { day: this.date(meeting.record.data.startsAt) })}</h3>
        <p class="status bare">${icon(standsAfter('publish', record) ? 'sent' : 'eye')}<span>${this.#stands(meeting, minutes)}</span></p>
        <div class="minutes">${record.data.text}</div>
      </section>
      ${this.#asked(minutes)} ${this.#ways(meeting, minutes)} ${this.back ? this.#why(this.back, minutes) : nothing}`;
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
    const way = (action: string, look: string, run: () => void): TemplateResult | typeof nothing =>
      can(action)
        ? html`<button class="btn ${look}" type="button" id=${action} @click=${run}>
            ${this.t(`meeting.minutes.${action}` as 'meeting.minutes.check')}
          </button>`
        : nothing;
    return html`<div class="row acts">
      ${way('check', 'go', () => void this.#act('check', record))} ${way('publish', 'go', () => void this.#act('publish', record))}
      ${way('rewrite', '', () => this.#change(true))} ${way('send-back', 'word plain', () => this.#ask('send-back'))}
      ${way('take-back', 'word plain', () => this.#ask('take-back'))}
    </div>`;
  }

  #why(back: Back, { record }: KeptMinutes): TemplateResult {
    const [hint, problem] = [
      this.t('meeting.minutes.why-hint', { name: this.name(record.by) }),
      this.reasonMissing ? this.sentence('reason-missing') : undefined,
    ];
    return html`<form class="q" novalidate autocomplete="off" @submit=${(event: SubmitEvent): void => this.#sendBack(event, back, record)}>
      ${question(
        'reason',
        this.t('meeting.minutes.why'),
        html`<textarea
          id="reason"
          maxlength=${minutesLimits.note}
          aria-invalid=${problem ? 'true' : nothing}
          aria-describedby=${describedBy('reason', { hint, problem })}
          @input=${(event: InputEvent): string => (this.#reason = (event.target as HTMLTextAreaElement).value)}
        ></textarea>`,
        { hint, problem },
      )}
      <div class="row acts">
        <button class="btn" type="submit">${this.t(`meeting.minutes.${back}`)}</button>
        <button class="btn word plain" type="button" @click=${(): void => this.#ask('')}>${this.t('meeting.form.not-now')}</button>
      </div>
    </form>`;
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
    this.reasonMissing = false;
    this.#reason = '';
    this.#focus.to(back ? 'reason' : 'read');
  }

  #sendBack(event: SubmitEvent, back: Back, record: KeptMinutes['record']): void {
    event.preventDefault();
    const note = this.#reason.trim();
    this.reasonMissing = note === '';
    if (this.reasonMissing) this.#focus.to('reason');
    else void this.#act(back, record, { answers: [{ id: uuidv7(), kind: 'minutes-note', data: { note } }] });
  }

  async #act(action: string, { kind, id, rev }: KeptMinutes['record'], input = {}): Promise<void> {
    if (await this.acts?.act(action, { kind, id, rev }, input)) this.#ask('');
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'milieu-meeting-minutes': MilieuMeetingMinutes;
  }
}
