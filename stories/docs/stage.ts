import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { DocsContextProps } from '@storybook/addon-docs/blocks';
import { SNIPPET_RENDERED } from 'storybook/internal/docs-tools';
import './code.js';
import type { Story } from './page-part.js';

const patience = 12_000;
let turn: Promise<void> = Promise.resolve();
/** Where a story plays now. */
let playing: Element | undefined;

function shadowHost(element: Element): Element | null {
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root.host : null;
}

/** Whether the element belongs to the story that plays, also through shadow roots. */
function plays(element: Element): boolean {
  for (let at: Element | null = element; at; at = at.parentElement ?? shadowHost(at)) if (at === playing) return true;
  return false;
}

// A play function moves the focus; on a page of many stories this must not scroll the page.
// eslint-disable-next-line @typescript-eslint/unbound-method -- it is called on an element below
const { focus } = HTMLElement.prototype;
HTMLElement.prototype.focus = function (this: HTMLElement, options?: FocusOptions): void {
  focus.call(this, plays(this) ? { ...options, preventScroll: true } : options);
};
// eslint-disable-next-line @typescript-eslint/unbound-method -- it is called on an element below
const { scrollIntoView } = Element.prototype;
Element.prototype.scrollIntoView = function (this: Element, how?: boolean | ScrollIntoViewOptions): void {
  if (!plays(this)) scrollIntoView.call(this, how);
};

/** Stories play one after the other, because two at the same time would press keys in each other. */
const after = (run: () => Promise<void>): Promise<void> => (turn = turn.then(run));

/** One live story, rendered when it comes near the visible area. */
export class DocsStage extends LitElement {
  @property({ attribute: false }) context?: DocsContextProps;
  @property({ attribute: false }) story?: Story;
  @state() private fault?: string;
  @state() private markup = '';

  #clear?: () => Promise<void>;
  readonly #showCode = ({ id, source }: { readonly id: string; readonly source: string }): void => {
    if (id === this.story?.id) this.markup = source;
  };
  readonly #near = new IntersectionObserver((seen) => seen.some(({ isIntersecting }) => isIntersecting) && this.#begin(), { rootMargin: '400px' });

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#near.observe(this);
    this.context?.channel.on(SNIPPET_RENDERED, this.#showCode);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#near.disconnect();
    this.context?.channel.off(SNIPPET_RENDERED, this.#showCode);
    const clear = this.#clear;
    if (clear) void after(clear);
  }

  protected override render(): TemplateResult {
    return html`${this.fault ? html`<p class="docs-fault">This story does not run: ${this.fault}</p>` : nothing}
      <div class="docs-room"></div>
      <docs-code .code=${this.markup} .of=${this.story?.name ?? ''}></docs-code>`;
  }

  #begin(): void {
    this.#near.disconnect();
    void after(() => this.#play());
  }

  async #play(): Promise<void> {
    const { context, story } = this;
    const room = this.querySelector<HTMLElement>('.docs-room');
    if (!context || !story || !room || !this.isConnected) return;
    playing = room;
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
    playing = undefined;
    this.setAttribute('data-done', '');
  }
}
customElements.define('docs-stage', DocsStage);
