import { html, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { loadFile } from '../../records/base/load-file.js';
import type { Community } from '../community/community.js';

interface Host extends ReactiveControllerHost {
  readonly community: Community | undefined;
}

/** The strings shown while the views are loading or could not be loaded. */
export interface LazyWords {
  readonly opening: string;
  readonly failed: string;
  readonly again: string;
}

/** Loads views when they are first rendered, for example those of staff. If their file does not come, says so and offers to try again. */
export class LazyViews {
  #state: 'none' | 'loading' | 'here' | 'failed' = 'none';

  constructor(
    private readonly host: Host,
    private readonly load: () => Promise<void>,
    private readonly words: () => LazyWords,
  ) {}

  render(views: () => TemplateResult): TemplateResult {
    if (this.#state === 'none') this.#begin();
    const { opening, failed, again } = this.words();
    switch (this.#state) {
      case 'here':
        return views();
      case 'failed':
        return html`<p role="alert">${failed}</p>
          <div class="row"><button class="btn" type="button" @click=${(): void => this.#again()}>${again}</button></div>`;
      default:
        return html`<p class="quiet">${opening}</p>`;
    }
  }

  #begin(): void {
    this.#state = 'loading';
    loadFile(this.load).then(
      () => this.#show('here'),
      (error: unknown) => {
        this.#show('failed');
        this.host.community?.report(error);
      },
    );
  }

  #again(): void {
    this.#begin();
    this.host.requestUpdate();
  }

  #show(state: 'here' | 'failed'): void {
    this.#state = state;
    this.host.requestUpdate();
  }
}
