import { html, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { loadFile } from '../../records/base/load-file.js';
import type { Community } from '../community/community.js';
import type { SharedKey } from '../language/strings.js';

interface Host extends ReactiveControllerHost {
  readonly community: Community | undefined;
  sharedWords(key: SharedKey): string;
}

/** Loads views when they are first rendered, for example those of staff. If their file does not come, says so and offers to try again. */
export class LazyViews {
  #state: 'none' | 'loading' | 'here' | 'failed' = 'none';

  constructor(
    private readonly host: Host,
    private readonly load: () => Promise<void>,
  ) {}

  /** Loads what will be rendered soon, so that a press does not wait for it, also not offline. */
  ahead(): void {
    if (this.#state === 'none') this.#begin();
  }

  render(views: () => TemplateResult): TemplateResult {
    this.ahead();
    switch (this.#state) {
      case 'here':
        return views();
      case 'failed':
        return html`<p role="alert">${this.host.sharedWords('views.failed')}</p>
          <div class="row">
            <button class="btn" type="button" @click=${(): void => this.#again()}>${this.host.sharedWords('status.again')}</button>
          </div>`;
      default:
        return html`<p class="quiet">${this.host.sharedWords('screen.opening')}</p>`;
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
