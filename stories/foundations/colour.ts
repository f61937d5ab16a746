import { css, html, nothing, type TemplateResult } from 'lit';
import { icon } from '../../src/elements/parts/icons.js';
import { cssVariables } from '../../src/elements/styles/css-variables-directive.js';
import { colorsOf, type Contrast, contrastOf, type TokenName } from '../../src/tokens/index.js';
import './probe.js';
import { Sheet } from './sheet.js';
import { download, type Named, under } from './source.js';
import { toOne, verdict } from './verdict.js';

interface Measured {
  readonly colors: ReadonlyMap<TokenName, string>;
  readonly pairs: readonly Contrast[];
}
type Both = Readonly<Record<'light' | 'dark', Measured>>;

const schemes = ['light', 'dark'] as const;
const last = (path: string): string => path.slice(path.lastIndexOf('.') + 1).replaceAll('-', ' ');

export class ColourPage extends Sheet {
  static override styles = [
    Sheet.styles,
    css`
      .light {
        color-scheme: light;
      }
      .dark {
        color-scheme: dark;
      }
      .swatch {
        display: grid;
        grid-auto-flow: column;
        grid-auto-columns: minmax(0, 1fr);
        inline-size: 100%;
        block-size: 3.5rem;
        margin-block-end: var(--_s1);
        border: var(--_hair);
        border-radius: var(--_r);
        overflow: clip;
        forced-color-adjust: none;
      }
      .swatch > i {
        background: var(--_fill);
      }
      .family {
        display: grid;
        gap: var(--_s3);
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 9rem), 1fr));
      }
      .cards td,
      .cards th {
        padding-block: var(--_s1);
        font-size: var(--_small);
      }
    `,
  ];
  protected readonly headline = 'Colour';
  protected readonly purpose = 'Four inks on paper. Left half: a light page. Right half: a dark one. Contrast is measured now, in this browser.';
  #measured: Both | undefined;

  protected override firstUpdated(): void {
    requestAnimationFrame(() => {
      this.#measured = { light: this.#measure('light'), dark: this.#measure('dark') };
      this.requestUpdate();
    });
  }

  #measure(scheme: 'light' | 'dark'): Measured {
    const probe = this.renderRoot.querySelector(`story-probe.${scheme}`);
    if (!probe) throw new Error(`no probe for ${scheme}`);
    return { colors: colorsOf(probe), pairs: contrastOf(probe) };
  }

  protected draw(): TemplateResult {
    const colours = under('system.color', 'component').filter(({ type }) => type === 'color');
    const grounds = new Set(colours.flatMap(({ contrast = [] }) => contrast.map(({ on }) => on)));
    const said = colours.filter((token) => token.public);
    const paper = colours.filter((token) => grounds.has(token.path) && !token.contrast);
    const rest = colours.filter((token) => !said.includes(token) && !paper.includes(token));
    return html`${schemes.map((scheme) => html`<story-probe class=${scheme} hidden></story-probe>`)}
      ${this.#group('Ink and marks', 'What stands on paper. Each says the hardest place it has to be read or seen in.', rest)}
      ${this.#group('Paper', 'What other things stand on.', paper)}
      ${this.#group('What a host sets', 'Three colours a host may set. Each is held to what can be read before anything is drawn with it.', said)}
      <section>
        <h3>Raw values</h3>
        <p class="quiet prose">No widget uses these by name. The colours above are made of them.</p>
        <ul class="family">
          ${under('reference.color').map(
            ({ path, light }) =>
              html`<li>
                <span class="swatch"><i ${cssVariables({ '--_fill': light })}></i></span><b class="small">${path.split('.').slice(2).join(' ')}</b
                ><br /><code>${light}</code>
              </li>`,
          )}
        </ul>
      </section>
      ${download()}`;
  }

  #group(title: string, purpose: string, list: readonly Named[]): TemplateResult {
    return html`<section>
      <h3>${title}</h3>
      <p class="quiet prose">${purpose}</p>
      <ul class="cards">
        ${list.map((token) => this.#card(token))}
      </ul>
    </section>`;
  }

  #card(token: Named): TemplateResult {
    const fill = (scheme: 'light' | 'dark'): string => this.#measured?.[scheme].colors.get(token.path) ?? 'transparent';
    return html`<li>
      <span class="swatch">${schemes.map((scheme) => html`<i ${cssVariables({ '--_fill': fill(scheme) })}></i>`)}</span>
      <b>${token.tier === 'component' ? last(token.path.replace('.', ' ').replaceAll('.', ' ').replace('component ', '')) : token.name}</b>
      <span class="quiet small">${token.about}</span>
      ${token.public ? html`<code>${token.public}</code>` : nothing} ${this.#places(token)}
    </li>`;
  }

  #places({ path }: Named): TemplateResult | typeof nothing {
    const { light = [], dark = [] } = Object.fromEntries(
      schemes.map((scheme) => [scheme, this.#measured?.[scheme].pairs.filter(({ mark }) => mark === path) ?? []]),
    );
    const hardest = [...light, ...dark].sort((a, b) => a.ratio / a.least - b.ratio / b.least)[0];
    if (!hardest) return nothing;
    return html`<span class="small">Hardest: ${hardest.where}, ${toOne(hardest.ratio)}. <b>${this.#sentence(hardest)}</b></span> ${
        light.length > 1
          ? html`<details>
              <summary>All ${light.length} places of ${last(path)} ${icon('chev', 'chev')}</summary>
              <table>
                <thead>
                  <tr>
                    <th scope="col">Where</th>
                    <th scope="col">Light</th>
                    <th scope="col">Dark</th>
                  </tr>
                </thead>
                <tbody>
                  ${light.map(
                    ({ where, ratio }, at) =>
                      html`<tr>
                        <th scope="row">${where}</th>
                        <td>${toOne(ratio).replace(' to 1', '')}</td>
                        <td>${toOne(dark[at]?.ratio ?? 0).replace(' to 1', '')}</td>
                      </tr>`,
                  )}
                </tbody>
              </table>
            </details>`
          : nothing
      }`;
  }

  #sentence({ ratio, least }: Contrast): string {
    const words = verdict(ratio, least);
    return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
  }
}
