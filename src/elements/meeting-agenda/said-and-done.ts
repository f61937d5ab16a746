import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Item, Outcome, Promised, PromiseNote, PromiseReport } from '../../model/kinds/agenda-item/table.js';
import type { Meeting } from '../../model/kinds/meeting/table.js';
import { QueryController } from '../controllers/query.js';
import { View } from '../controllers/base-view.js';
import { FocusAfterAct } from '../controllers/focus-after-act.js';
import { viewStyles } from '../styles/style-sets.js';
import { thingStyles } from './action-rows.styles.js';
import type { KeptItem, KeptPromise } from './meeting-lists.js';
import { byDue, isDone, isOpenPromise, isPastDue } from './running-lists.js';
import { meetingStrings } from './all-strings.js';
import { becauseOf, howDecided } from './outcome-line.js';
import { wordsAbout } from './promise-words.js';
import { requestsOf, standingOf, standsFor } from './requests.js';

/** How many requests are shown at first, and added by each press. */
const atOnce = 8;

/**
 * “You said, we did”: what people asked for, each with its answer, who does what, and the day it was done. Nobody is counted or ranked, and a day
 * that is over is only said.
 *
 * @tag milieu-meeting-said
 * @internal
 */
export class MilieuMeetingSaid extends View<typeof meetingStrings> {
  static override styles = [viewStyles, thingStyles];
  protected readonly english = meetingStrings;

  /** Whether it has its own heading, because it is not a page of its own. */
  @property({ type: Boolean }) heading = false;
  @state() private shown = atOnce;
  readonly #focus = new FocusAfterAct(this);
  readonly #items = new QueryController<Item>(this, () => ({ kind: 'item' }));
  readonly #meetings = new QueryController<Meeting>(this, () => ({ kind: 'meeting' }));
  readonly #outcomes = new QueryController<Outcome>(this, () => ({ kind: 'outcome' }));
  readonly #promises = new QueryController<Promised>(this, () => ({ kind: 'promise' }));
  readonly #notes = new QueryController<PromiseNote>(this, () => ({ kind: 'promise-note' }));

  readonly #reports = new QueryController<PromiseReport>(this, () => ({ kind: 'promise-report' }));

  readonly #lists = [this.#meetings, this.#outcomes, this.#promises, this.#notes, this.#reports];

  protected override render(): unknown {
    return this.renderState(this.#items.state, { ready: () => this.#ready(), empty: () => this.#empty() });
  }

  #ready(): TemplateResult | typeof nothing {
    if (this.#lists.some(({ state: screen }) => screen.is === 'opening')) return html`<p class="quiet">${this.t('screen.opening')}</p>`;
    const all = requestsOf(this.#items.kept, this.#outcomes.kept);
    if (all.length === 0) return this.#empty();
    const list = html`<ul class="rows">
        ${repeat(
          all.slice(0, this.shown),
          ({ record }) => record.id,
          (item, at) => html`<li>${this.#one(item, at)}</li>`,
        )}
      </ul>
      ${
        all.length > this.shown
          ? html`<div class="row"><button class="btn" type="button" @click=${(): void => this.#more()}>${this.t('meeting.said.more')}</button></div>`
          : nothing
      }`;
    if (!this.heading)
      return html`<p class="quiet">${this.t('meeting.said.purpose')}</p>
        ${list}`;
    return html`<section class="q" aria-labelledby="said">
      <h3 id="said">${this.t('meeting.page.said')}</h3>
      ${list}
    </section>`;
  }

  #empty(): TemplateResult | typeof nothing {
    return this.heading ? nothing : html`<milieu-checked .words=${this.t('meeting.said.empty')}></milieu-checked>`;
  }

  #one(asked: KeptItem, at: number): TemplateResult {
    const item = standsFor(asked, this.#items.kept) ?? asked;
    const { record } = item;
    const outcome = this.#outcomes.kept.find((one) => one.record.about === record.id)?.record;
    const promises = this.#promises.kept.filter((one) => one.record.about === record.id).sort(byDue);
    const how = outcome && howDecided(outcome.data, (key, values) => this.t(key, values));
    return html`<div class="thing long">
      <p><b id="said-${at}" tabindex="-1">${asked.record.data.title}</b></p>
      ${item === asked ? nothing : html`<p class="quiet">${this.t('meeting.waiting.with', { title: record.data.title })}</p>`}
      ${
        outcome
          ? html`<p class="prose">${outcome.data.text}</p>
              ${outcome.data.why ? html`<p class="quiet prose">${becauseOf(outcome.data.why, (key) => this.t(key))}</p>` : nothing}
              <p class="quiet small">${this.t('meeting.said.answered', { day: this.date(outcome.at) })}${how ? html` · ${how}` : nothing}</p>`
          : html`<p class="quiet">${this.#waits(item)}</p>`
      }
      ${
        promises.length > 0
          ? html`<ul class="prose" aria-label=${this.t('meeting.said.does')}>
              ${promises.map((promise) => html`<li>${this.#promise(promise)} ${this.#words(promise)}</li>`)}
            </ul>`
          : nothing
      }
    </div>`;
  }

  #waits(item: KeptItem): string {
    const standing = standingOf(item, this.#meetings.kept);
    return standing.is === 'planned'
      ? this.t('meeting.said.planned', { day: this.date(standing.startsAt) })
      : this.t(standing.is === 'later' ? 'meeting.said.later' : 'meeting.said.waiting');
  }

  #promise(promise: KeptPromise): string {
    const { record } = promise;
    const who = record.to.map((id) => (id === this.community?.actor.person ? this.t('meeting.role.you') : this.name(id))).join(', ');
    const text = record.data.text.replace(/[\s.]+$/u, '');
    const { due } = record.data;
    const note = this.#notes.kept.find((one) => one.record.about === record.id)?.record;
    if (isDone(promise))
      return note ? this.t('meeting.said.kept', { who, text, day: this.date(note.at) }) : this.t('meeting.said.kept-sometime', { who, text });
    if (!isOpenPromise(promise)) return this.t('meeting.said.dropped', { who, text, why: note?.data.note ?? '' });
    if (!due) return this.t('meeting.said.open', { who, text });
    const day = this.date(due, { weekday: 'long', day: 'numeric', month: 'long' });
    return this.t(isPastDue(due) ? 'meeting.said.was' : 'meeting.said.by', { who, text, day });
  }

  /** How it is going, or what was said when it was done. Why it was dropped is part of the sentence. */
  #words(promise: KeptPromise): TemplateResult | typeof nothing {
    const words = isOpenPromise(promise) || isDone(promise) ? wordsAbout(promise, this.#notes.kept, this.#reports.kept) : undefined;
    return words
      ? html`<span class="quiet">${this.t('meeting.report.on', { day: this.date(words.at) })} <bdi>${words.data.note}</bdi></span>`
      : nothing;
  }

  #more(): void {
    this.#focus.to(`said-${this.shown}`);
    this.shown += atOnce;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'milieu-meeting-said': MilieuMeetingSaid;
  }
}
