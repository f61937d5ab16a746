import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Member } from '../../model/kinds/member/table.js';
import type { Kept } from '../../records/base/types.js';
import { QueryController } from '../controllers/query.js';
import { together } from '../controllers/view-state.js';
import { HouseView } from './house-view.js';
import type { MemberRecord } from './names.js';

/**
 * For staff: who is here, away, and has left. They add people, change names, set PINs, and lock the device between shifts.
 *
 * @tag milieu-members
 * @internal
 * @fires {Event} closed - The person closes it.
 */
export class MilieuMembers extends HouseView {
  @property({ type: Boolean }) closable = false;
  /** Id of the record that is being changed. */
  @state() private open = '';
  /** The record whose row takes the focus when it is drawn again. */
  #returnsTo: Pick<MemberRecord, 'id' | 'rev'> | undefined;
  /** Another one after each person who was added, so that the next form is empty. */
  @state() private added = 0;

  readonly #here = new QueryController<Member>(this, () => ({ kind: 'member', status: 'here' }));
  readonly #away = new QueryController<Member>(this, () => ({ kind: 'member', status: 'away' }));
  readonly #left = new QueryController<Member>(this, () => ({ kind: 'member', status: 'left' }), { page: 20 });

  /** The button that has opened it is below it. */
  protected override firstUpdated(_changed: PropertyValues): void {
    if (this.closable) this.attend('#members');
  }

  protected override render(): TemplateResult {
    const { house } = this.community ?? {};
    if (house?.entrance.is === 'open' || house?.entrance.is === 'empty') return html`<milieu-begin></milieu-begin>${this.#closer()}`;
    return html`<section class="stack" aria-labelledby="members">
      <h3 id="members" tabindex="-1">${this.t('members.title')}</h3>
      ${this.renderState(together(this.#here.state, this.#away.state), { empty: () => this.#lists(), ready: () => this.#lists() })}
    </section>`;
  }

  #lists(): TemplateResult {
    const { key } = this.community?.status ?? {};
    return html`
      <p>${this.t('members.what')}</p>
      ${keyed(
        this.added,
        html`<milieu-member-form .acts=${this.acts} .taken=${this.#taken} @closed=${(): void => this.#wasAdded()}></milieu-member-form>`,
      )}
      ${this.finder(this.#taken.length)} ${this.#list('here', this.#here.kept)}
      ${this.#away.kept.length > 0 ? this.#list('away', this.#away.kept) : nothing} ${this.#left.kept.length > 0 ? this.#former() : nothing}
      ${key === 'device' ? html`<milieu-passphrase way="set"></milieu-passphrase>` : key === 'passphrase' ? this.#shift() : nothing} ${this.#closer()}
    `;
  }

  get #taken(): readonly MemberRecord[] {
    return [...this.#here.kept, ...this.#away.kept].map(({ record }) => record);
  }

  #list(status: 'here' | 'away' | 'left', kept: readonly Kept<Member>[]): TemplateResult {
    const { shown, hasMore } = this.found(kept, ({ record }) => record.data.name);
    const nobody = this.t(kept.length === 0 ? 'members.nobody' : 'people.none');
    return html`<div class="stack close">
      <h4 id=${status}>${this.t(`members.${status}`)}</h4>
      ${
        shown.length === 0
          ? html`<p class="quiet">${nobody}</p>`
          : html`<ul class="rows" aria-labelledby=${status}>
              ${repeat(
                shown,
                ({ record }) => record.id,
                ({ record }) => html`<li>${record.id === this.open ? this.#form(record) : this.#row(record)}</li>`,
              )}
            </ul>`
      }
      ${hasMore ? html`<p class="quiet">${this.t('people.more')}</p>` : nothing}
    </div>`;
  }

  #former(): TemplateResult {
    return html`<details>
      <summary>${this.t('members.left')}</summary>
      ${this.#list('left', this.#left.kept)}
      ${this.#left.hasMore ? html`<button class="btn" type="button" @click=${this.#left.more}>${this.t('list.more')}</button>` : nothing}
    </details>`;
  }

  #row(record: MemberRecord): TemplateResult {
    const { name, as, pin } = record.data;
    const hasLeft = this.#left.kept.some((kept) => kept.record.id === record.id);
    return html`<div class="list-act">
      <div>
        <b><bdi>${name}</bdi></b>
        <div class="quiet">${this.t(`people.as.${as}`)}${pin || hasLeft ? nothing : html`, ${this.t('members.no-pin')}`}</div>
      </div>
      ${
        hasLeft
          ? html`<button
              class="btn word"
              type="button"
              aria-label=${this.t('members.come-back-name', { name })}
              @click=${(): void => void this.acts?.act('come-back', record)}
            >
              ${this.t('members.come-back')}
            </button>`
          : html`<button
              class="btn word"
              type="button"
              id="change-${record.id}"
              aria-label=${this.t('members.change-name', { name })}
              @click=${(): void => this.#change(record.id)}
            >
              ${this.t('members.change')}
            </button>`
      }
    </div>`;
  }

  #form(record: MemberRecord): TemplateResult {
    return html`<milieu-member-form
      .acts=${this.acts}
      .record=${record}
      .taken=${this.#taken.filter(({ id }) => id !== record.id)}
      @closed=${(): void => void this.#changed(record.id)}
    ></milieu-member-form>`;
  }

  #shift(): TemplateResult {
    return html`<div class="stack close">
      <h4>${this.t('shift.title')}</h4>
      <p>${this.t('shift.locked')}</p>
      <div class="row acts">
        <button class="btn" type="button" @click=${(): void => this.community?.lock()}>${this.t('shift.end')}</button>
      </div>
    </div>`;
  }

  #closer(): TemplateResult | typeof nothing {
    if (!this.closable) return nothing;
    return html`<div class="row acts">
      <button class="btn" type="button" @click=${(): boolean => this.dispatchEvent(new Event('closed'))}>${this.t('pin.close')}</button>
    </div>`;
  }

  #change(id: string): void {
    this.open = id;
  }

  async #changed(id: string): Promise<void> {
    this.open = '';
    const kept = await this.community?.records?.get(id);
    this.#returnsTo = kept?.record;
    this.requestUpdate();
  }

  /** Back to the row of the person, as soon as it is in the list where it belongs now. The list of those who have left is closed. */
  protected override updated(_changed: PropertyValues): void {
    const to = this.#returnsTo;
    const isShown = ({ record: { id, rev } }: Kept<Member>): boolean => id === to?.id && rev >= to.rev;
    const hasLeft = this.#left.kept.some(isShown);
    if (!hasLeft && ![...this.#here.kept, ...this.#away.kept].some(isShown)) return;
    this.#returnsTo = undefined;
    this.attend(hasLeft ? '#members' : `[id="change-${to?.id ?? ''}"]`);
  }

  #wasAdded(): void {
    this.added += 1;
    this.attend('milieu-member-form');
  }
}
