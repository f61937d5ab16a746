import { css, html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { MilieuError } from '../../records/errors.js';
import type { Status } from '../../records/types.js';
import type { Progress } from './acts.js';
import { viewStyles } from './base.js';
import { icon, type IconName } from './icons.js';
import { registerLate } from './late.js';
import { sharedStrings } from './strings.js';
import { View } from './view.js';

type Tone = 'quiet' | 'warm' | 'care';
interface Line {
  readonly ring: IconName;
  readonly tone: Tone;
  readonly words: TemplateResult | string;
}

/**
 * The one sentence about where what was written is now. It is the only place that turns the state of the store and of the
 * last act into words, and it speaks to screen readers.
 *
 * @tag milieu-status-line
 * @fires {Event} troubles-asked - The person wants to see what could not be sent.
 * @fires {Event} again-asked - The person wants to save again.
 */
export class MilieuStatusLine extends View {
  static override styles = [
    viewStyles,
    css`
      :host {
        gap: 0;
        justify-items: start;
        flex: 1 1 13em;
      }
      .btn {
        justify-content: start;
        text-align: start;
      }
    `,
  ];
  protected readonly english = sharedStrings;

  @property({ attribute: false }) progress: Progress = { is: 'idle' };
  /** Whether what is written here is meant for another person, so that "not sent to anyone yet" matters. */
  @property({ type: Boolean }) forOthers = false;
  /** Something here took its time: the line that shows it has been fetched. */
  @state() private working: 'never' | 'fetching' | 'yes' = 'never';

  protected override communityChanged(): void {
    const work = this.community?.status.work;
    if (this.working !== 'never' || !work || work.ended) return;
    this.working = 'fetching';
    import('./work-line.js').then(
      ({ MilieuWorkLine }) => {
        registerLate('milieu-work-line', MilieuWorkLine);
        this.working = 'yes';
      },
      () => {
        this.working = 'never'; // the next that takes its time asks again
        this.community?.report(new MilieuError('connection'));
      },
    );
  }

  protected override render(): TemplateResult {
    const status = this.community?.status;
    const line = status ? (this.#ofProgress(status) ?? this.#ofStore(status)) : this.#line('saving', 'quiet', this.t('status.opening'));
    const failed = line.tone === 'care';
    return html`
      ${this.working === 'yes' ? html`<milieu-work-line @closed=${(): void => this.#attend()}></milieu-work-line>` : nothing}
      <p class="status ${line.tone}" role="status" tabindex="-1">${failed ? nothing : [icon(line.ring), html`<span>${line.words}</span>`]}</p>
      <p class="status care" role="alert" ?hidden=${!failed}>${failed ? [icon(line.ring), html`<span>${line.words}</span>`] : nothing}</p>
      ${status && status.refused > 0 ? this.#troubles() : nothing}
    `;
  }

  /** What was closed is gone: whoever stood there stands on the line that stays. */
  #attend(): void {
    this.renderRoot.querySelector<HTMLElement>('[role="status"]')?.focus();
  }

  #line(ring: IconName, tone: Tone, words: Line['words']): Line {
    return { ring, tone, words };
  }

  #ofProgress(status: Status): Line | undefined {
    if (status.code === 'removed') return undefined; // how far something came says nothing any more: it is gone from here
    const { progress } = this;
    switch (progress.is) {
      case 'idle':
        return undefined;
      case 'saving':
        return this.#line('saving', 'quiet', this.t('status.saving'));
      case 'unsaved':
        return this.#line('nobody', 'care', this.#unsaved(progress.code));
      case 'saved':
        return this.#ofSaved(progress, status);
    }
  }

  #ofSaved(progress: Extract<Progress, { is: 'saved' }>, status: Status): Line {
    const saved = this.t(status.store === 'memory' ? 'status.saved-page' : 'status.saved');
    if (progress.personal) return this.#line(status.store === 'memory' ? 'temporary' : this.#ring(status), 'quiet', saved);
    switch (progress.sent) {
      case 'sent':
        return this.#line('sent', 'quiet', this.t('status.sent', { time: this.time(progress.at) }));
      case 'refused':
        return this.#line('nobody', 'care', html`<b>${this.t('status.refused')}</b> ${saved}.`);
      case 'held':
        return this.#line('nobody', 'care', html`<b>${this.t('status.held')}</b> ${saved}.`);
      case 'waiting':
        return this.#waiting(status, saved);
    }
  }

  #waiting(status: Status, saved: string): Line {
    const offline = !navigator.onLine;
    const more = status.paused ? this.t('status.paused') : offline ? this.t('status.offline') : this.t('status.waiting-more');
    return this.#line(offline ? 'offline' : 'waiting', 'warm', html`${saved}. <b>${this.t('status.waiting')}</b> ${more}`);
  }

  #ofStore(status: Status): Line {
    switch (status.store) {
      case 'opening':
        return this.#line('saving', 'quiet', this.t('status.opening'));
      case 'locked':
        return this.#line('locked', 'quiet', this.t('status.locked'));
      case 'lost':
        return this.#line('nobody', 'care', html`<b>${this.t('status.lost')}</b>`);
      case 'failed':
        if (status.code === 'removed') return this.#line('temporary', 'quiet', this.sentence('removed'));
        if (status.code === 'newer') return this.#line('saved', 'quiet', this.t('status.read-only'));
        return this.#line('nobody', 'care', html`<b>${this.t('status.failed')}</b>`);
      case 'memory':
        return this.#line('temporary', 'warm', this.#kept(status, this.t('keep.page')));
      case 'open':
        return this.#line(this.#ring(status), 'quiet', this.#kept(status, this.t(status.key === 'device' ? 'keep.unlocked' : 'keep.locked')));
    }
  }

  #kept(status: Status, where: string): TemplateResult {
    const unsent = this.forOthers && status.waiting > 0;
    return html`${where}${unsent ? html`. <b>${this.t('keep.nobody-else')}</b>` : nothing}${this.#shared() ? html`. ${this.t('keep.shared')}` : nothing}${status.secure ? nothing : html`. ${this.t('keep.insecure')}`}`;
  }

  /** In a house, hiding is courtesy, not protection. */
  #shared(): boolean {
    return this.community?.identity.keep === 'house' && this.community.identity.person !== undefined;
  }

  #ring(status: Status): IconName {
    return status.key === 'device' ? 'saved' : 'locked';
  }

  #unsaved(code: Extract<Progress, { is: 'unsaved' }>['code']): TemplateResult {
    const [unsaved, why] = [this.t('status.unsaved'), this.sentence(code)];
    return html`<b>${unsaved}</b> ${why.startsWith(unsaved) ? why.slice(unsaved.length).trim() : why}`;
  }

  #troubles(): TemplateResult {
    return html`<button class="btn word" type="button" @click=${(): boolean => this.dispatchEvent(new Event('troubles-asked'))}>
      ${this.t('status.trouble-more')}
    </button>`;
  }
}
