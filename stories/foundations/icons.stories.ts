import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { css, html, type TemplateResult } from 'lit';
import { icon, type IconName, iconNames } from '../../src/elements/parts/icons.js';
import { page, Sheet } from './sheet.js';

const states: readonly IconName[] = ['saved', 'locked', 'temporary', 'saving', 'waiting', 'sent', 'nobody', 'offline'];

class IconsPage extends Sheet {
  static override styles = [
    Sheet.styles,
    css`
      .grid {
        display: grid;
        gap: var(--_s4) var(--_s2);
        grid-template-columns: repeat(auto-fill, minmax(6.5rem, 1fr));
      }
      .grid li {
        display: grid;
        justify-items: center;
        gap: var(--_s2);
        padding-block: var(--_s3);
        text-align: center;
      }
      .grid svg {
        inline-size: 1.75em;
        block-size: 1.75em;
      }
    `,
  ];
  protected readonly headline = 'Icons';
  protected readonly purpose = 'Our own drawing: a grid of 24, a line of 1.75, round ends. A mark never stands alone; words beside it say the same.';

  protected draw(): TemplateResult {
    return html`${this.#group('One ring, eight states', 'Read the ring, read the state. A tick is kept for: a person or the host said so.', states)}
    ${this.#group(
      'Marks',
      'Only “end” turns round where people write from right to left. A clock and a tick do not.',
      iconNames.filter((name) => !states.includes(name)),
    )}`;
  }

  #group(title: string, purpose: string, names: readonly IconName[]): TemplateResult {
    return html`<section>
      <h3>${title}</h3>
      <p class="quiet prose">${purpose}</p>
      <ul class="grid">
        ${names.map((name) => html`<li>${icon(name)}<span class="small">${name}</span></li>`)}
      </ul>
    </section>`;
  }
}
page('story-icons', IconsPage);

const meta: Meta = { title: 'Foundations/Icons', tags: ['!autodocs'], parameters: { docs: { codePanel: false } } };
export default meta;

/** Every icon, by its name in code. */
export const Icons: StoryObj = { render: () => html`<story-icons></story-icons>` };
