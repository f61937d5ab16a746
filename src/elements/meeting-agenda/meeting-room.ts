import { html, nothing, type TemplateResult } from 'lit';
import { remaining } from '../../model/kinds/meeting/clock.js';
import { isPaused } from '../../model/kinds/meeting/states.js';
import { isFixedPart } from '../../model/kinds/agenda-item/places.js';
import type { Item, ItemKind } from '../../model/kinds/agenda-item/table.js';
import type { Meeting, MeetingNote } from '../../model/kinds/meeting/table.js';
import { KeepAwake } from '../controllers/keep-awake.js';
import { QueryController } from '../controllers/query.js';
import { View } from '../controllers/base-view.js';
import { viewStyles } from '../styles/style-sets.js';
import { ring } from './agenda-ring.js';
import { timesOf } from './part-times.js';
import { comingUp, heldBefore, isEarly, isOn, isOnAgenda, type KeptItem, type KeptMeeting, partsOf } from './meeting-lists.js';
import { isJustOver, whyPaused } from './running-lists.js';
import { meetingStyles } from './meeting.styles.js';
import { roomStyles } from './meeting-room.styles.js';
import { namedPeople } from './named-people.js';
import { RedrawTimer } from './redraw-timer.js';
import { meetingStrings } from './all-strings.js';

/** The ring moves in steps of this length, in ms, so that nothing on the wall hurries. */
const step = 15_000;

/**
 * A meeting on a wall screen, readable from 4 metres: what is on now, what comes next, and the time as a ring. Nothing can be pressed, and
 * nothing names the people who brought something.
 *
 * @tag milieu-meeting-room
 * @internal
 */
export class MilieuMeetingRoom extends View<typeof meetingStrings> {
  static override styles = [viewStyles, ...meetingStyles, roomStyles];
  protected readonly english = meetingStrings;

  readonly #meetings = new QueryController<Meeting>(this, () => ({ kind: 'meeting' }));
  readonly #items = new QueryController<Item>(this, () => ({ kind: 'item' }));

  readonly #notes = new QueryController<MeetingNote>(this, () => ({ kind: 'meeting-note' }));

  constructor() {
    super();
    new RedrawTimer(this, () => step);
    new KeepAwake(this, () => comingUp(this.#meetings.kept).some(isOn));
  }

  protected override render(): unknown {
    return this.renderState(this.#meetings.state, { ready: () => this.#ready(), empty: () => this.#none() });
  }

  #ready(): TemplateResult {
    const meeting = comingUp(this.#meetings.kept)[0];
    if (meeting && isOn(meeting)) return this.#on(meeting);
    const over = heldBefore(this.#meetings.kept).some((one) => isJustOver(one, Date.now()));
    if (over && !(meeting && !isEarly(meeting, Date.now()))) return this.#big(this.t('meeting.after.thanks'));
    if (!meeting) return this.#none();
    const { title, startsAt, place } = meeting.record.data;
    const when = this.date(startsAt, { weekday: 'long', day: 'numeric', month: 'long', hour: 'numeric', minute: '2-digit' });
    return this.#big(title, this.t('meeting.room.before'), place ? this.t('meeting.room.when', { when, place }) : when);
  }

  #none(): TemplateResult {
    return html`<div class="wall"><milieu-checked .words=${this.t('meeting.room.none')}></milieu-checked></div>`;
  }

  #big(words: string, above?: string, below?: string): TemplateResult {
    return html`<div class="wall">
      ${above ? html`<p class="quiet">${above}</p>` : nothing}
      <h3>${words}</h3>
      ${below ? html`<p>${below}</p>` : nothing}
    </div>`;
  }

  #on(meeting: KeptMeeting): TemplateResult {
    const { record } = meeting;
    const parts = partsOf(record, this.#items.kept);
    const at = parts.findIndex((part) => part.record.id === record.data.clock?.item);
    const [part, next] = [parts[at], parts.slice(at + 1).find(isOnAgenda)];
    if (isPaused(record)) return this.#big(this.t('meeting.room.paused'), undefined, this.#why(record));
    const left = record.data.clock && part ? remaining(record.data.clock, Date.now()) : 0;
    const minutes = timesOf(parts);
    const whole = Math.max((minutes[at] ?? 0) * 60, left, 1);
    return html`<div class="wall on">
      ${
        part
          ? html`<div class="clock" role="img" aria-label=${this.t(left > 0 ? 'meeting.room.time' : 'meeting.room.up')}>
              ${ring(minutes, at, 1 - left / whole)} ${left > 0 ? nothing : html`<span>${this.t('meeting.room.up')}</span>`}
            </div>`
          : nothing
      }
      <div>
        <p class="quiet">${this.t('meeting.room.now')}</p>
        <div role="status"><h3>${part ? this.#title(part) : this.t('meeting.run.promised')}</h3></div>
        <p class="next">${next ? this.t('meeting.room.next', { title: this.#title(next) }) : this.t('meeting.run.last')}</p>
      </div>
    </div>`;
  }

  /** Why there is a break, unless that names somebody. */
  #why(meeting: KeptMeeting['record']): string | undefined {
    const why = whyPaused(meeting, this.#notes.kept)?.data.note;
    return why && !this.#namesSomebody(why, 'topic') ? why : undefined;
  }

  #namesSomebody(title: string, kind: ItemKind): boolean {
    const words = { thanks: this.t('meeting.named.thanks-words'), common: this.t('meeting.named.common-words') };
    return namedPeople({ title, detail: '', kind }, this.community?.people ?? [], words).length > 0;
  }

  /** What people brought and what names somebody, other than in thanks, is not put on a wall. */
  #title({ record }: KeptItem): string {
    const { title, kind } = record.data;
    return !isFixedPart(record) && this.#namesSomebody(title, kind) ? this.t('meeting.room.private') : title;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'milieu-meeting-room': MilieuMeetingRoom;
  }
}
