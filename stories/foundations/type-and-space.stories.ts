import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { css, html, LitElement, type TemplateResult } from 'lit';
import { sheetStyles } from '../../src/elements/styles/style-sets.js';
import { cssVariables } from '../../src/elements/styles/css-variables-directive.js';
import { page, Sheet } from './sheet.js';
import { download, type Named, under } from './source.js';

/** A few controls in one density. */
class DensitySample extends LitElement {
  static override styles = [
    sheetStyles,
    css`
      .body {
        gap: var(--_s3);
      }
      .choice {
        grid-template-columns: minmax(0, 1fr);
      }
    `,
  ];

  protected override render(): TemplateResult {
    return html`<div class="body">
      <div class="row"><button class="btn go" type="button">Send</button><button class="btn" type="button">Later</button></div>
      <p class="choice"><b>An affirmation</b> <span class="quiet">Something good you saw.</span></p>
    </div>`;
  }
}
page('story-density', DensitySample);

const rooms = under('system.space').filter(({ name }) => name !== 'unit');

const samples: Readonly<Record<string, string>> = {
  s: 'Saved on this device',
  l: 'Kit stayed at the table.',
  xl: 'Feedback for each other',
  '2xl': 'Breathe in',
  num: '4:34',
};

class TypeAndSpacePage extends Sheet {
  static override styles = [
    Sheet.styles,
    css`
      .steps li {
        display: grid;
        gap: 0 var(--_s4);
        align-items: baseline;
        padding-block: var(--_s3);
        border-block-start: var(--_hair);
      }
      .steps li:last-child {
        border-block-end: var(--_hair);
      }
      .sample {
        font-size: var(--_is);
        line-height: var(--_tight);
      }
      .big {
        font-weight: var(--_strong);
      }
      .bar {
        display: block;
        inline-size: var(--_is);
        block-size: 1.5rem;
        background: var(--_accent-soft);
        border-inline: 2px solid var(--_accent);
      }
      .densities {
        display: grid;
        gap: var(--_s4);
        align-items: start;
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 15rem), 1fr));
      }
      .densities li {
        display: grid;
        gap: var(--_s2);
      }
      .line {
        line-height: var(--_is);
        max-inline-size: var(--_measure);
      }
      @container (min-width: 30rem) {
        .steps li {
          grid-template-columns: 17em minmax(0, 1fr);
        }
      }
    `,
  ];
  protected readonly headline = 'Type and space';
  protected readonly purpose = 'The letters are those of your page. We bring a rhythm: few sizes, two weights, one unit of room.';

  protected draw(): TemplateResult {
    return html`
      <section>
        <h3>Sizes</h3>
        <p class="quiet prose">Counted from the text of your page, and never under 1rem, so that a small-print page is still easy to read.</p>
        <ul class="steps">
          ${under('system.text').map((token) => this.#size(token))}
        </ul>
      </section>
      <section>
        <h3>Two weights, three line heights</h3>
        <ul class="steps">
          ${under('system.weight').map(
            (token) => html`<li>${this.#label(token)}<span class=${token.name === 'strong' ? 'big' : ''}>You can pass. You can step out.</span></li>`,
          )}
          ${under('system.leading').map((token) => html`<li>${this.#label(token)}${this.#lines(token)}</li>`)}
        </ul>
        <p class="quiet prose">No line is longer than ${under('system.measure')[0]?.light}: about sixty letters.</p>
      </section>
      <section>
        <h3>Room</h3>
        <p class="quiet prose">One unit, six steps. Only these steps: it is what gives the calm beat. A host sets the unit.</p>
        <ul class="steps">
          ${rooms.map((token) => html`<li>${this.#label(token)}<span class="bar" ${cssVariables({ '--_is': `var(${token.css ?? ''})` })}></span></li>`)}
        </ul>
      </section>
      <section>
        <h3>Density</h3>
        <p class="quiet prose">For a desk with a mouse, for most people, and for shaky hands. A finger always gets 44 px or more.</p>
        <ul class="densities">
          ${['compact', 'comfortable', 'large'].map(
            (density) =>
              html`<li>
                <b>${density}</b
                ><span class="quiet small">targets ${under(`system.density.${density}`).find(({ name }) => name === 'target')?.light}</span
                ><story-density density=${density}></story-density>
              </li>`,
          )}
        </ul>
      </section>
      ${download()}
    `;
  }

  #label({ name, light, about }: Named): TemplateResult {
    return html`<span class="small"><b>${name}</b> ${light}<br /><span class="quiet">${about}</span></span>`;
  }

  #size(token: Named): TemplateResult {
    const strong = ['xl', '2xl', 'num'].includes(token.name) ? 'big' : '';
    return html`<li>${this.#label(token)}<span class="sample ${strong}" ${cssVariables({ '--_is': token.light })}>${samples[token.name]}</span></li>`;
  }

  #lines(token: Named): TemplateResult {
    const words =
      token.name === 'arabic'
        ? html`<span class="line" lang="ar" dir="rtl" ${cssVariables({ '--_is': token.light })}
            >يمكنك أن تتوقف الآن. يمكنك أن تخرج قليلا ثم تعود عندما تريد ذلك.</span
          >`
        : html`<span class="line" ${cssVariables({ '--_is': token.light })}
            >Say what you saw, and what it did for you. Short is fine. You can stop at any time, and what you wrote stays here.</span
          >`;
    return words;
  }
}
page('story-type-and-space', TypeAndSpacePage);

const meta: Meta = { title: 'Foundations/Type and space', tags: ['!autodocs'], parameters: { docs: { codePanel: false } } };
export default meta;

/** Sizes, weights, room and density, as the widgets use them. */
export const TypeAndSpace: StoryObj = { render: () => html`<story-type-and-space></story-type-and-space>` };
