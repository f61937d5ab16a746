import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { DocsContextProps } from '@storybook/addon-docs/blocks';
import type { Story } from './page-part.js';

const patience = 12_000;
let turn: Promise<void> = Promise.resolve();
let playing = false;

// A play function moves the focus; on a page of many stories this must not scroll the page.
// eslint-disable-next-line @typescript-eslint/unbound-method -- it is called on an element below
const { focus } = HTMLElement.prototype;
HTMLElement.prototype.focus = function (this: HTMLElement, options?: FocusOptions): void {
  focus.call(this, playing ? { ...options, preventScroll: true } : options);
};

/** Stories play one after the other, because two at the same time would press keys in each other. */
const after = (run: () => Promise<void>): Promise<void> => (turn = turn.then(run));

/** One live story, rendered when it comes near the visible area. */
export class DocsStage extends LitElement {
  @property({ attribute: false }) context?: DocsContextProps;
  @property({ attribute: false }) story?: Story;
  @state() private fault?: string;

  #clear?: () => Promise<void>;
  readonly #near = new IntersectionObserver((seen) => seen.some(({ isIntersecting }) => isIntersecting) && this.#begin(), { rootMargin: '400px' });

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#near.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#near.disconnect();
    const clear = this.#clear;
    if (clear) void after(clear);
  }

  protected override render(): TemplateResult {
    return html`${this.fault ? html`<p class="docs-fault">This story does not run: ${this.fault}</p>` : nothing}
      <div class="docs-room"></div>`;
  }

  #begin(): void {
    this.#near.disconnect();
    void after(() => this.#play());
  }

  async #play(): Promise<void> {
    const { context, story } = this;
    const room = this.querySelector<HTMLElement>('.docs-room');
    if (!context || !story || !room || !this.isConnected) return;
    playing = true;
    await new Promise<void>((resolve) => {
      const end = ({ storyId }: { readonly storyId: string }): void => {
        if (storyId === story.id) done();
      };
      const timer = setTimeout(() => done(), patience);
      const done = (): void => {
        clearTimeout(timer);
        context.channel.off('storyFinished', end);
        resolve();
      };
      const fail = (message: string): void => {
        this.fault = message;
        done();
      };
      context.channel.on('storyFinished', end);
      this.#clear = context.renderStoryToElement(
        story,
        room,
        { showMain: () => undefined, showError: ({ title }) => fail(title), showException: ({ message }) => fail(message) },
        { autoplay: true, forceInitialArgs: true },
      );
    });
    if (document.activeElement instanceof HTMLElement && room.contains(document.activeElement)) document.activeElement.blur();
    playing = false;
    this.setAttribute('data-done', '');
  }
}
customElements.define('docs-stage', DocsStage);
