import { html, nothing, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { leastDigits, memberLimits } from '../../model/kinds/member/table.js';
import { hasWords, trimmed } from '../../model/text.js';
import { codeOf } from '../../records/base/errors.js';
import { describedBy, question } from '../parts/fields.js';
import { HouseView } from './house-view.js';
import { newPin } from './pin-field.js';

/**
 * Begins the names of a house: whoever sets it up adds themselves as its first member of staff. The PIN is shown while it is chosen, because nobody could
 * mend a slip.
 *
 * @tag milieu-begin
 * @internal
 */
export class MilieuBegin extends HouseView {
  protected override isShown = true;
  @state() private adding = false;

  protected override render(): TemplateResult {
    const problem = this.problemOf('name');
    const least = leastDigits('staff');
    return html`<form class="stack" novalidate autocomplete="off" aria-labelledby="begin" @submit=${this.#submitted}>
      <h3 id="begin" tabindex="-1">${this.t('begin.title')}</h3>
      <p>${this.t('begin.what')}</p>
      ${question(
        'name',
        this.t('begin.name'),
        html`<input
          id="name"
          class="narrow"
          dir="auto"
          autocomplete="off"
          maxlength=${memberLimits.name}
          aria-describedby=${describedBy('name', { problem })}
          aria-invalid=${problem ? 'true' : nothing}
        />`,
        { problem },
      )}
      ${this.pin('pin', this.t('members.pin'), this.t('pin.hint', { least }))}
      <p class="quiet">${this.t('begin.warn')}</p>
      <p role="status">${this.said}</p>
      <div class="row acts">
        <button class="btn go" type="submit" aria-disabled=${this.adding ? 'true' : nothing}>${this.t('begin.add')}</button>
      </div>
    </form>`;
  }

  readonly #submitted = (event: Event): void => {
    event.preventDefault();
    if (this.adding) return;
    this.problem = undefined;
    const [name, digits] = [trimmed(this.read('name')), newPin(this.read('pin'), 'staff')];
    if (!hasWords(name)) return this.complain('name', this.t('members.name-missing'));
    if (digits === undefined) return this.complain('pin', this.t('pin.digits', { least: leastDigits('staff') }));
    this.adding = true;
    this.#begin(name, digits)
      .catch((error: unknown) => {
        this.said = this.sentence(codeOf(error));
        this.community?.report(error);
      })
      .finally(() => (this.adding = false));
  };

  async #begin(name: string, digits: string): Promise<void> {
    const begun = await this.community?.house.begin({ name, digits });
    this.empty('name', 'pin');
    this.said = begun ? '' : this.t('begin.late');
  }
}
