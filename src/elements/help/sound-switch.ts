import { html, nothing, type TemplateResult } from 'lit';
import type { Community } from '../community/community.js';
import { View } from '../controllers/base-view.js';
import { viewStyles } from '../styles/style-sets.js';
import { soundOf } from './call-sound.js';
import { staffHelpStrings } from './staff.strings.js';

/**
 * Says whether the sound for calls is on, and turns it on or off.
 *
 * @tag milieu-sound-switch
 * @internal
 */
export class MilieuSoundSwitch extends View<typeof staffHelpStrings> {
  static override styles = viewStyles;
  protected readonly english = staffHelpStrings;

  #watched: Community | undefined;
  #stop = (): void => undefined;

  protected override communityChanged(): void {
    if (this.community === this.#watched) return;
    this.#stop();
    this.#watched = this.community;
    if (this.community) this.#stop = soundOf(this.community).watch(() => this.requestUpdate());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stop();
    this.#watched = undefined;
  }

  protected override render(): TemplateResult | typeof nothing {
    if (!this.community) return nothing;
    const { isOn } = soundOf(this.community);
    return html`<div class="row">
      <p class="quiet small" role="status">${this.t(isOn ? 'help.sound-on' : 'help.sound-off')}</p>
      <button class="btn word" type="button" @click=${this.#turn}>${this.t(isOn ? 'help.sound-turn-off' : 'help.sound-turn-on')}</button>
    </div>`;
  }

  readonly #turn = (): void => {
    const { community } = this;
    if (!community) return;
    const sound = soundOf(community);
    (sound.isOn ? sound.turnOff() : sound.turnOn()).catch((error: unknown) => community.report(error));
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'milieu-sound-switch': MilieuSoundSwitch;
  }
}
