import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { leastDigits, type Member } from '../../model/kinds/member/table.js';
import { QueryController } from '../controllers/query.js';
import { HouseView } from './house-view.js';
import type { MemberRecord } from './names.js';
import { newPin, sealedPin } from './pin-field.js';

/**
 * A person's own PIN: set, changed, or taken off.
 *
 * @tag milieu-own-pin
 * @internal
 * @fires {Event} closed - It is saved, or the person closes it.
 */
export class MilieuOwnPin extends HouseView {
  readonly #own = new QueryController<Member>(this, () => {
    const person = this.community?.actor.person;
    return person === undefined ? undefined : { kind: 'member', to: person };
  });

  /** The button that has opened it is below it. */
  protected override firstUpdated(_changed: PropertyValues): void {
    this.attend('#own');
  }

  protected override render(): TemplateResult {
    const record = this.#own.kept[0]?.record;
    return html`<section class="stack" aria-labelledby="own">
      <h3 id="own" tabindex="-1">${this.t('pin.title')}</h3>
      ${this.renderState(this.#own.state, { empty: () => nothing, ready: () => (record ? this.#form(record) : nothing) })}
    </section>`;
  }

  #form(record: MemberRecord): TemplateResult {
    const { as, pin } = record.data;
    return html`<form
      class="stack"
      novalidate
      autocomplete="off"
      aria-labelledby="own"
      @submit=${(event: Event): void => this.#submitted(event, record)}
    >
      <p>${this.t(as === 'staff' ? 'pin.what-staff' : 'pin.what')}</p>
      ${this.pin('pin', this.t('pin.new'), this.t('pin.hint', { least: leastDigits(as) }))}
      <p role="status">${this.said}</p>
      <div class="row acts">
        <button class="btn go" type="submit" aria-disabled=${this.working ? 'true' : nothing}>${this.t('pin.save')}</button>
        ${
          pin && as !== 'staff'
            ? html`<button class="btn" type="button" @click=${(): void => void this.saveAndClose(() => this.acts?.act('clear-pin', record))}>
                ${this.t('pin.remove')}
              </button>`
            : nothing
        }
        <button class="btn word plain" type="button" @click=${(): void => this.close()}>${this.t('pin.close')}</button>
      </div>
    </form>`;
  }

  #submitted(event: Event, record: MemberRecord): void {
    event.preventDefault();
    this.problem = undefined;
    const { as } = record.data;
    const digits = newPin(this.read('pin'), as);
    if (digits === undefined) return this.complain('pin', this.t('pin.digits', { least: leastDigits(as) }));
    void this.saveAndClose(() => this.acts?.act('set-pin', record, async () => ({ moves: { pin: await sealedPin(digits) } })));
  }
}
