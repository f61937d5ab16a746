import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { uuidv7 } from 'uuidv7';
import { isAway } from '../../model/kinds/member/states.js';
import { isPinEnough, leastDigits, type Member, memberLimits } from '../../model/kinds/member/table.js';
import { type As, everyAs } from '../../model/record.js';
import { hasWords, trimmed } from '../../model/text.js';
import type { Change } from '../../model/change.js';
import { describedBy, question } from '../parts/fields.js';
import { foldName } from '../parts/find-person.js';
import { HouseView } from './house-view.js';
import type { MemberRecord } from './names.js';
import { newPin, sealedPin } from './pin-field.js';

/** What was typed and fits. */
interface Filled {
  readonly name: string;
  readonly as: As;
  readonly digits: string | undefined;
}

/**
 * One person of the house: adds them, or changes what is there. It has no draft, because a PIN must not be in one.
 *
 * @tag milieu-member-form
 * @internal
 * @fires {Event} closed - It is saved, or the person cancels it.
 */
export class MilieuMemberForm extends HouseView {
  /** Who is changed; undefined for a new person. */
  @property({ attribute: false }) record?: MemberRecord;
  /** Whose names are taken. */
  @property({ attribute: false }) taken: readonly MemberRecord[] = [];
  @state() private as: As = 'resident';
  readonly #id = uuidv7();
  readonly #person = uuidv7();

  override focus(options?: FocusOptions): void {
    this.renderRoot.querySelector<HTMLElement>('#name')?.focus(options);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('record') && this.record) this.as = this.record.data.as;
  }

  protected override firstUpdated(_changed: PropertyValues): void {
    if (this.record) this.attend('#name');
  }

  protected override render(): TemplateResult {
    const { record } = this;
    const problem = this.problemOf('name');
    return html`<form class="stack" novalidate autocomplete="off" aria-labelledby="title" @submit=${this.#submitted}>
      <h4 id="title">${record ? this.t('members.change-name', { name: record.data.name }) : this.t('members.add-title')}</h4>
      ${question(
        'name',
        this.t('members.name'),
        html`<input
          id="name"
          class="narrow"
          dir="auto"
          autocomplete="off"
          maxlength=${memberLimits.name}
          .value=${record?.data.name ?? ''}
          aria-describedby=${describedBy('name', { problem })}
          aria-invalid=${problem ? 'true' : nothing}
        />`,
        { problem },
      )}
      ${this.#isOwn ? nothing : this.#asField()} ${this.pin('pin', this.t(this.#pinLabel), this.t('pin.hint', { least: leastDigits(this.as) }))}
      ${this.#isOwn ? html`<p class="quiet">${this.t('members.own')}</p>` : nothing}
      <p role="status">${this.said}</p>
      <div class="row acts">
        <button class="btn ${record ? 'go' : ''}" type="submit" aria-disabled=${this.working ? 'true' : nothing}>
          ${this.t(record ? 'members.save' : 'members.add')}
        </button>
        ${record ? this.#others(record) : nothing}
      </div>
    </form>`;
  }

  get #isOwn(): boolean {
    return this.record?.to[0] !== undefined && this.record.to[0] === this.community?.actor.person;
  }

  get #pinLabel(): 'members.pin' | 'members.pin-optional' | 'members.pin-new' {
    if (isPinEnough(this.as, this.record?.data.pin) && this.record?.data.pin) return 'members.pin-new';
    return this.as === 'staff' ? 'members.pin' : 'members.pin-optional';
  }

  #asField(): TemplateResult {
    return question(
      'as',
      this.t('members.as'),
      html`<select
        id="as"
        class="narrow"
        autocomplete="off"
        @change=${(event: Event): void => this.#isNow((event.target as HTMLSelectElement).value)}
      >
        ${everyAs.map((as) => html`<option value=${as} ?selected=${as === this.as}>${this.t(`people.as.${as}`)}</option>`)}
      </select>`,
    );
  }

  #others(record: MemberRecord): TemplateResult {
    const act = (action: string, label: string): TemplateResult =>
      html`<button class="btn" type="button" @click=${(): void => void this.saveAndClose(() => this.acts?.act(action, record))}>${label}</button>`;
    const may = (action: string): boolean => this.community?.can(action, record) ?? false;
    return html`
      ${isAway(record) ? act('come-back', this.t('members.come-back')) : may('mark-away') ? act('mark-away', this.t('members.mark-away')) : nothing}
      ${may('mark-left') ? act('mark-left', this.t('members.mark-left')) : nothing}
      ${record.data.pin && record.data.as !== 'staff' ? act('clear-pin', this.t('members.remove-pin')) : nothing}
      <button class="btn word plain" type="button" @click=${(): void => this.close()}>${this.t('members.cancel')}</button>
    `;
  }

  #isNow(value: string): void {
    this.as = everyAs.find((as) => as === value) ?? 'resident';
  }

  readonly #submitted = (event: Event): void => {
    event.preventDefault();
    this.problem = undefined;
    const filled = this.#read();
    if (filled) void this.saveAndClose(() => this.#save(filled));
  };

  #read(): Filled | undefined {
    const [name, typed, { as }] = [trimmed(this.read('name')), this.read('pin'), this];
    if (!hasWords(name)) this.complain('name', this.t('members.name-missing'));
    else if (this.taken.some(({ data }) => foldName(data.name) === foldName(name))) this.complain('name', this.t('members.name-taken', { name }));
    else {
      const digits = hasWords(typed) ? newPin(typed, as) : undefined;
      if (digits !== undefined || (!hasWords(typed) && isPinEnough(as, this.record?.data.pin))) return { name, as, digits };
      this.complain('pin', this.t('pin.digits', { least: leastDigits(as) }));
    }
    return undefined;
  }

  async #save({ name, as, digits }: Filled): Promise<Change | undefined> {
    const { record } = this;
    const member = async (): Promise<Member> => ({ name, as, ...(digits === undefined ? {} : { pin: await sealedPin(digits) }) });
    if (record) return this.acts?.act('rename', record, async () => ({ moves: await member() }));
    return this.acts?.act('add', { kind: 'member', id: this.#id }, async () => ({ to: [this.#person], data: await member() }));
  }
}
