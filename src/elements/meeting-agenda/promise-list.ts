import { css, html, nothing, type TemplateResult } from 'lit';
import { uuidv7 } from 'uuidv7';
import { property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { type PromiseNote, type PromiseReport, promiseLimits } from '../../model/kinds/agenda-item/table.js';
import { viewStyles } from '../styles/style-sets.js';
import { icon } from '../parts/icons.js';
import { QueryController } from '../controllers/query.js';
import { View } from '../controllers/base-view.js';
import { isolated } from '../language/isolate.js';
import { FocusAfterAct } from '../controllers/focus-after-act.js';
import { mayAct } from './may-act.js';
import type { KeptMeeting, KeptPromise } from './meeting-lists.js';
import { isDone, isOpenPromise, isPastDue } from './running-lists.js';
import type { FormAct } from '../controllers/form.js';
import type { Reason } from '../parts/reason-form.js';
import type { MilieuMeetingReport } from './promise-report-form.js';
import { wordsAbout } from './promise-words.js';
import { meetingStrings } from './all-strings.js';
import { thingStyles } from './action-rows.styles.js';
import { oneself } from './print-parts.js';
import { paperStyles } from '../styles/paper.styles.js';

/** In print, in place of a name that the host has not given. */
const line = '_'.repeat(16);

type Answer = 'report' | 'finish' | 'drop' | 'reopen';
/** The form that is open below a promise. */
type Asked = 'drop' | 'report';

/**
 * A list of promises with their owners, due days and outcomes. A meeting reviews each promise: done, not yet, or dropped.
 * Those it concerns can say how it is going.
 *
 * @tag milieu-meeting-promises
 * @internal
 * @fires {Event} asking - A form was opened or closed; see `asks`.
 */
export class MilieuMeetingPromises extends View<typeof meetingStrings> {
  static override styles = [
    viewStyles,
    thingStyles,
    paperStyles,
    css`
      @media print {
        .thing > :first-child {
          display: grid;
          grid-template-columns: minmax(0, 1fr) auto;
          gap: 0 var(--_s4);
        }
        /* what is open has a box to tick in place of its buttons */
        .thing:not(:has(.status)) {
          grid-template-columns: minmax(0, 1fr);
        }
        .thing:not(:has(.status)) > .row {
          display: none;
        }
        .thing:not(:has(.status)) p:first-child {
          display: grid;
          grid-template-columns: auto minmax(0, 1fr);
          gap: 0.6em;
        }
        .thing:not(:has(.status)) p:first-child::before {
          content: '';
          inline-size: 0.8em;
          block-size: 0.8em;
          margin-block-start: 0.3em;
          border: 1px solid;
        }
      }
    `,
  ];
  protected readonly english = meetingStrings;

  @property({ attribute: false }) promises: readonly KeptPromise[] = [];
  /** The meeting that reviews the promises. Its chair may answer for everybody. */
  @property({ attribute: false }) meeting?: KeptMeeting;
  @state() private later: ReadonlySet<string> = new Set();
  /** Id of the promise below which a form is open, and which one. */
  @state() private asking?: { readonly id: string; readonly form: Asked };
  #asked = false;
  readonly #notes = new QueryController<PromiseNote>(this, () => ({ kind: 'promise-note' }));
  readonly #reports = new QueryController<PromiseReport>(this, () => ({ kind: 'promise-report' }));
  readonly #focus = new FocusAfterAct(this);

  /** Whether a form is open. */
  get asks(): boolean {
    return this.promises.some(({ record }) => record.id === this.asking?.id);
  }

  protected override render(): TemplateResult {
    return html`<ul class="rows">
      ${repeat(
        this.promises,
        ({ record }) => record.id,
        (promise) => html`<li>${this.#one(promise)}</li>`,
      )}
    </ul>`;
  }

  #one(promise: KeptPromise): TemplateResult {
    const { record } = promise;
    return html`<div class="thing">
        <div>
          <p id="what-${record.id}">${record.data.text}</p>
          <p class="quiet">${this.#who(promise)}</p>
          ${this.#words(promise)}
        </div>
        ${this.#ways(promise)}
      </div>
      ${this.#asks('drop', promise) ? this.#why(promise) : nothing} ${this.#asks('report', promise) ? this.#report(promise) : nothing}`;
  }

  #asks(form: Asked, { record }: KeptPromise): boolean {
    return this.asking?.id === record.id && this.asking.form === form;
  }

  #words(promise: KeptPromise): TemplateResult | typeof nothing {
    const words = wordsAbout(promise, this.#notes.kept, this.#reports.kept);
    if (!words) return nothing;
    const name = words.by === this.community?.actor.person ? this.t('meeting.role.you') : this.name(words.by);
    return html`<p class="quiet small">${this.t('meeting.report.by', { name, day: this.date(words.at) })} <bdi>${words.data.note}</bdi></p>`;
  }

  #who(promise: KeptPromise): TemplateResult | string {
    const me = this.community?.actor.person ?? '';
    if (!promise.record.to.includes(me)) return this.#whoBy(promise, '');
    const name = this.knownName(me);
    return oneself(this.#whoBy(promise, this.t('meeting.role.you')), this.#whoBy(promise, name === undefined ? line : isolated(name)));
  }

  /** @param me how the person on this page is called */
  #whoBy(promise: KeptPromise, me: string): string {
    const { record } = promise;
    const who = record.to.map((id) => (id === this.community?.actor.person ? me : isolated(this.name(id)))).join(', ');
    const { due } = record.data;
    if (!due) return who;
    return isPastDue(due) && isOpenPromise(promise)
      ? this.t('meeting.promise.was', { who, day: this.date(due, { weekday: 'long', day: 'numeric', month: 'long' }) })
      : this.t('meeting.promise.by', { who, day: this.date(due) });
  }

  #ways(promise: KeptPromise): TemplateResult | typeof nothing {
    const { id } = promise.record;
    if (!isOpenPromise(promise)) return this.#answered(promise, isDone(promise) ? 'meeting.promise.is-done' : 'meeting.promise.is-dropped', 'reopen');
    if (!this.#may('finish', promise)) return nothing;
    if (this.later.has(id)) {
      return html`<div class="row">
        <span class="quiet">${this.t('meeting.promise.is-later')}</span>
        ${this.#button('meeting.promise.change', id, () => this.#waits(id, false), 'word plain')}
      </div>`;
    }
    return html`<div class="row">
      ${this.#button('meeting.promise.done', id, () => void this.#answer('finish', promise))}
      ${this.meeting ? this.#button('meeting.promise.later', id, () => this.#waits(id, true)) : nothing}
      ${this.#asks('report', promise) ? nothing : this.#button('meeting.promise.report', id, () => this.#ask(id, 'report'), 'word plain')}
      ${this.#asks('drop', promise) ? nothing : this.#button('meeting.promise.drop', id, () => this.#ask(id, 'drop'), 'word plain')}
    </div>`;
  }

  #answered(promise: KeptPromise, words: 'meeting.promise.is-done' | 'meeting.promise.is-dropped', back: 'reopen'): TemplateResult {
    return html`<div class="row">
      <span class="status bare">${icon('saved')}<span>${this.t(words)}</span></span>
      ${this.#may(back, promise) ? this.#button('meeting.promise.undo', promise.record.id, () => void this.#answer(back, promise), 'word plain') : nothing}
    </div>`;
  }

  #button(
    key: `meeting.promise.${'done' | 'later' | 'report' | 'drop' | 'change' | 'undo'}`,
    id: string,
    run: () => void,
    look = '',
  ): TemplateResult {
    return html`<button class="btn ${look}" type="button" id="${key.slice(16)}-${id}" aria-describedby="what-${id}" @click=${run}>
      ${this.t(key)}
    </button>`;
  }

  #why(promise: KeptPromise): TemplateResult {
    return html`<milieu-reason
      id="form"
      what="meeting-reason-drop-${promise.record.id}"
      label=${this.t('meeting.promise.why')}
      hint=${this.t('meeting.promise.why-hint')}
      send=${this.t('meeting.promise.drop-it')}
      back=${this.t('meeting.form.not-now')}
      most=${promiseLimits.note}
      .acts=${this.acts}
      .act=${({ id, note }: Reason): FormAct => ({
        ...this.#formActOf('drop', promise),
        answers: [{ id, kind: 'promise-note', data: { note } }],
      })}
      @saved=${(): void => this.#goOn('drop', promise)}
      @closed=${(): void => this.#leave()}
    ></milieu-reason>`;
  }

  #report(promise: KeptPromise): TemplateResult {
    return html`<milieu-meeting-report
      id="form"
      .acts=${this.acts}
      .promise=${promise}
      .act=${(action: Answer): FormAct => this.#formActOf(action, promise)}
      @saved=${(event: Event): void => this.#goOn((event.target as MilieuMeetingReport).told, promise)}
      @closed=${(): void => this.#leave()}
    ></milieu-meeting-report>`;
  }

  #may(action: Answer, { record }: KeptPromise): boolean {
    const meeting = this.meeting?.record;
    if (!this.acts) return false;
    return mayAct(this.community, action, {
      kind: record.kind,
      root: record,
      others: [meeting],
      ...(meeting ? { input: { moves: { meeting: meeting.id } } } : {}),
    });
  }

  protected override updated(): void {
    if (this.asks === this.#asked) return;
    this.#asked = this.asks;
    this.dispatchEvent(new Event('asking'));
  }

  #waits(id: string, waits: boolean): void {
    this.later = waits ? new Set([...this.later, id]) : new Set([...this.later].filter((other) => other !== id));
    this.#focus.to(`${waits ? 'change' : 'done'}-${id}`);
  }

  #ask(id: string, form: Asked): void {
    this.asking = { id, form };
    this.#focus.to('form');
  }

  #leave(): void {
    const { id, form } = this.asking ?? {};
    this.asking = undefined;
    this.#focus.to(`${form}-${id}`);
  }

  #formActOf(action: Answer, { record: { kind, id, rev } }: KeptPromise): FormAct {
    return { action, kind, id, rev, ...(this.meeting ? { moves: { meeting: this.meeting.record.id } } : {}) };
  }

  async #answer(answer: Answer, promise: KeptPromise): Promise<void> {
    const { action, kind, id, rev = 0, ...input } = this.#formActOf(answer, promise);
    // An empty note says when it was done.
    const answers = answer === 'finish' ? [{ id: uuidv7(), kind: 'promise-note', data: { note: '' } }] : [];
    if (await this.acts?.act(action, { kind, id, rev }, { ...input, answers })) this.#goOn(answer, promise);
  }

  #goOn(action: Answer, { record }: KeptPromise): void {
    if (action === 'report') return this.#leave();
    if (this.asking?.id === record.id) this.asking = undefined;
    this.#focus.to(`${action === 'reopen' ? 'done' : 'undo'}-${record.id}`);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'milieu-meeting-promises': MilieuMeetingPromises;
  }
}
