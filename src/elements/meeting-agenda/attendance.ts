import { html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { type Attendance, everyTookPart, type TookPart } from '../../model/kinds/attendance/table.js';
import type { Person } from '../community/host-people.js';
import { type FormAct, FormController } from '../controllers/form.js';
import { QueryController } from '../controllers/query.js';
import { View } from '../controllers/base-view.js';
import { draftLine } from '../parts/draft-line.js';
import { question } from '../parts/fields.js';
import { icon } from '../parts/icons.js';
import { readsLine } from '../parts/reads-line.js';
import { viewStyles } from '../styles/style-sets.js';
import { thingStyles } from './action-rows.styles.js';
import { meetingStrings } from './all-strings.js';
import type { KeptMeeting } from './meeting-lists.js';

/** How each person took part, by id; empty if nothing is noted. */
type Marks = Readonly<Record<string, TookPart | ''>>;

/**
 * For staff: who was at a meeting. It says who was there, for a part, or excused, and never why. Nobody else reads it, and nobody is counted.
 *
 * @tag milieu-meeting-attendance
 * @internal
 */
export class MilieuMeetingAttendance extends View<typeof meetingStrings> {
  static override styles = [viewStyles, thingStyles];
  protected readonly english = meetingStrings;

  /** Use a new element for each meeting. */
  @property({ attribute: false }) meeting?: KeptMeeting;

  readonly #noted = new QueryController<Attendance>(this, () =>
    this.meeting && this.#isStaff ? { kind: 'attendance', about: this.meeting.record.id } : undefined,
  );
  readonly #form = new FormController<{ readonly marks: Marks }>(this, {
    name: () => this.meeting && `meeting-attendance-${this.meeting.record.id}`,
    empty: () => ({ marks: this.#stored }),
    toAct: ({ marks }, { id }) => this.#toAct(marks, id),
    saved: () => 'who',
  });

  get #isStaff(): boolean {
    return this.community?.actor.as === 'staff';
  }
  get #stored(): Marks {
    const data = this.#noted?.kept[0]?.record.data;
    return Object.fromEntries(everyTookPart.flatMap((way) => (data?.[way] ?? []).map((id) => [id, way])));
  }
  get #people(): readonly Person[] {
    return (this.community?.people ?? []).filter(({ as }) => as === 'resident' || as === 'senior-peer');
  }

  protected override willUpdate(): void {
    this.#form.start({ marks: this.#stored });
  }

  /** An empty row of the page would leave a gap. */
  protected override updated(): void {
    this.hidden = !this.#isShown;
  }
  get #isShown(): boolean {
    return Boolean(this.meeting && this.#isStaff && this.acts && this.#people.length > 0);
  }

  protected override render(): TemplateResult | typeof nothing {
    const form = this.#form;
    if (!this.#isShown) return nothing;
    return html`<details class="on-screen">
      <summary id="who">${icon('chev', 'chev')}${this.t('meeting.attendance.title')}</summary>
      <form novalidate autocomplete="off" aria-label=${this.t('meeting.attendance.title')} @submit=${form.submitted}>
        ${draftLine(form, this)} ${readsLine(this.t('meeting.attendance.reads'))}
        <div class="beside">${this.#people.map((person) => this.#mark(person))}</div>
        <div class="row acts"><button class="btn" type="submit">${this.t('meeting.attendance.save')}</button></div>
      </form>
    </details>`;
  }

  #mark(person: Person): TemplateResult {
    const { id } = person;
    const lens = this.#form.field(`of-${id}`, {
      get: ({ marks }) => marks[id] ?? '',
      set: ({ marks }, way) => ({ marks: { ...marks, [id]: way as TookPart | '' } }),
    });
    return question(
      `of-${id}`,
      this.nameOf(person),
      html`<select class="narrow" ${lens}>
        <option value="">${this.t('meeting.attendance.none')}</option>
        ${everyTookPart.map((way) => html`<option value=${way}>${this.t(`meeting.attendance.${way}`)}</option>`)}
      </select>`,
    );
  }

  #toAct(marks: Marks, id: string): FormAct | undefined {
    const lists = Object.fromEntries(everyTookPart.map((way) => [way, Object.keys(marks).filter((one) => marks[one] === way)]));
    const noted = this.#noted.kept[0]?.record;
    if (noted) return { action: 'correct', kind: noted.kind, id: noted.id, rev: noted.rev, moves: lists };
    return this.meeting && { action: 'note', kind: 'attendance', id, about: this.meeting.record.id, data: lists };
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'milieu-meeting-attendance': MilieuMeetingAttendance;
  }
}
