import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { css, html, type TemplateResult } from 'lit';
import { cssVariables } from '../../src/elements/styles/css-variables-directive.js';
import { page, Sheet } from './sheet.js';
import { download, type Named, under } from './source.js';

class ShapeAndMotionPage extends Sheet {
  static override styles = [
    Sheet.styles,
    css`
      .box {
        display: block;
        inline-size: 100%;
        max-inline-size: 11rem;
        block-size: 4.5rem;
        margin-block-end: var(--_s2);
        background: var(--_well);
      }
      .corner {
        border: var(--_edge);
        border-radius: min(var(--_is), 2.25rem);
      }
      .edge {
        border: var(--_is);
        border-radius: var(--_r);
      }
      .lifted {
        border-radius: var(--_r);
        background: var(--_raised);
        box-shadow: var(--_is);
      }
      .chosen {
        border: 1px solid var(--_accent);
        border-radius: var(--_r);
        background: var(--_accent-soft);
        box-shadow: var(--_is);
      }
      .focused {
        border: var(--_edge);
        border-radius: var(--_r);
        outline: var(--_ring);
        outline-offset: var(--_away);
      }
      .times li {
        display: grid;
        gap: var(--_s3);
        align-items: center;
        padding-block: var(--_s3);
        border-block-start: var(--_hair);
      }
      .track {
        display: grid;
        border-block-end: 2px solid var(--_line-strong);
        padding-block-end: var(--_s2);
      }
      .track i {
        inline-size: 1.5rem;
        block-size: 1.5rem;
        border-radius: 50%;
        background: var(--_accent);
        margin-inline-start: 0;
        transition: margin-inline-start var(--_is) var(--_ease);
        forced-color-adjust: none;
      }
      .track.there i {
        margin-inline-start: calc(100% - 1.5rem);
      }
      @container (min-width: 34rem) {
        .times li {
          grid-template-columns: 11em minmax(0, 1fr) auto;
        }
      }
    `,
  ];
  protected readonly headline = 'Shape and motion';
  protected readonly purpose = 'Hairlines divide, circles say where you are, and nothing moves unless it is touched.';
  readonly #there = new Set<string>();

  protected draw(): TemplateResult {
    return html`
      <section>
        <h3>Corners</h3>
        <p class="quiet prose">A host sets one, the others follow. Full round is kept for circles and chips.</p>
        ${this.#cards(under('system.radius'), 'corner')}
      </section>
      <section>
        <h3>Edges</h3>
        <p class="quiet prose">A hairline divides, an edge says: this can be used. A dashed line starts what is yours to answer.</p>
        ${this.#cards(under('system.border', 'component.picture'), 'edge')}
      </section>
      <section>
        <h3>Chosen, and focused</h3>
        <p class="quiet prose">What is chosen is never drawn like what is focused, so nobody mistakes one for the other.</p>
        <ul class="cards">
          ${under('component.choice').map((token) => this.#card(token, 'chosen'))}${under('system.focus')
            .slice(0, 1)
            .map((token) => this.#card(token, 'focused'))}
        </ul>
      </section>
      <section>
        <h3>Lifted</h3>
        <p class="quiet prose">Only a slip of paper and a dialog cast a shadow.</p>
        ${this.#cards(under('system.elevation'), 'lifted')}
      </section>
      <section>
        <h3>Time</h3>
        <p class="quiet prose">Press to see one move. Where a person asks for less motion, each takes no time at all.</p>
        <ul class="times">
          ${under('system.motion.duration').map((token) => this.#time(token))}
        </ul>
      </section>
      ${download()}
    `;
  }

  #cards(list: readonly Named[], look: string): TemplateResult {
    return html`<ul class="cards">
      ${list.map((token) => this.#card(token, look))}
    </ul>`;
  }

  #card({ name, about, css = '', light }: Named, look: string): TemplateResult {
    return html`<li>
      <span class="box ${look}" ${cssVariables({ '--_is': `var(${css})` })}></span>
      <b>${name.replaceAll('-', ' ')}</b><span class="quiet small">${about}</span><code>${light}</code>
    </li>`;
  }

  #time({ name, about, css = '', light }: Named): TemplateResult {
    const there = this.#there.has(name);
    return html`<li>
      <span><b>${name}</b> ${light}<br /><span class="quiet small">${about}</span></span>
      <span class="track ${there ? 'there' : ''}" ${cssVariables({ '--_is': `var(${css})` })}><i></i></span>
      <button
        class="btn"
        type="button"
        @click=${(): void => {
          if (!this.#there.delete(name)) this.#there.add(name);
          this.requestUpdate();
        }}
      >
        Move it ${there ? 'back' : 'once'}<span class="vh">, ${name}</span>
      </button>
    </li>`;
  }
}
page('story-shape-and-motion', ShapeAndMotionPage);

const meta: Meta = { title: 'Foundations/Shape and motion', tags: ['!autodocs'], parameters: { docs: { codePanel: false } } };
export default meta;

/** Corners, edges, focus, shadows and times, as the widgets use them. */
export const ShapeAndMotion: StoryObj = { render: () => html`<story-shape-and-motion></story-shape-and-motion>` };
