import { html, nothing, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { cssVariables } from '../../src/elements/styles/css-variables-directive.js';
import { page, Sheet } from '../foundations/sheet.js';
import '../foundations/probe.js';
import { asCss, asTokens, type Brand, examples, hex, isColor, ours, type Scheme, variables } from './brand.js';
import { held, look, type Looked, verdicts } from './verdicts.js';
import { brandFormStyles } from './your-brand.styles.js';

type Colour = 'accent' | 'inkLight' | 'inkDark' | 'surfaceLight' | 'surfaceDark';
type Length = 'radius' | 'space';
const schemes: readonly Scheme[] = ['light', 'dark'];

/** The brand, or the scheme to see it in, was changed by a person. */
export class BrandEvent extends Event {
  constructor(
    readonly brand: Brand,
    readonly scheme: Scheme,
  ) {
    super('brand');
  }
}

/** Five settings, their effect in words, and a way to copy them. */
export class BrandForm extends Sheet {
  static override styles = [Sheet.styles, brandFormStyles];
  protected readonly headline = 'Your brand';
  protected readonly purpose = 'Set five things. Every widget follows at once.';
  @state() private brand: Brand = ours;
  @state() private scheme: Scheme = getComputedStyle(document.documentElement).colorScheme === 'dark' ? 'dark' : 'light';
  @state() private looked: Readonly<Partial<Record<Scheme, Looked>>> = {};
  @state() private said = '';
  /** Typed values that are not colours, by field. */
  @state() private invalidNames: Readonly<Partial<Record<Colour, string>>> = {};

  #become(brand: Brand, scheme = this.scheme): void {
    this.brand = brand;
    this.scheme = scheme;
    this.said = '';
    this.dispatchEvent(new BrandEvent(brand, scheme));
  }

  protected override updated(changed: Map<PropertyKey, unknown>): void {
    if (!changed.has('brand')) return;
    requestAnimationFrame(() => {
      if (!this.isConnected) return;
      const probes = schemes.map((scheme) => [scheme, this.renderRoot.querySelector(`story-probe.${scheme}`)] as const);
      this.looked = Object.fromEntries(probes.flatMap(([scheme, probe]) => (probe ? [[scheme, look(probe)]] : [])));
    });
  }

  #type(part: Colour, text: string): void {
    const { [part]: _, ...others } = this.invalidNames;
    if (isColor(text)) {
      this.invalidNames = others;
      this.#become({ ...this.brand, [part]: text });
    } else this.invalidNames = { ...others, [part]: text };
  }

  async #copy(what: string, text: string): Promise<void> {
    if (!text) {
      this.said = 'Nothing differs from our own look yet.';
      return;
    }
    try {
      await navigator.clipboard.writeText(text);
      this.said = `Copied as ${what}.`;
    } catch {
      this.said = 'This browser did not let us copy. You can select the lines above.';
    }
  }

  protected draw(): TemplateResult {
    const { brand } = this;
    return html`${schemes.map((scheme) => html`<story-probe class=${scheme} hidden ${cssVariables(variables(brand))}></story-probe>`)}
      <form class="stack" @submit=${(event: Event): void => event.preventDefault()}>
        ${this.#start()} ${this.#colour('Accent', 'accent', 'Buttons, links, what is chosen.')}
        <fieldset class="q">
          <legend>Ink</legend>
          <div class="two">${this.#colour('On a light page', 'inkLight')} ${this.#colour('On a dark page', 'inkDark')}</div>
        </fieldset>
        <fieldset class="q">
          <legend>Surface</legend>
          <div class="two">${this.#colour('On a light page', 'surfaceLight')} ${this.#colour('On a dark page', 'surfaceDark')}</div>
        </fieldset>
        ${this.#length('Corners', 'radius', 0, 1.5, 0.0625)} ${this.#length('Room', 'space', 0.1875, 0.375, 0.03125)} ${this.#schemes()}
      </form>
      ${schemes.map((scheme) => this.#verdicts(scheme))} ${this.#take()}`;
  }

  #start(): TemplateResult {
    return html`<div class="q">
      <span class="lab" id="start">Start from</span>
      <div class="chips" role="group" aria-labelledby="start">
        ${Object.entries({ 'Our own look': ours, ...examples }).map(
          ([name, brand]) =>
            html`<button
              class="chip"
              type="button"
              aria-pressed=${this.brand === brand}
              @click=${(): void => {
                this.invalidNames = {};
                this.#become(brand);
              }}
            >
              ${name}
            </button>`,
        )}
      </div>
    </div>`;
  }

  #colour(label: string, part: Colour, hint?: string): TemplateResult {
    const { [part]: value } = this.brand;
    const { [part]: misfit } = this.invalidNames;
    const take = ({ target }: Event): void => this.#type(part, (target as HTMLInputElement).value);
    return html`<div class="q ${misfit === undefined ? '' : 'bad'}">
      <label for=${part}>${label}</label>
      ${hint ? html`<p class="hint">${hint}</p>` : nothing}
      ${misfit === undefined ? nothing : html`<p class="err" id="${part}-err">No browser knows this colour. We keep the last one.</p>`}
      <div class="pair">
        <input
          id=${part}
          dir="ltr"
          autocomplete="off"
          spellcheck="false"
          aria-invalid=${misfit === undefined ? 'false' : 'true'}
          aria-describedby=${misfit === undefined ? nothing : `${part}-err`}
          .value=${misfit ?? value}
          @change=${take}
        />
        <input type="color" aria-label="Pick ${part === 'accent' ? 'the accent' : this.#named(part)}" .value=${hex(value)} @input=${take} />
      </div>
    </div>`;
  }

  #named(part: Colour): string {
    return `the ${part.startsWith('ink') ? 'ink' : 'surface'} on a ${part.endsWith('Dark') ? 'dark' : 'light'} page`;
  }

  #length(label: string, part: Length, min: number, max: number, step: number): TemplateResult {
    const { [part]: value } = this.brand;
    return html`<div class="q">
      <label class="named" for=${part}>${label} <output>${value}rem</output></label>
      <input
        id=${part}
        type="range"
        min=${min}
        max=${max}
        step=${step}
        aria-valuetext="${value} rem"
        .value=${String(value)}
        @input=${({ target }: Event): void => this.#become({ ...this.brand, [part]: (target as HTMLInputElement).valueAsNumber })}
      />
    </div>`;
  }

  #schemes(): TemplateResult {
    return html`<fieldset class="q">
      <legend>See it on</legend>
      <div class="chips">
        ${schemes.map(
          (scheme) =>
            html`<label class="chip"
              ><input type="radio" name="scheme" .checked=${this.scheme === scheme} @change=${(): void => this.#become(this.brand, scheme)} />a
              ${scheme} page</label
            >`,
        )}
      </div>
    </fieldset>`;
  }

  #verdicts(scheme: Scheme): TemplateResult {
    const { [scheme]: looked } = this.looked;
    return html`<section>
      <h3>On a ${scheme} page</h3>
      ${looked ? [held(this.brand, scheme, looked), verdicts(looked)] : nothing}
    </section>`;
  }

  #take(): TemplateResult {
    const css = asCss(this.brand);
    return html`<section>
      <h3>Take it with you</h3>
      ${css ? html`<pre>${css}</pre>` : html`<p class="quiet">This is our own look. There is nothing to set.</p>`}
      <div class="row">
        <button class="btn go" type="button" @click=${(): Promise<void> => this.#copy('CSS', css)}>Copy as CSS</button>
        <button class="btn" type="button" @click=${(): Promise<void> => this.#copy('tokens, in JSON', asTokens(this.brand))}>Copy as tokens</button>
      </div>
      <p class="status" role="status">${this.said}</p>
      <button
        class="btn word"
        type="button"
        @click=${(): void => {
          this.invalidNames = {};
          this.#become(ours);
          this.said = 'This is our own look again.';
        }}
      >
        Start again
      </button>
    </section>`;
  }
}
page('story-brand-form', BrandForm);
